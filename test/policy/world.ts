/**
 * A small world for the policy: one candidate with several interviews, a clock, and people who do things. Drafts are
 * approved or not, mails come and go, calls are made or not. It keeps the surroundings true, as the database does live.
 */
import { calendarFor } from '../../data/calendars';
import { toIso, toMs } from '../../policy/calendar';
import { apply, type Case, fold, type OutreachMade } from '../../policy/case';
import { decideCase } from '../../policy/decide';
import type { Decision, Outcome, Step } from '../../policy/decision';
import type { Fact } from '../../policy/facts';
import { agencyKey, normaliseAddress, organisationKey } from '../../policy/identity';
import type { Intake } from '../../policy/intake';
import { refusal } from '../../policy/may-still-send';
import type { OtherOffer, PlaceCalendar, RefereeContact, Surroundings } from '../../policy/surroundings';
import { viewOf } from '../../policy/view';

const calendarCache = new Map<string, PlaceCalendar>();

export function calendarsFor(intakes: Intake[]): Record<string, PlaceCalendar> {
  const calendars: Record<string, PlaceCalendar> = {};
  for (const intake of intakes) {
    for (const place of [intake.candidate, intake.organisation, ...intake.contacts, ...intake.referees]) {
      const key = `${place.country}|${place.timeZone}`;
      let calendar = calendarCache.get(key);
      if (calendar === undefined) {
        calendar = calendarFor(place.country, place.timeZone, 2026, 2030);
        calendarCache.set(key, calendar);
      }
      calendars[key] = calendar;
    }
  }
  return calendars;
}

/** Something that went out, or a call that was made. */
export interface Sent {
  interview: number;
  at: number;
  step: Step;
  /** The case as it was in that moment, before the message counted. */
  promisedDay: number | null;
  assumed: boolean;
  unsorted: number;
  withdrawn: boolean;
  lastAnswerAt: number;
  paused: boolean;
  outcome: Outcome;
  approved: boolean;
  /** Other offers that are open in that moment. */
  offers: number;
}

export type Happening =
  | { interview: number; at: number; fact: Record<string, unknown> & { type: string } }
  | { at: number; offer: OtherOffer }
  | { at: number; offerLapses: string }
  | { at: number; stopped: boolean }
  /** Nothing of ours runs for so long: whatever comes meanwhile is taken in afterwards. */
  | { at: number; downForMs: number };

export interface Habits {
  /** Of each hundred drafts, so many are approved, hours after they open; the rest is left to lapse. */
  approves: number;
  approvesAfterHours: number;
  makesCalls: number;
  /** Of each hundred messages, so many end uncertain. */
  uncertain: number;
}

export interface Life {
  intakes: Intake[];
  starts: number[];
  happenings: Happening[];
  habits: Habits;
  approval?: string;
  inbound: Surroundings['inbound'];
}

export interface LifeLived {
  sent: Sent[];
  cases: Case[];
  decisions: (Decision | null)[];
  facts: Fact[][];
  endedAt: number;
  story: string[];
  calendars: Record<string, PlaceCalendar>;
}

