/** D3, G1-G5, H8, I4: what is owed to people who wrote or called, and the words that belong to an ending. */
import { dateOf, dayOf, days, hours, instantOf, subtractWorkingDays, workingDayFrom } from '../calendar';
import type { Answer } from '../case';
import type { Outcome } from '../decision';
import { normaliseAddress } from '../identity';
import type { Contact } from '../intake';
import { askable, contactById, counterpart, mayEmail, mayPhone, placeOf, recruiter, type View } from '../view';
import { dayAhead, outward, soon, task, type Want, withinOneWorkingDay } from '../want';
import { nameOf } from './thanks';

/** I4: one check-in, six weeks after the process was put on hold. */
const CHECK_IN_AFTER_DAYS = 42;

/** I6: only in the candidate's own words, always asked. */
const SENSITIVE = ['salary', 'visa', 'health', 'notice_period', 'identity'];

/** G1-G4: outcomes of theirs that are answered at once, by a message of their own. */
const HAS_ITS_MESSAGE: readonly Outcome[] = ['rejected', 'advanced', 'offered'];

/** D3: each thing a person there wrote or called about, unless G1-G5's own message answers it. */
export function answersOwed(view: View): Want[] {
  const { file } = view;
  return file.answers.flatMap((answer, index) => {
    if (!owesAnswer(view, answer)) return [];
    const contact = counterpart(view, answer.contactId);
    const id = `a${index + 1}`;
    const rules = ['D3', ...(answer.asksFor.some((a) => SENSITIVE.includes(a)) ? ['I6'] : [])];
    const letter = {
      answers: answer.kind,
      mailKey: answer.key,
      ...(answer.asksFor.length > 0 && { asksFor: answer.asksFor }),
      // Only the day that this answer named, and while it stands (H10): an older one is none of its words.
      ...(answer.namedDay !== null &&
        answer.namedDay === file.promised?.day && { promisedDate: dateOf(answer.namedDay) }),
    };
    if (contact === null || answer.kind === 'call') {
      const planned = withinOneWorkingDay(view, answer.at, view.here);
      return [
        task(view, {
          step: 'answer_owed',
          id,
          rules,
          reason:
            answer.kind === 'call'
              ? 'D3: they called and did not reach you; call back'
              : 'D3: they wrote, and get an answer',
          planned,
          about: answer.kind === 'call' ? 'call_back' : 'answer',
          letter,
          opensAt: answer.at,
        }),
      ];
    }
    const place = placeOf(view, contact);
    return [
      outward({
        step: 'answer_owed',
        id,
        rules,
        reason: `D3: ${nameOf(contact)} wrote and gets an answer within one working day`,
        planned: withinOneWorkingDay(view, answer.at, place),
        channel: 'email',
        to: [contact.id],
        place,
        letter,
        // Documents, availability and the like are the candidate's to give; I6 above all.
        mustAsk: answer.kind === 'info_request' || answer.kind === 'other' || rules.includes('I6'),
        opensAt: answer.at,
      }),
    ];
  });
}

function owesAnswer(view: View, answer: Answer): boolean {
  const { file } = view;
  if (answer.kind !== 'call' && wantsSilence(view, answer.contactId)) return false;
  // The candidate's own no, said to them at once, is the answer to all that was asked before it.
  const refused = file.outcome === 'withdrawn' || (file.outcome === 'declined' && file.ending?.by === 'candidate');
  if (refused && answer.at <= file.outcomeAt) return false;
  if (answer.kind === 'other' && !answer.byMail) return false;
  // What was still to be said to a holding reply is said by the message that the outcome calls for.
  if (answer.kind === 'holding' && answer.at <= file.outcomeAt && HAS_ITS_MESSAGE.includes(file.outcome)) return false;
  // Nor does anybody want papers or news of whom they have refused: the answer to the no is the answer (D3, G2).
  if (answer.kind !== 'call' && answer.at <= file.outcomeAt && file.outcome === 'rejected') return false;
  if (
    answer.kind === 'holding' ||
    answer.kind === 'info_request' ||
    answer.kind === 'other' ||
    answer.kind === 'reopened'
  )
    return true;
  if (answer.kind === 'call') return true;
  // A yes or a no is answered by its own message; one that came after the candidate had withdrawn is owed a word still.
  const settled = file.outcome === 'withdrawn' || file.outcome === 'accepted' || file.outcome === 'declined';
  return settled && answer.at > file.outcomeAt;
}

