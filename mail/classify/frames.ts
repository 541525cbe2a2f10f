/**
 * What the sentences of a mail say about an application, as named features ("decline", "inviteInterview"). Frames are
 * written over concepts, never over the words of one language. Each feature keeps the words it was read from.
 */
import type { Features } from './features';
import type { Hit, Hits, Reading } from './reader';
import { SentenceFrames } from './sentence-frames';

type Note = (name: string, hit: Hit | undefined) => void;
type Frame = (s: SentenceFrames, h: Hits, note: Note) => void;

/** In a mail of some length, what sells or warns after this share of it is the footer and says nothing about the mail. */
const FOOTER_FROM = 0.45;
const SHORT_MAIL = 4;

/** All features of a mail's sentences. `prefix` keeps those of the subject apart. */
export function framesOf(readings: readonly Reading[], features: Features, prefix = ''): void {
  let sentence: SentenceFrames | undefined;
  let previous: SentenceFrames | undefined;
  const note: Note = (name, hit) => {
    if (hit !== undefined) {
      const full = prefix === '' ? name : prefix + name;
      if (!features.has(full) && sentence !== undefined) {
        features.set(full, { sentence: sentence.reading.sentence, ...sentence.withDenial(hit) });
      }
    }
  };
  const footer = readings.length <= SHORT_MAIL ? readings.length : readings.length * FOOTER_FROM;
  for (let at = 0; at < readings.length; at += 1) {
    const reading = readings[at] as Reading;
    if (reading.said.length > 0) {
      sentence = new SentenceFrames(reading);
      for (const frame of FRAMES) {
        frame(sentence, sentence.hits, note);
      }
      (at < footer ? offTopic : smallPrint)(sentence, sentence.hits, note);
      const before = previous?.hits;
      if (before !== undefined && (before.impressed || before.competition || before.careful)) {
        note('impressedBut', first(sentence.hits.but) ?? first(sentence.hits.regret));
      }
      previous = sentence;
    }
  }
}

function first(hits: readonly Hit[] | undefined): Hit | undefined {
  return hits?.[0];
}

/** Somebody says no. */
const refusals: Frame = (s, h, note) => {
  if (!s.question && h.neg) {
    note('decline', s.deniedPlace(h.move));
    note('declineSelect', s.deniedPlace(h.select));
    note('declineNext', s.deniedPlace(h.next));
    if (!h.feedback) {
      note(
        'declineOffer',
        s.deniedPlace(h.offerJob) ?? (h.role || h.interview || h.next ? s.deniedPlace(h.offer) : undefined),
      );
    }
    if (h.interview || h.next || h.role) {
      note('declineInvite', s.deniedPlace(h.invite));
    }
  }
  const unsuccessful = first(h.unsuccessful);
  if (
    unsuccessful &&
    !s.hasCondition &&
    !s.denied(unsuccessful) &&
    !/^(?:candidates|applicants|applications)$/.test(s.word(unsuccessful.to + 1))
  ) {
    note('unsuccessful', unsuccessful);
  }
  const chose = first(h.chose);
  if (chose && !s.conditional(chose) && !s.question) {
    note(h.otherCandidates || h.candidate || h.role || h.regret || h.but ? 'choseOther' : 'chose', chose);
  }
};

/** Others are in the race, or have won it. */
const others: Frame = (s, h, note) => {
  const named = first(h.otherCandidates);
  if (named && !s.conditional(named)) {
    const pending = s.notYet || h.deciding || h.wait || (h.still && (h.interview || h.meeting));
    if (h.fellThrough) {
      note('othersFellThrough', named);
    } else if (pending) {
      note('othersPending', named);
    } else if (h.move || h.decide || h.select || h.fit || h.filled || h.offerJob || h.regret) {
      note('others', named);
    } else {
      note('othersNamed', named);
    }
  }
  const filled = s.near(h.role, h.filled, 8);
  const closing = first(h.filled);
  if (filled && closing && !s.conditional(filled) && !s.question) {
    if (s.notYet || s.word(closing.from - 1) === 'until' || s.denied(closing)) {
      note('notFilled', filled);
    } else if (!h.apply || !h.please) {
      note('filled', filled);
    }
  }
};

