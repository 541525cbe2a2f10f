/**
 * What the sentences of a mail say about an application, as named features ("decline", "inviteInterview"). Frames are
 * written over concepts, never over the words of one language. Each feature keeps the words it was read from.
 */
import type { Concept } from './concepts';
import { type Hit, places, type Reading } from './reader';

export type Features = Map<string, string>;

/** Words after which "not" denies nothing that matters: "do not hesitate", "not only", "not all". */
const IDLE_AFTER_NOT = new Set(
  `hesitate only already forget worry just necessarily reply respond all every everyone everybody each limited
   zogern nur antworten alle jeder jedem allen zogere hesitez hesite hesiter seulement tous toutes dude dudes dudar solo todos todas
   responda aarzel aarzelen alleen iedereen alle tveka bara alla`.split(/\s+/),
);

/** Words that make a condition only where a clause starts: "als" is also "as", "om" also "about". */
const LOOSE_CONDITIONS = new Set(['om', 'als', 'sollte', 'sollten', 'skulle', 'nar', 'wanneer', 'cuando', 'when', 'once', 'provided', 'where', 'should', 'lorsque', 'des', 'sauf', 'en', 'de']);
const JOINING = new Set('and or und oder et ou y o en of och eller that dass que dat att but aber mais pero maar men'.split(' '));

class SentenceFrames {
  private readonly negations: number[] = [];
  readonly notYet: boolean = false;
  private readonly condition: number;

  constructor(private readonly reading: Reading) {
    const { words } = reading.sentence;
    const still = places(reading, 'still');
    for (const { from, to } of places(reading, 'neg')) {
      if (IDLE_AFTER_NOT.has(words[to + 1] ?? '')) {
        continue;
      }
      if (still.some((hit) => Math.abs(hit.from - to) <= (words[hit.from] === 'yet' ? 7 : 2))) {
        this.notYet = true;
      } else if (!places(reading, 'maybe').some((hit) => from - hit.from > 0 && from - hit.from <= 2)) {
        this.negations.push(from);
      }
    }
    this.condition = this.findCondition();
  }

  get question(): boolean {
    return this.reading.sentence.question;
  }

  private findCondition(): number {
    const { words, clauses } = this.reading.sentence;
    for (const { from } of places(this.reading, 'cond')) {
      const starts = from === 0 || clauses[from] !== clauses[from - 1] || JOINING.has(words[from - 1] as string);
      if (starts || !LOOSE_CONDITIONS.has(words[from] as string)) {
        return from;
      }
    }
    return -1;
  }

  has(...concepts: Concept[]): boolean {
    return concepts.every((concept) => places(this.reading, concept).length > 0);
  }

  any(...concepts: Concept[]): boolean {
    return concepts.some((concept) => places(this.reading, concept).length > 0);
  }

  /** In the reach of "if …": what stands after it, or anything in a sentence that begins with it. */
  conditional(hit?: Hit): boolean {
    return this.condition !== -1 && (hit === undefined || this.condition <= 2 || hit.from > this.condition);
  }

  denied(hit: Hit): boolean {
    const { clauses } = this.reading.sentence;
    return this.negations.some((at) => {
      if (at >= hit.from) {
        return at <= hit.to + 1 && (at > hit.from || hit.to > hit.from);
      }
      const distance = hit.from - at;
      return distance <= 3 || (distance <= 8 && clauses[at] === clauses[hit.from]);
    });
  }

  /** The first place of a concept that is plainly said: not denied, not conditional. */
  plain(concept: Concept): Hit | undefined {
    return places(this.reading, concept).find((hit) => !this.denied(hit) && !this.conditional(hit));
  }

  deniedPlace(concept: Concept): Hit | undefined {
    return places(this.reading, concept).find((hit) => this.denied(hit) && !this.conditional(hit));
  }

  /** The span of the nearest places of two concepts, if at most `reach` words lie between. */
  near(a: Concept, b: Concept, reach: number): Hit | undefined {
    for (const one of places(this.reading, a)) {
      for (const other of places(this.reading, b)) {
        if (Math.max(one.from, other.from) - Math.min(one.to, other.to) - 1 <= reach) {
          return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
        }
      }
    }
    return undefined;
  }

  place(concept: Concept): Hit | undefined {
    return places(this.reading, concept)[0];
  }

  word(at: number): string {
    return this.reading.sentence.words[at] ?? '';
  }