/** Lives it to the end, or for at most four years. */
export function live(life: Life): LifeLived {
  const calendars = calendarsFor(life.intakes);
  const facts: Fact[][] = life.intakes.map(() => []);
  const cases: (Case | null)[] = life.intakes.map(() => null);
  const decisions: (Decision | null)[] = life.intakes.map(() => null);
  const sent: Sent[] = [];
  const story: string[] = [];
  const offers: OtherOffer[] = [];
  const approveAt: Map<string, number>[] = life.intakes.map(() => new Map());
  let stopped = false;
  let dice = 17;
  const roll = (): number => {
    dice = (dice * 1103515245 + 12345) % 2147483648;
    return dice % 100;
  };
  // A decision stands until a fact comes anywhere, the surroundings change, or its own moment to wake is there.
  let changes = 0;
  const decidedAt: number[] = life.intakes.map(() => -1);
  const queue: Happening[] = [...life.happenings].sort((a, b) => a.at - b.at);
  let now = Math.min(...life.starts);
  const horizon = now + 4 * 366 * 86_400_000;

  const arounds: { changes: number; around: Surroundings }[] = [];
  const around = (index: number): Surroundings => {
    const cached = arounds[index];
    if (cached !== undefined && cached.changes === changes) return cached.around;
    const fresh = lookAround(index);
    arounds[index] = { changes, around: fresh };
    return fresh;
  };
  const lookAround = (index: number): Surroundings => {
    const mine = life.intakes[index] as Intake;
    const ledger = ledgerOf(mine);
    const all = cases.flatMap((c, i) => (c === null ? [] : [{ c, i }]));
    const refereeContacts: RefereeContact[] = sent.flatMap((s) => {
      const purpose = { referee_ask: 'ask', referee_brief: 'brief', referee_update: 'update' }[s.step.step as string] as
        | RefereeContact['purpose']
        | undefined;
      if (purpose === undefined) return [];
      const referee = cases[s.interview]?.intake.referees.find((r) => r.id === s.step.to[0]);
      return referee?.email
        ? [{ address: normaliseAddress(referee.email), purpose, at: toIso(s.at), interviewId: idOf(s.interview) }]
        : [];
    });
    const refereeState = (agrees: boolean): string[] =>
      all.flatMap(({ c }) =>
        c.intake.referees
          .filter((r) => c.referees.get(r.id)?.agrees === agrees && r.email)
          .map((r) => normaliseAddress(r.email as string)),
      );
    return {
      interviewId: idOf(index),
      calendars,
      inbound: life.inbound,
      siblings: all
        .filter(({ i }) => i !== index)
        .map(({ c, i }) => {
          const decision = decisions[i] ?? null;
          const ask = decision?.next.find(
            (s) =>
              ['reconnect', 'chase', 'decision_maker', 'senior', 'last_say'].includes(s.step) && s.channel === 'email',
          );
          return {
            interviewId: idOf(i),
            role: c.intake.role,
            organisationKey: organisationKey(c.intake.organisation),
            agencyKey: c.intake.route.kind === 'agency' ? agencyKey(c.intake.route.agency) : null,
            organisationName: c.intake.organisation.name,
            processId: c.intake.process.id,
            outcome: c.outcome,
            stage: decision?.stage ?? 'thanking',
            promisedDate: decision?.promisedDate?.date ?? null,
            nextAsk:
              ask === undefined || c.paused !== null || c.closedAt !== null
                ? null
                : {
                    step: ask.step,
                    due: ask.due,
                    addresses: ask.to.flatMap((id) =>
                      normaliseAddress(c.contacts.find((x) => x.id === id)?.email ?? ''),
                    ),
                  },
            unsortedMail: c.unsorted.size > 0,
            withdrawn: c.withdrawnAt !== null,
          };
        }),
      outreach: all
        .filter(({ i }) => ledgerOf(life.intakes[i] as Intake) === ledger)
        .flatMap(({ c, i }) =>
          c.outreach.map((o) => ({
            interviewId: idOf(i),
            at: isoOf(o),
            step: o.step,
            stepKey: o.key,
            addresses: o.contactIds.flatMap((id) => normaliseAddress(c.contacts.find((x) => x.id === id)?.email ?? '')),
            covers: c.records.get(o.key)?.step.letter.covers ?? [],
          })),
        ),
      offers,
      refereeContacts,
      refereesAgreed: refereeState(true),
      refereesDeclined: refereeState(false),
      doNotWrite: [],
      candidateAway: [],
      stopped,
      answerLimits: [],
      learning: [],
    };
  };

  const add = (index: number, fact: Fact): void => {
    changes++;
    facts[index]?.push(fact);
    const file = cases[index];
    if (file === null || file === undefined) cases[index] = fold(facts[index] as Fact[]);
    else apply(file, fact);
    if (fact.type !== 'step_opened' && fact.type !== 'step_retimed') {
      story.push(`${fact.at.slice(0, 16)} ${idOf(index)} ${fact.type} ${'key' in fact ? fact.key : ''}`);
    }
  };

  const record = (index: number, key: string): void => {
    const file = cases[index] as Case;
    const step = file.records.get(key)?.step as Step;
    sent.push({
      interview: index,
      at: now,
      step,
      promisedDay: file.promised?.day ?? null,
      assumed: file.promised === null,
      unsorted: file.unsorted.size,
      withdrawn: file.withdrawnAt !== null,
      lastAnswerAt: file.lastAnswerAt,
      paused: file.paused !== null,
      outcome: file.outcome,
      approved: file.records.get(key)?.status === 'approved',
      offers: offers.filter(({ status }) => status === 'open').length,
    });
  };

  for (let turn = 0; turn < 20_000; turn++) {
    let busy = false;
    for (let index = 0; index < life.intakes.length; index++) {
      const start = life.starts[index] as number;
      if (cases[index] === null && start <= now) {
        const intake = life.intakes[index] as Intake;
        add(index, {
          v: 1,
          at: toIso(now),
          type: 'intake',
          intake:
            life.approval === undefined ? intake : ({ ...intake, approval: { default: life.approval } } as Intake),
        });
        busy = true;
      }
      const file = cases[index];
      if (file === null || file === undefined) continue;
      const wakes = decisions[index]?.wakeAt;
      const stale = decidedAt[index] !== changes || (wakes !== null && wakes !== undefined && toMs(wakes) <= now);
      const decision = stale
        ? decideCase(file, now, around(index))
        : { ...(decisions[index] as Decision), commands: [] };
      decidedAt[index] = changes;
      decisions[index] = decision;
      for (const command of decision.commands) {
        busy = true;
        const stamp = { v: 1, at: toIso(now) } as const;
        if (command.do === 'open') {
          add(index, { ...stamp, type: 'step_opened', step: command.step });
          if (roll() < life.habits.approves)
            approveAt[index]?.set(command.step.key, now + life.habits.approvesAfterHours * 3_600_000);
        } else if (command.do === 'retime') {
          add(index, {
            ...stamp,
            type: 'step_retimed',
            key: command.key,
            due: command.due,
            planned: command.planned,
            reason: command.reason,
            letter: command.letter,
          });
        } else if (command.do === 'withdraw')
          add(index, { ...stamp, type: 'step_withdrawn', key: command.key, rule: command.rule });
        else if (command.do === 'lapse') add(index, { ...stamp, type: 'step_lapsed', key: command.key });
        else if (command.do === 'send') {
          const refused = refusal(viewOf(file, now, around(index)), command.key);
          if (refused !== null)
            add(index, { ...stamp, type: 'step_held', key: command.key, until: refused.until, rule: refused.rule });
          else {
            record(index, command.key);
            add(index, {
              ...stamp,
              type: roll() < life.habits.uncertain ? 'step_uncertain' : 'step_sent',
              key: command.key,
            });
          }
        } else add(index, { ...stamp, type: 'closed' });
      }
      for (const rec of file.records.values()) {
        if (rec.status !== 'open') continue;
        const at = approveAt[index]?.get(rec.step.key);
        if (at === undefined || at > now) continue;
        if (rec.step.channel === 'email') {
          approveAt[index]?.delete(rec.step.key);
          if (rec.step.letter.keeps) add(index, { v: 1, at: toIso(now), type: 'step_edited', key: rec.step.key });
          add(index, { v: 1, at: toIso(now), type: 'step_approved', key: rec.step.key });
          busy = true;
        } else if (rec.due <= now && rec.step.about !== 'idle') {
          approveAt[index]?.delete(rec.step.key);
          if (rec.step.channel === 'phone' || rec.step.channel === 'linkedin') {
            if (roll() >= life.habits.makesCalls) continue;
            record(index, rec.step.key);
          }
          add(index, { v: 1, at: toIso(now), type: 'task_done', key: rec.step.key });
          busy = true;
        }
      }
    }
    if (busy) continue;
    const moments: number[] = [];
    for (let index = 0; index < life.intakes.length; index++) {
      if (cases[index] === null) moments.push(life.starts[index] as number);
      const wake = decisions[index]?.wakeAt;
      if (wake) moments.push(toMs(wake));
      for (const [key, at] of approveAt[index] ?? []) {
        const rec = cases[index]?.records.get(key);
        if (rec?.status !== 'open') continue;
        const then = rec.step.channel === 'email' ? at : Math.max(at, rec.due);
        if (then > now) moments.push(then);
      }
    }
    const next = queue[0];
    if (next !== undefined) moments.push(Math.max(next.at, now));
    const then = Math.min(...moments.filter((m) => m >= now));
    if (!Number.isFinite(then) || then > horizon) break;
    if (next !== undefined && Math.max(next.at, now) <= then) {
      queue.shift();
      now = Math.max(now, next.at);
      changes++;
      if ('offer' in next) offers.push(next.offer);
      else if ('offerLapses' in next) {
        const offer = offers.find((o) => o.id === next.offerLapses);
        if (offer) offer.status = 'lapsed';
      } else if ('stopped' in next) stopped = next.stopped;
      else if ('downForMs' in next) now += next.downForMs;
      else if (cases[next.interview] !== null && cases[next.interview] !== undefined) {
        const file = cases[next.interview] as Case;
        const closed = file.closedAt !== null;
        // A closed interview takes only what can come late (G7, G10).
        if (
          !closed ||
          ['mail_received', 'mail_sorted', 'feedback_received', 'offer_declined'].includes(next.fact.type)
        ) {
          add(next.interview, { v: 1, at: toIso(now), ...next.fact } as unknown as Fact);
        }
      }
    } else now = then;
  }
  return { sent, cases: cases as Case[], decisions, facts, endedAt: now, story, calendars };
}

const isoTimes = new WeakMap<OutreachMade, string>();
/** Outreach is told to every other interview after every change: its instant is written out once. */
function isoOf(made: OutreachMade): string {
  let iso = isoTimes.get(made);
  if (iso === undefined) {
    iso = toIso(made.at);
    isoTimes.set(made, iso);
  }
  return iso;
}

export const idOf = (index: number): string => `i${index}`;

export const ledgerOf = (intake: Intake): string =>
  intake.route.kind === 'agency' ? agencyKey(intake.route.agency) : organisationKey(intake.organisation);