/** The tone of a no: regret, good wishes, the file, the hard choice. */
const tone: Frame = (s, h, note) => {
  const regret = first(h.regret);
  if (regret && !s.hasCondition) {
    if (h.cannotDo || h.away || h.wait) {
      note('regretSmall', regret);
    } else {
      note('regret', regret);
      note('regretInform', s.near(h.regret, h.inform, 6));
      if (h.apply || h.role || h.candidate || h.fit || h.competition) {
        note('regretRole', regret);
      }
    }
  }
  note('wish', first(h.wish));
  note('keep', first(h.keep));
  note('careful', first(h.careful));
  note('competition', first(h.competition));
  if (!s.hasCondition) {
    note('fit', first(h.fit));
  }
  if (h.regret || h.but) {
    note('decidedBut', first(h.decide));
    note('impressedBut', first(h.impressed));
  }
};

/** Something has arrived, and perhaps will be looked at. */
const receipts: Frame = (s, h, note) => {
  const received = s.near(h.received, h.apply, 8);
  if (received && !s.conditional(received) && !s.denied(received) && !(h.please && h.give) && !h.competition) {
    note('received', received);
  }
  note('receivedAny', s.plain(h.received));
  note('thanksApplying', s.near(h.thanks, h.applied, 8) ?? s.near(h.thanks, h.apply, 6));
  if (h.apply || h.candidate || h.received) {
    note('willReview', first(h.review));
  }
  if (s.hasCondition) {
    if (h.select || h.fit || h.hearFrom || h.move || h.next || h.unsuccessful || h.interview || h.role) {
      note('ifSelected', first(h.cond));
    }
  } else {
    note('arrived', s.plain(h.arrived) ?? s.plain(h.passedOn));
    const hearFrom = s.plain(h.hearFrom);
    note('hearFrom', hearFrom);
    if (!s.question && !(h.please && h.give)) {
      note('weWillContact', hearFrom);
    }
  }
  if (h.arrived || h.received) {
    note('thanksArrived', first(h.thanks));
  }
  if (h.select || h.hearFrom || h.candidate || h.interview) {
    note('onlySelected', first(h.only));
  }
  note('automatic', first(h.automatic));
};

/** On to the next conversation. */
const advances: Frame = (s, h, note) => {
  const vague = h.only && h.candidate;
  if (!vague) {
    const invite = s.plain(h.invite);
    if (h.interview || h.next || h.test) {
      note('inviteInterview', invite);
    } else if (h.meeting) {
      note('inviteMeeting', invite);
    }
    if (h.you || h.please) {
      const schedule = s.plain(h.schedule) ?? s.plain(h.available);
      if (h.interview || h.next) {
        note('scheduleInterview', schedule);
      } else if (h.meeting) {
        note('scheduleMeeting', schedule);
      }
    }
    const next = s.plain(h.next);
    if (next) {
      note(
        h.glad || h.congratulations || h.invite || s.plain(h.move) || s.plain(h.select) ? 'toNextRound' : 'nextNamed',
        next,
      );
    }
  }
  if ((s.question || h.please) && !s.hasCondition) {
    note('askAvailability', first(h.available));
  }
  if ((h.you || h.apply) && !h.otherCandidates) {
    if (h.glad || h.congratulations || h.next) {
      note('moveYouOn', s.plain(h.move));
    }
    if ((h.glad || h.congratulations) && !h.only) {
      note('selectedYou', s.plain(h.select));
    }
  }
  note('congratulations', s.plain(h.congratulations));
  note(h.please || h.invite || h.give || h.next || h.you ? 'test' : 'testNamed', s.plain(h.test));
  note('interview', s.plain(h.interview));
  note('meeting', s.plain(h.meeting));
  note('cannotDo', first(h.cannotDo));
  if (h.schedule || h.available || h.interview || h.meeting) {
    note('reschedule', first(h.cannotDo));
  }
};

/** A job is offered, with its terms. */
const offers: Frame = (s, h, note) => {
  const selling = h.bulk || h.jobAlert;
  if (!s.question && !selling) {
    note(h.glad || h.congratulations || h.join ? 'offerGlad' : 'offerJob', s.plain(h.offerJob));
  }
  if ((h.role || h.pay || h.startDate) && (h.glad || h.congratulations || h.you) && !selling && !h.regret) {
    note('offerRole', s.plain(h.offer));
  }
  if (!s.question) {
    if (!h.elsewhere && !h.winner && !h.bulk) {
      note('want', s.plain(h.want));
    }
    note('pay', s.plain(h.pay));
    note('startDate', s.plain(h.startDate));
  }
  if (h.offer || h.offerJob) {
    note('sign', s.plain(h.sign));
    note('offerPay', s.plain(h.pay) ?? s.plain(h.startDate));
  }
  note('signAny', s.plain(h.sign));
  if (h.glad || h.congratulations) {
    note('joinGlad', s.plain(h.join));
  }
};