/** H14 beats every step: who asked not to be written to is not answered, and nobody else is in that person's place. */
export function wantsSilence(view: View, contactId: string | null): boolean {
  const { doNotWrite, doNotWriteThere } = view.file;
  if (doNotWrite === 'everybody' || doNotWriteThere) return true;
  const wrote = contactById(view, contactId ?? '');
  if (wrote === null) return false;
  return doNotWrite.has(wrote.id) || view.around.doNotWrite.includes(normaliseAddress(wrote.email ?? ''));
}

/** G1, G2, G3, G4, G5: one message for each ending, to whoever spoke last. */
export function endings(view: View): Want[] {
  const { file } = view;
  const spoke = file.ending?.contactId ?? lastWriter(view);
  const wants = endingOf(view, counterpart(view, spoke));
  if (file.ending?.by !== 'them' || !wantsSilence(view, spoke)) return wants;
  return wants.filter((w) => w.channel === 'task' && w.about !== 'no_address');
}

function endingOf(view: View, contact: Contact | null): Want[] {
  const { file } = view;
  switch (file.outcome) {
    case 'rejected': {
      const reasons = file.ending?.reasonGiven ?? false;
      const asked = reasons || hasAskedWhy(view);
      return one(view, contact, asked ? 'outcome_thanks' : 'feedback_request', asked ? ['G1', 'G2'] : ['G2', 'G1'], {
        reason: reasons
          ? 'G1: thank them for the interview; the reasons are known'
          : asked
            ? 'G1: thank them; why it was a no has been asked once'
            : 'G2: accept the no, thank them, and ask once why',
        outcome: file.ending?.pool ? 'pool' : 'rejected',
      });
    }
    case 'advanced':
      return [
        ...one(view, contact, 'confirm', ['G3', 'G1'], {
          reason: 'G3: thank them and confirm the next round',
          outcome: 'advanced',
        }),
        task(view, {
          step: 'confirm',
          id: 'next-round',
          rules: ['G3'],
          reason:
            'G3: prepare, and enter the next round as an interview of its own; people, referees and learning come along',
          planned: soon(view, file.outcomeAt, view.here),
          about: 'next_round',
          opensAt: file.outcomeAt,
        }),
      ];
    case 'offered':
      return [
        ...one(view, contact, 'outcome_thanks', ['G4', 'G1'], {
          reason: 'G4: thank them for the offer',
          outcome: 'offered',
        }),
        ...deadline(view),
      ];
    case 'accepted':
      return [
        ...one(view, contact, 'accept', ['G4'], { reason: 'G4: accept in writing', outcome: 'accepted' }),
        ...afterAccepting(view),
      ];
    case 'declined':
      return file.ending?.by === 'candidate'
        ? one(view, contact, 'decline', ['G4'], { reason: 'G4: a gracious no', outcome: 'declined' })
        : [];
    case 'withdrawn':
      return withdrawal(view, contact);
    default:
      return [];
  }
}

/** G2: asked for an earlier no of theirs, and once is enough. */
function hasAskedWhy(view: View): boolean {
  const { records, ending } = view.file;
  return [...records.values()].some(
    ({ step, status }) =>
      step.step === 'feedback_request' &&
      (status === 'sent' || status === 'uncertain') &&
      !step.key.endsWith(`-${ending?.answers ?? 0}`),
  );
}

const lastWriter = (view: View): string | null => view.file.answers.at(-1)?.contactId ?? null;

