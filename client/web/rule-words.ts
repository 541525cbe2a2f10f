/**
 * The rulebook in one plain sentence a rule, for the candidate who asks "why is this due?". The ids are those that plans,
 * messages and refusals carry.
 */
export interface RuleGroup {
  letter: string;
  title: string;
  rules: { id: string; says: string }[];
}

export const RULE_GROUPS: readonly RuleGroup[] = [
  {
    letter: 'A',
    title: 'Knowing the process',
    rules: [
      {
        id: 'A1',
        says: 'Right after the interview we note when they will answer, what comes next, who decides, who is away, and how each person may be contacted.',
      },
      {
        id: 'A2',
        says: 'Nothing is sent with a missing or guessed name or address; you get a task to find it instead.',
      },
      {
        id: 'A3',
        says: 'If they named no day, one thank-you asks about timing; after that we count from the interview, and never claim that they promised it.',
      },
      {
        id: 'A4',
        says: 'While the person who decides is away, nobody there is asked for an answer before their first working day back.',
      },
    ],
  },
  {
    letter: 'B',
    title: 'The first two working days',
    rules: [
      { id: 'B1', says: 'Each interviewer gets one personal thank-you within two working days.' },
      {
        id: 'B2',
        says: 'What you promised goes along with the thanks; if it is not ready, the thanks say when it comes.',
      },
      { id: 'B3', says: 'Homework has its own day: you are reminded before, and a missed day is hard to overlook.' },
      { id: 'B4', says: 'Within a day you write down what you thought of them and whether you want to go on.' },
      {
        id: 'B5',
        says: 'Before they answer, you have two short lists of questions at hand: one for a yes, one for a no.',
      },
      {
        id: 'B6',
        says: 'Once, in the middle of the wait, you may send something worth reading; it never asks for the outcome.',
      },
    ],
  },
  {
    letter: 'C',
    title: 'Papers and people',
    rules: [
      {
        id: 'C1',
        says: 'Referees are on file before anybody asks, at least one direct manager among them, never a personal friend.',
      },
      { id: 'C2', says: 'No referee’s name is given out before that person has agreed.' },
      {
        id: 'C3',
        says: 'When your chances are good or references are asked for, your referees hear early who may ask them about what.',
      },
      { id: 'C4', says: 'Referees hear how it ended and are thanked, and none of them is asked too often.' },
      { id: 'C5', says: 'Your full transcript is on file, not just the certificate.' },
    ],
  },
  {
    letter: 'D',
    title: 'Waiting',
    rules: [
      { id: 'D1', says: 'Up to and including the promised day, nothing asks for the outcome.' },
      {
        id: 'D2',
        says: 'A real offer that runs out before the promised day may be mentioned once, openly, and only if you say so.',
      },
      { id: 'D3', says: 'Whatever a person there writes gets an answer from you within one working day.' },
      {
        id: 'D4',
        says: 'Once a week you hear how all your interviews stand, with a nudge when everything hangs on one.',
      },
    ],
  },
  {
    letter: 'E',
    title: 'When the promised day has passed',
    rules: [
      {
        id: 'E1',
        says: 'On the next working day we get back in touch with whoever named the day, without a trace of irritation.',
      },
      {
        id: 'E2',
        says: 'After that every three to four days, in their working hours, never sooner than three days after the last contact.',
      },
      {
        id: 'E3',
        says: 'Email, phone and LinkedIn take turns; a phone only with permission, LinkedIn once and only if you are connected.',
      },
      { id: 'E4', says: 'If HR stays silent, the person who decides is asked.' },
      {
        id: 'E5',
        says: 'If that stays silent too, someone more senior is asked, openly, with the earlier contact in the picture.',
      },
      {
        id: 'E6',
        says: 'The tone stays polite and sure of itself; other offers are never a threat, and “favourite” is only said if it is true.',
      },
      { id: 'E7', says: 'An offer elsewhere is mentioned only if it is on record and still open.' },
      {
        id: 'E8',
        says: 'Any answer from a person stops what was planned, and the plan is made anew from what it says.',
      },
    ],
  },
  {
    letter: 'F',
    title: 'Through an agency',
    rules: [
      {
        id: 'F1',
        says: 'Where an agency brought you in, everything goes through its recruiter until you note that direct contact is fine.',
      },
    ],
  },
  {
    letter: 'G',
    title: 'Endings',
    rules: [
      { id: 'G1', says: 'Good news or bad, they are thanked for the interview.' },
      { id: 'G2', says: 'A no is accepted: thanks, one question about why, and no argument.' },
      { id: 'G3', says: 'A next round carries over the people, the referees and what you learned.' },
      {
        id: 'G4',
        says: 'An offer is followed from the spoken word to the last cleared condition, with a warning before it runs out.',
      },
      { id: 'G5', says: 'If you no longer want the job, they hear it at once and everything else stops.' },
      {
        id: 'G6',
        says: 'After a no or silence on a role you really wanted, you may come back once, three to six months later.',
      },
      { id: 'G7', says: 'If the chosen person says no and they come back to you, the interview lives again.' },
      {
        id: 'G8',
        says: 'When an answer looks unlikely, a last professional thank-you goes out; interest in later roles is only said if you mean it.',
      },
      {
        id: 'G9',
        says: 'If you are keen on the organisation, one letter to a senior person may follow on the day you move on.',
      },
      {
        id: 'G10',
        says: 'Every wait ends: after a long silence the interview is closed, and a late answer still finds it.',
      },
      {
        id: 'G11',
        says: 'Words that could burn a bridge are pointed out, with a better wording, before anything is sent.',
      },
    ],
  },
  {
    letter: 'H',
    title: 'Care in contact',
    rules: [
      { id: 'H1', says: 'All your interviews at one organisation share one minimum gap between contacts.' },
      { id: 'H2', says: 'Waiting times count from when a message was really accepted, or a call made.' },
      { id: 'H3', says: 'While a mail from them is unsorted, nothing asks for the outcome.' },
      {
        id: 'H4',
        says: 'While it is your turn their clock stands still, and after you have delivered they get five working days.',
      },
      { id: 'H5', says: 'After a pause or a holiday nothing bursts out; what was missed is planned anew.' },
      { id: 'H6', says: 'An out-of-office note or a mail that bounced is not an answer.' },
      { id: 'H7', says: 'When there is no way left to ask, you are told so plainly.' },
      {
        id: 'H8',
        says: 'A call that was agreed and did not happen brings a task after half an hour, and a courteous note the same day.',
      },
      { id: 'H9', says: 'Thank-yous to people who sat together differ from each other.' },
      { id: 'H10', says: 'Promises are kept track of in both directions, with the sentence that made them.' },
      { id: 'H11', says: 'Once you have withdrawn, nothing more is sent, except an answer you owe.' },
      { id: 'H12', says: 'An answer from a colleague counts, and what you send by hand counts too.' },
      { id: 'H13', says: 'Where law or custom sets a day for their answer, it can stand in for a promised one.' },
      { id: 'H14', says: '“Please do not write again” is kept for ever and beats everything.' },
      {
        id: 'H15',
        says: 'Nothing leaves without your approval unless you chose otherwise; what is not approved in time lapses quietly.',
      },
      { id: 'H16', says: 'Letters are plain and personal: no tracking, no list headers.' },
      {
        id: 'H17',
        says: 'While their replies cannot reach us, you are asked “no reply yet?” before anybody is asked anything.',
      },
    ],
  },
  {
    letter: 'I',
    title: 'Real life',
    rules: [
      { id: 'I1', says: 'Your present employer never hears of it from us.' },
      { id: 'I2', says: 'Nothing goes out before the interview took place.' },
      { id: 'I3', says: '“We will contact you” and “no calls please” are honoured.' },
      { id: 'I4', says: 'While a process is on hold nobody is asked; one check-in follows after six weeks.' },
      { id: 'I5', says: 'When somebody leaves, the successor takes their place and nothing starts over.' },
      { id: 'I6', says: 'Salary, visa, health and the like are said only in your own words.' },
      { id: 'I7', says: 'Letters take the language and the manner of the person’s last mail, else the formal one.' },
    ],
  },
];

const SAID = new Map(RULE_GROUPS.flatMap(({ rules }) => rules).map(({ id, says }) => [id, says]));

/** The sentence of a rule; null for an id that the rulebook does not have. */
export function ruleWords(id: string): string | null {
  return SAID.get(id) ?? null;
}