/** Nothing is decided. */
const waits: Frame = (s, h, note) => {
  if (!s.hasCondition) {
    if (h.deciding || h.wait || h.review || h.interview || h.decide) {
      note('stillDeciding', first(h.still));
    }
    note('noNews', first(h.noNews));
  }
  if (s.notYet && (h.decide || h.deciding || h.hearFrom || h.select || h.filled || h.received)) {
    note('notYet', first(h.still));
  }
  note('deciding', s.plain(h.deciding));
  const wait = first(h.wait);
  if (wait && !s.conditional(wait)) {
    note('wait', wait);
    if (h.regret || h.thanks || h.please) {
      note('sorryWait', wait);
    }
    if (h.decide || h.deciding || h.review || h.interview) {
      note('waitDecision', wait);
    }
  }
  const onHold = first(h.onHold);
  if (onHold && !s.conditional(onHold)) {
    note('onHold', onHold);
  }
  if ((h.hearFrom || h.deciding) && !s.deniedPlace(h.move)) {
    note('decisionComing', first(h.decide));
  }
};

/** The candidate is asked for something. */
const requests: Frame = (s, h, note) => {
  if ((h.please || s.question) && (h.give || s.question) && !(h.self && h.agree)) {
    note('askReferences', first(h.references));
    note('askTranscript', first(h.transcript));
    note('askDocuments', first(h.documents));
    note('askSalary', first(h.salaryWish));
    note('askNotice', first(h.notice));
  }
  const give = first(h.give);
  if (h.please && give && !s.conditional(give)) {
    note('askGive', give);
    note('askApplication', first(h.apply));
  }
  const lacksPaper =
    h.references || h.transcript || h.documents || h.apply || h.salaryWish || h.notice || h.please || h.give;
  note(lacksPaper ? 'missingPaper' : 'missing', first(h.missing));
  note('unfinished', first(h.unfinished));
  if (s.question) {
    note('question', first(h.you));
  }
};

/** Referees, and candidates who have gone. */
const people: Frame = (s, h, note) => {
  const reference = first(h.references);
  if (reference && h.self) {
    note('referenceSelf', reference);
    if (h.agree && !(h.please && h.give)) {
      note(s.deniedPlace(h.agree) ? 'refereeNo' : 'refereeYes', reference);
    }
    if (s.denied(reference)) {
      note('refereeNo', reference);
    }
  }
  note(h.self ? 'spokeSelf' : 'spoke', first(h.spokeForYou));
  note('self', first(h.self));
  if (h.self) {
    note('agree', first(h.agree));
  }
  if (h.candidate || h.preferred || h.otherCandidates) {
    note('fellThrough', s.plain(h.fellThrough));
  }
  note(
    h.candidate || h.preferred || h.role || h.otherCandidates || h.interested || h.reopened
      ? 'personLeft'
      : 'somebodyLeft',
    s.plain(h.somebodyLeft),
  );
  note('preferred', first(h.preferred));
  note(h.role || h.candidate || h.interested || h.apply ? 'reopened' : 'reopenedAny', s.plain(h.reopened));
  note(
    s.question || h.now || h.reopened || h.fellThrough || s.hasCondition ? 'stillInterested' : 'interestNamed',
    first(h.interested),
  );
  const away = first(h.away);
  if (away && !s.conditional(away)) {
    note('away', away);
    if (h.self || h.back) {
      note('awayBack', away);
    }
  }
};

/** What is said in passing, and what binds whatever the answer is. */
const asides: Frame = (_, h, note) => {
  note('role', first(h.role));
  note('apply', first(h.apply));
  note('candidate', first(h.candidate));
  note('noCalls', first(h.noCalls));
};

/** What has nothing to do with an answer, in the body of a mail. */
const offTopic: Frame = (_, h, note) => {
  note('bulk', first(h.bulk));
  note('jobAlert', first(h.jobAlert));
  note('cold', first(h.cold));
  note('account', first(h.account));
  note('elsewhere', first(h.elsewhere));
  note('winner', first(h.winner));
};

/** The same below the body. */
const smallPrint: Frame = (_, h, note) => {
  note('footer.bulk', first(h.bulk));
  note('footer.jobAlert', first(h.jobAlert));
  note('footer.cold', first(h.cold));
  note('footer.account', first(h.account));
  note('footer.elsewhere', first(h.elsewhere));
};

const FRAMES: readonly Frame[] = [refusals, others, tone, receipts, advances, offers, waits, requests, people, asides];