function one(
  view: View,
  contact: Contact | null,
  step: 'feedback_request' | 'outcome_thanks' | 'confirm' | 'accept' | 'decline',
  rules: string[],
  words: { reason: string; outcome: string },
): Want[] {
  const { file } = view;
  if (contact === null) {
    return [
      task(view, {
        step,
        id: `${words.outcome}-no-address`,
        rules: [...rules, 'A2'],
        reason: `${words.reason}; no address on file may be used`,
        planned: soon(view, file.outcomeAt, view.here),
        about: 'no_address',
        letter: { outcome: words.outcome },
        opensAt: file.outcomeAt,
      }),
    ];
  }
  const place = placeOf(view, contact);
  return [
    outward({
      step,
      id: `${words.outcome}-${file.ending?.answers ?? 0}`,
      rules: [...rules, 'D3'],
      reason: words.reason,
      planned: withinOneWorkingDay(view, file.outcomeAt, place),
      channel: 'email',
      to: [contact.id],
      place,
      letter: { outcome: words.outcome },
      opensAt: file.outcomeAt,
    }),
  ];
}

/** G4: warned before the offer lapses. */
function deadline(view: View): Want[] {
  const { file, here } = view;
  const by = file.offer?.answerBy ?? null;
  if (by === null) return [];
  const day = subtractWorkingDays(by, 2, here);
  const planned = Math.max(instantOf(day, 9 * 60, here), file.outcomeAt);
  return [
    task(view, {
      step: 'accept',
      id: `decide-${by}`,
      rules: ['G4'],
      reason: 'G4: the offer lapses soon; accept, decline or ask for more time',
      planned,
      about: 'offer_lapses',
    }),
  ];
}

/** G4: the other processes are offered for withdrawal one by one; resignation when conditions are cleared. */
function afterAccepting(view: View): Want[] {
  const { file } = view;
  const at = soon(view, file.outcomeAt, view.here);
  const others = view.around.siblings
    .filter((s) => s.outcome === 'open' || s.outcome === 'offered')
    .map((s) =>
      task(view, {
        step: 'withdrawal',
        id: `sibling-${s.interviewId}`,
        rules: ['G4', 'G5'],
        reason: `G4: you accepted an offer; withdraw from ${s.role} at ${s.organisationName}?`,
        planned: at,
        about: 'withdraw_sibling',
        letter: { variant: s.interviewId },
        opensAt: file.outcomeAt,
      }),
    );
  const cleared = file.offer?.stage === 'cleared' ? file.offer.at : null;
  const resign =
    file.intake.candidate.presentEmployer !== null && cleared !== null
      ? [
          task(view, {
            step: 'accept',
            id: 'resign',
            rules: ['G4'],
            reason: 'G4: the conditions are cleared; now is the time to resign, well',
            planned: soon(view, Math.max(cleared, file.outcomeAt), view.here),
            about: 'resign',
          }),
        ]
      : [];
  return [...others, ...resign];
}

/** G5: told at once, by call and by mail, even before the promised date. */
function withdrawal(view: View, written: Contact | null): Want[] {
  const { file } = view;
  const agent = recruiter(view);
  const callable =
    agent !== null ? (mayPhone(view, agent) ? agent : null) : (askable(view).find((c) => mayPhone(view, c)) ?? null);
  const wants: Want[] = [];
  const shared = { step: 'withdrawal', rules: ['G5'], letter: { outcome: 'withdrawn' } } as const;
  if (callable !== null) {
    const place = placeOf(view, callable);
    wants.push(
      outward({
        ...shared,
        rules: ['G5'],
        id: 'call',
        reason: `G5: call ${nameOf(callable)} and say so yourself`,
        planned: soon(view, file.outcomeAt, place),
        channel: 'phone',
        to: [callable.id],
        place,
        opensAt: file.outcomeAt,
      }),
    );
  }
  if (written !== null) {
    const place = placeOf(view, written);
    wants.push(
      outward({
        ...shared,
        rules: ['G5'],
        id: '1',
        reason: 'G5: tell them at once that you withdraw',
        planned: soon(view, file.outcomeAt, place),
        channel: 'email',
        to: [written.id],
        place,
        opensAt: file.outcomeAt,
      }),
    );
  }
  return wants;
}