  /** The words as written, with what denies them. */
  quote(hit: Hit): string {
    const { starts, ends, text } = this.reading.sentence;
    const negation = this.negations.find((at) => at < hit.from && hit.from - at <= 6);
    return text.slice(starts[negation ?? hit.from], ends[hit.to]);
  }
}

type Note = (name: string, hit: Hit | undefined) => void;

const REFUSAL_CONCEPTS: readonly Concept[] = ['move', 'select', 'next'];
const PAPERS: readonly [Concept, string][] = [
  ['references', 'askReferences'],
  ['transcript', 'askTranscript'],
  ['documents', 'askDocuments'],
  ['salaryWish', 'askSalary'],
  ['notice', 'askNotice'],
];

/** All features of a mail's sentences. `prefix` keeps those of the subject apart. */
export function framesOf(readings: readonly Reading[], prefix = ''): Features {
  const features: Features = new Map();
  let previous: SentenceFrames | undefined;
  for (const reading of readings) {
    const s = new SentenceFrames(reading);
    const note: Note = (name, hit) => {
      if (hit !== undefined && !features.has(prefix + name)) {
        features.set(prefix + name, s.quote(hit));
      }
    };
    refusals(s, note);
    receipts(s, note);
    advances(s, note);
    offers(s, note);
    waits(s, note);
    requests(s, note);
    people(s, note);
    noise(s, note);
    if (previous?.any('impressed', 'competition', 'careful') && s.any('but', 'regret')) {
      note('impressedBut', s.place('but') ?? s.place('regret'));
    }
    previous = s;
  }
  return features;
}

function refusals(s: SentenceFrames, note: Note): void {
  if (!s.question) {
    for (const concept of REFUSAL_CONCEPTS) {
      const hit = s.deniedPlace(concept);
      if (hit !== undefined) {
        note(concept === 'move' ? 'decline' : concept === 'select' ? 'declineSelect' : 'declineNext', hit);
      }
    }
    const offer = s.deniedPlace('offerJob') ?? (s.any('role', 'interview', 'next') ? s.deniedPlace('offer') : undefined);
    if (offer !== undefined && !s.has('feedback')) {
      note('declineOffer', offer);
    }
    if (s.any('interview', 'next', 'role')) {
      note('declineInvite', s.deniedPlace('invite'));
    }
  }
  const others = s.place('otherCandidates');
  if (others !== undefined && !s.conditional(others)) {
    const pending = s.notYet || s.any('deciding', 'wait') || (s.has('still') && s.any('interview', 'meeting'));
    if (s.any('fellThrough')) {
      note('othersFellThrough', others);
    } else if (pending) {
      note('othersPending', others);
    } else if (s.any('move', 'decide', 'select', 'fit', 'filled', 'offerJob', 'regret')) {
      note('others', others);
    } else {
      note('othersNamed', others);
    }
  }
  const filled = s.near('role', 'filled', 8);
  if (filled !== undefined && !s.conditional(filled) && !s.question) {
    const hit = s.place('filled') as Hit;
    if (s.notYet || s.word(hit.from - 1) === 'until' || s.denied(hit)) {
      note('notFilled', filled);
    } else if (!s.any('apply') || !s.has('please')) {
      note('filled', filled);
    }
  }
  const unsuccessful = s.place('unsuccessful');
  if (unsuccessful !== undefined && !s.conditional() && !s.denied(unsuccessful) && !/^(?:candidates|applicants|applications)$/.test(s.word(unsuccessful.to + 1))) {
    note('unsuccessful', unsuccessful);
  }
  const regret = s.place('regret');
  if (regret !== undefined && !s.conditional()) {
    if (s.any('cannotDo', 'away', 'wait')) {
      note('regretSmall', regret);
    } else {
      note('regret', regret);
      note('regretInform', s.near('regret', 'inform', 6));
      if (s.any('apply', 'role', 'candidate', 'fit', 'competition')) {
        note('regretRole', regret);
      }
    }
  }
  const chose = s.place('chose');
  if (chose !== undefined && !s.conditional(chose) && !s.question) {
    note(s.any('otherCandidates', 'candidate', 'role', 'regret', 'but') ? 'choseOther' : 'chose', chose);
  }
  note('wish', s.place('wish'));
  note('keep', s.place('keep'));
  note('careful', s.place('careful'));
  note('competition', s.place('competition'));
  note('fit', s.conditional() ? undefined : s.place('fit'));
  if (s.has('decide') && s.any('regret', 'but')) {
    note('decidedBut', s.place('decide'));
  }
  if (s.has('impressed') && s.any('but', 'regret')) {
    note('impressedBut', s.place('impressed'));
  }
}