/** H8: an agreed call that did not happen: a task after half an hour, a courteous note the same day. */
export function noShows(view: View): Want[] {
  const { file } = view;
  if (!['open', 'offered', 'advanced'].includes(file.outcome)) return [];
  return file.calls.flatMap((call) => {
    if (call.settled) return [];
    const missedAt = call.noShow ? Math.max(call.noShowAt, call.at) : call.at + hours(0.5);
    const contact = counterpart(view, call.contactId);
    const wants = [
      task(view, {
        step: 'no_show_note',
        id: `c${call.n}`,
        rules: ['H8'],
        reason: 'H8: the agreed call has not happened, as far as is known; did it?',
        planned: missedAt,
        about: 'no_show',
      }),
    ];
    if (contact !== null && mayEmail(view, contact)) {
      const place = placeOf(view, contact);
      wants.push(
        outward({
          step: 'no_show_note',
          id: `c${call.n}`,
          rules: ['H8'],
          reason: 'H8: a courteous note the same day, and a new time',
          planned: soon(view, missedAt + hours(0.5), place),
          channel: 'email',
          to: [contact.id],
          place,
          // Nobody has said yet that it did not take place: then only the candidate knows.
          mustAsk: !call.noShow,
          opensAt: missedAt,
        }),
      );
    }
    return wants;
  });
}

/** I4: a process on hold is not chased; one check-in after six weeks. */
export function checkIn(view: View): Want[] {
  const { file } = view;
  if (file.onHoldSince === null || file.outcome !== 'open') return [];
  const contact = counterpart(view, null);
  if (contact === null) return [];
  const place = placeOf(view, contact);
  const day = workingDayFrom(dayOf(file.onHoldSince + days(CHECK_IN_AFTER_DAYS), place), place);
  const planned = instantOf(day, view.hours.from * 60 + 60, place);
  return [
    outward({
      step: 'check_in',
      id: String(dayOf(file.onHoldSince, place)),
      rules: ['I4'],
      reason: 'I4: the process was put on hold six weeks ago; one friendly check-in',
      planned,
      channel: 'email',
      to: [contact.id],
      place,
      opensAt: dayAhead(view, planned, place),
    }),
  ];
}

/** H14: who asked for peace elsewhere, of another candidate perhaps, is not written to here; the candidate must know. */
export function leftInPeace(view: View): Want[] {
  const { file, around } = view;
  if (file.outcome !== 'open') return [];
  return file.contacts
    .filter((c) => c.email !== null && around.doNotWrite.includes(normaliseAddress(c.email)))
    .filter((c) => file.doNotWrite !== 'everybody' && !file.doNotWrite.has(c.id))
    .map((c) =>
      task(view, {
        step: 'thank_you',
        id: `peace-${c.id}`,
        rules: ['H14'],
        reason: `H14: ${nameOf(c)} asked before not to be written to, so nothing goes there from here`,
        planned: soon(view, file.startedAt, view.here),
        opensAt: file.startedAt,
        about: 'left_in_peace',
        letter: { variant: c.id },
      }),
    );
}

/** H6: an address that bounced for good needs a better one. */
export function badAddresses(view: View): Want[] {
  const { file } = view;
  const people = [
    ...file.contacts.filter((c) => c.email !== null),
    ...file.intake.referees.filter((r) => r.email !== null),
  ];
  return people
    .filter((p) => file.bounced.has(p.id))
    .map((p) =>
      task(view, {
        step: file.intake.referees.some((r) => r.id === p.id) ? 'referee_ask' : 'answer_owed',
        id: `address-${p.id}`,
        rules: ['H6', 'A2'],
        reason: 'H6: the mail came back for good; find a better address',
        planned: soon(view, file.bounced.get(p.id) ?? file.startedAt, view.here),
        opensAt: file.bounced.get(p.id) ?? file.startedAt,
        about: 'bad_address',
        letter: { variant: p.id },
      }),
    );
}