function receipts(s: SentenceFrames, note: Note): void {
  const received = s.near('received', 'apply', 8);
  if (received !== undefined && !s.conditional(received) && !s.denied(received) && !s.has('please', 'give')) {
    note('received', received);
  }
  note('receivedAny', s.plain('received'));
  note('thanksApplying', s.near('thanks', 'applied', 8) ?? s.near('thanks', 'apply', 6));
  const review = s.place('review');
  if (review !== undefined && s.any('apply', 'candidate', 'received')) {
    note('willReview', review);
  }
  if (s.conditional() && s.any('select', 'fit', 'hearFrom', 'move', 'next', 'unsuccessful', 'interview', 'role')) {
    note('ifSelected', s.place('cond'));
  }
  note('arrived', s.conditional() ? undefined : (s.plain('arrived') ?? s.plain('passedOn')));
  if (s.any('arrived', 'received') && s.has('thanks')) {
    note('thanksArrived', s.place('thanks'));
  }
  if (s.has('only') && s.any('select', 'hearFrom', 'candidate', 'interview')) {
    note('onlySelected', s.place('only'));
  }
  note('automatic', s.place('automatic'));
  if (!s.conditional()) {
    note('hearFrom', s.plain('hearFrom'));
  }
}

function advances(s: SentenceFrames, note: Note): void {
  const vague = s.has('only') && s.has('candidate');
  const invite = s.plain('invite');
  if (invite !== undefined && s.any('interview', 'next', 'test', 'meeting') && !vague) {
    note(s.any('interview', 'next', 'test') ? 'inviteInterview' : 'inviteMeeting', invite);
  }
  const schedule = s.plain('schedule') ?? s.plain('available');
  if (schedule !== undefined && !vague) {
    if (s.any('interview', 'next') && s.any('you', 'please')) {
      note('scheduleInterview', schedule);
    } else if (s.any('meeting') && s.any('you', 'please')) {
      note('scheduleMeeting', schedule);
    }
  }
  if (s.has('available') && (s.question || s.any('please')) && !s.conditional()) {
    note('askAvailability', s.place('available'));
  }
  const next = s.plain('next');
  if (next !== undefined && !vague) {
    if (s.any('glad', 'congratulations', 'invite') || s.plain('move') !== undefined || s.plain('select') !== undefined) {
      note('toNextRound', next);
    } else {
      note('nextNamed', next);
    }
  }
  const move = s.plain('move');
  if (move !== undefined && s.any('you', 'apply') && s.any('glad', 'congratulations', 'next') && !s.any('otherCandidates')) {
    note('moveYouOn', move);
  }
  const select = s.plain('select');
  if (select !== undefined && s.any('you', 'apply') && s.any('glad', 'congratulations') && !s.any('otherCandidates', 'only')) {
    note('selectedYou', select);
  }
  note('congratulations', s.plain('congratulations'));
  const test = s.plain('test');
  if (test !== undefined) {
    note(s.any('please', 'invite', 'give', 'next', 'you') ? 'test' : 'testNamed', test);
  }
  note('interview', s.plain('interview'));
  note('meeting', s.plain('meeting'));
  note('cannotDo', s.place('cannotDo'));
  if (s.has('cannotDo') && s.any('schedule', 'available', 'interview', 'meeting')) {
    note('reschedule', s.place('cannotDo'));
  }
}

function offers(s: SentenceFrames, note: Note): void {
  const offerJob = s.plain('offerJob');
  if (offerJob !== undefined && !s.question && !s.any('bulk', 'jobAlert')) {
    note(s.any('glad', 'congratulations', 'join') ? 'offerGlad' : 'offerJob', offerJob);
  }
  const offer = s.plain('offer');
  if (offer !== undefined && s.any('role', 'pay', 'startDate') && s.any('glad', 'congratulations', 'you') && !s.any('bulk', 'jobAlert', 'regret')) {
    note('offerRole', offer);
  }
  const want = s.plain('want');
  if (want !== undefined && !s.question && !s.any('elsewhere', 'winner', 'bulk')) {
    note('want', want);
  }
  if (s.any('pay') && !s.question) {
    note('pay', s.plain('pay'));
  }
  note('startDate', s.question ? undefined : s.plain('startDate'));
  if (s.any('offer', 'offerJob')) {
    note('sign', s.plain('sign'));
    note('offerPay', s.plain('pay') ?? s.plain('startDate'));
  }
  note('signAny', s.plain('sign'));
  if (s.any('glad', 'congratulations')) {
    note('joinGlad', s.plain('join'));
  }
}

function waits(s: SentenceFrames, note: Note): void {
  if (s.has('still') && s.any('deciding', 'wait', 'review', 'interview', 'decide') && !s.conditional()) {
    note('stillDeciding', s.place('still'));
  }
  if (s.notYet && s.any('decide', 'deciding', 'hearFrom', 'select', 'filled', 'received')) {
    note('notYet', s.place('still'));
  }
  note('deciding', s.plain('deciding'));
  const wait = s.place('wait');
  if (wait !== undefined && !s.conditional(wait)) {
    note('wait', wait);
    if (s.any('regret', 'thanks') || s.has('please')) {
      note('sorryWait', wait);
    }
    if (s.any('decide', 'deciding', 'review', 'interview')) {
      note('waitDecision', wait);
    }
  }
  note('noNews', s.conditional() ? undefined : s.place('noNews'));
  const onHold = s.place('onHold');
  if (onHold !== undefined && !s.conditional(onHold)) {
    note('onHold', onHold);
  }
  if (s.any('decide') && s.any('hearFrom', 'deciding') && s.deniedPlace('move') === undefined) {
    note('decisionComing', s.place('decide'));
  }
}

function requests(s: SentenceFrames, note: Note): void {
  const asks = s.any('please') || s.question;
  const give = s.place('give');
  for (const [concept, name] of PAPERS) {
    const hit = s.place(concept);
    if (hit !== undefined && asks && (give !== undefined || s.question) && !s.has('self', 'agree')) {
      note(name, hit);
    }
  }
  if (s.has('please') && give !== undefined && !s.conditional(give)) {
    note('askGive', give);
    if (s.any('apply')) {
      note('askApplication', s.place('apply'));
    }
  }
  if (s.any('missing')) {
    note(s.any('references', 'transcript', 'documents', 'apply', 'salaryWish', 'notice', 'please', 'give') ? 'missingPaper' : 'missing', s.place('missing'));
  }
  note('unfinished', s.place('unfinished'));
  if (s.question) {
    note('question', { from: 0, to: Math.min(5, s.place('you')?.to ?? 3) });
  }
}

function people(s: SentenceFrames, note: Note): void {
  const reference = s.place('references');
  if (reference !== undefined && s.has('self')) {
    note('referenceSelf', reference);
    if (s.any('agree') && !s.has('please', 'give')) {
      note(s.deniedPlace('agree') === undefined ? 'refereeYes' : 'refereeNo', reference);
    }
    if (s.denied(reference)) {
      note('refereeNo', reference);
    }
  }
  note('fellThrough', s.has('candidate') || s.has('preferred') || s.has('otherCandidates') ? s.plain('fellThrough') : undefined);
  const reopened = s.plain('reopened');
  if (reopened !== undefined) {
    note(s.any('role', 'candidate', 'interested', 'apply') ? 'reopened' : 'reopenedAny', reopened);
  }
  const interested = s.place('interested');
  if (interested !== undefined) {
    note(s.question || s.any('now', 'reopened', 'fellThrough') || s.conditional() ? 'stillInterested' : 'interestNamed', interested);
  }
  const left = s.plain('somebodyLeft');
  if (left !== undefined) {
    note(s.any('candidate', 'preferred', 'role', 'otherCandidates', 'interested', 'reopened') ? 'personLeft' : 'somebodyLeft', left);
  }
  const spoke = s.place('spokeForYou');
  if (spoke !== undefined) {
    note(s.any('self') ? 'spokeSelf' : 'spoke', spoke);
  }
  note('preferred', s.place('preferred'));
  note('self', s.place('self'));
  note('agree', s.place('agree') !== undefined && s.has('self') ? s.place('agree') : undefined);
  const away = s.place('away');
  if (away !== undefined && !s.conditional(away)) {
    note('away', away);
    if (s.any('self', 'back')) {
      note('awayBack', away);
    }
  }
}

function noise(s: SentenceFrames, note: Note): void {
  for (const concept of ['bulk', 'jobAlert', 'cold', 'account', 'elsewhere', 'winner'] as const) {
    note(concept, s.place(concept));
  }
  note('role', s.place('role'));
  note('apply', s.place('apply'));
  note('candidate', s.place('candidate'));
  note('noCalls', s.place('noCalls'));
  note('noMail', s.place('noMail'));
}
