/** What the policy must know of the world around one interview, read from the tables in a handful of queries. */
import type { Decision } from '../policy/decision';
import { normaliseAddress } from '../policy/identity';
import type { Intake } from '../policy/intake';
import type { PlaceCalendar, RefereeContact, Sibling, Surroundings } from '../policy/surroundings';
import { calendarsFor, type Place } from './calendars';
import { first, type Queryable } from './database';
import { amongDoNotWrite } from './do-not-write';
import { listOffers } from './offers';
import { listOutreach } from './outreach';
import { readSettings } from './settings';

/** No such interview in the database. */
export class UnknownInterview extends Error {
  override readonly name = 'UnknownInterview';
  constructor(readonly interviewId: string) {
    super(`no interview ${interviewId}`);
  }
}

export interface SurroundingsOptions {
  /** Whether a way in for mail is set up at all (`AFTERVIEW_INBOUND`); one that reports itself broken is in the settings. */
  inboundConfigured: boolean;
  /** Further addresses to be checked against H14, such as those of a ledger row. */
  addresses?: string[];
}

/**
 * The surroundings of an interview as they stand now. `now` is the interview's clock; calendars reach from the year of
 * the interview to the end of the year after `now`. Inside a transaction it sees what that transaction sees.
 *
 * Throws {@link UnknownInterview}, and what `calendarFor` throws for a country or zone that is not known.
 */
export async function surroundingsOf(
  q: Queryable,
  interviewId: string,
  now: string,
  options: SurroundingsOptions,
): Promise<Surroundings> {
  const own = await readOwn(q, interviewId);
  const ledgers = own.agencyKey ? [own.organisationKey, own.agencyKey] : [own.organisationKey];
  const settings = await readSettings(q);
  const siblings = await readSiblings(q, own.candidateId, interviewId);
  const laterPeople = own.laterPeople.filter((person) => person !== null);
  const addresses = [
    ...addressesOf(own.intake),
    ...laterPeople.map((person) => person.email),
    ...(options.addresses ?? []),
  ].filter((address): address is string => address !== null && address !== undefined);
  const referees = await readReferees(q, own.candidateId);
  return {
    interviewId,
    calendars: calendarsOf(own.intake, laterPeople, own.endsAt, now),
    inbound: !options.inboundConfigured ? 'none' : settings.inbound_broken ? 'broken' : 'working',
    siblings,
    outreach: await listOutreach(q, own.candidateId, ledgers),
    offers: await listOffers(q, own.candidateId),
    refereeContacts: referees.contacts,
    refereesAgreed: referees.agreed,
    refereesDeclined: referees.declined,
    doNotWrite: await amongDoNotWrite(q, addresses),
    candidateAway: own.away,
    stopped: settings.stopped,
    answerLimits: settings.answer_limits,
    learning: own.learning,
  };
}

interface Own {
  candidateId: string;
  organisationKey: string;
  agencyKey: string | null;
  intake: Intake;
  away: { from: string; to: string }[];
  /** Contacts that came or changed later, and referees that came later. */
  laterPeople: (({ email: string | null } & Partial<Place>) | null)[];
  /** The earliest and the present end of the interview, where it was rescheduled. */
  endsAt: string[];
  learning: string[];
}

async function readOwn(q: Queryable, interviewId: string): Promise<Own> {
  const own = first(
    await q.query<Own>(
      `select i.candidate_id as "candidateId", i.organisation_key as "organisationKey", i.agency_key as "agencyKey",
         i.intake, c.away,
         coalesce((select jsonb_agg(coalesce(f.fact -> 'contact', f.fact -> 'referee')) from facts f
           where f.interview_id = i.id and f.type in ('contact_changed', 'referee_added')), '[]') as "laterPeople",
         coalesce((select jsonb_agg(f.fact ->> 'endsAt') from facts f
           where f.interview_id = i.id and f.type in ('interview_rescheduled', 'interview_took_place')
             and f.fact ->> 'endsAt' is not null), '[]') as "endsAt",
         coalesce((select jsonb_agg(said.text order by said.at desc) from (
           select f.at, trim(coalesce(f.fact ->> 'text', f.fact ->> 'note')) as text
           from facts f join interviews other on other.id = f.interview_id
           where other.candidate_id = i.candidate_id and other.id <> i.id
             and (f.type in ('feedback_received', 'reflection_given')
               or f.type = 'task_done' and split_part(f.fact ->> 'key', ':', 1) = 'feedback_request')
           order by f.at desc limit 50) as said
           where said.text <> ''), '[]') as learning
       from interviews i join candidates c on c.id = i.candidate_id where i.id = $1`,
      [interviewId],
    ),
  );
  if (!own) throw new UnknownInterview(interviewId);
  return own;
}

const ASKING = new Set(['reconnect', 'chase', 'decision_maker', 'senior', 'last_say']);

async function readSiblings(q: Queryable, candidateId: string, interviewId: string): Promise<Sibling[]> {
  const rows = await q.query<
    Omit<Sibling, 'promisedDate' | 'nextAsk' | 'withdrawn'> & {
      promised: string | null;
      next: Decision['next'] | null;
      people: { id: string; email: string | null }[] | null;
    }
  >(
    `select i.id as "interviewId", i.role, i.organisation_key as "organisationKey", i.agency_key as "agencyKey",
       i.organisation as "organisationName", i.process_id as "processId", i.outcome, i.stage,
       i.decision -> 'promisedDate' ->> 'date' as promised, i.decision -> 'next' as next,
       i.intake -> 'contacts' || coalesce((select jsonb_agg(f.fact -> 'contact' order by f.seq) from facts f
         where f.interview_id = i.id and f.type = 'contact_changed'), '[]') as people,
       exists (select 1 from inbox m where m.interview_id = i.id and m.state in ('stored', 'read', 'review'))
         as "unsortedMail"
     from interviews i where i.candidate_id = $1 and i.id <> $2 order by i.created_real desc limit 200`,
    [candidateId, interviewId],
  );
  return rows.map(({ promised, next, people, ...row }) => {
    const waits = row.stage === 'paused' || row.stage === 'closed';
    const ask = waits ? undefined : next?.find((step) => ASKING.has(step.step) && step.channel !== 'task');
    const mail = (id: string) => people?.findLast((person) => person.id === id)?.email;
    return {
      ...row,
      promisedDate: promised,
      nextAsk: ask
        ? {
            step: ask.step,
            due: ask.due,
            addresses: ask.to.flatMap((id) => mail(id) ?? []).map(normaliseAddress),
          }
        : null,
      withdrawn: row.outcome === 'withdrawn',
    };
  });
}

/** Referees are people of the candidate, not of one interview. A later answer beats what an intake said. */
async function readReferees(
  q: Queryable,
  candidateId: string,
): Promise<{ agreed: string[]; declined: string[]; contacts: RefereeContact[] }> {
  const row = first(
    await q.query<{
      states: { address: string; state: string }[];
      agreedAtIntake: string[];
    }>(
      `select
         coalesce((select jsonb_agg(jsonb_build_object('address', address, 'state', state) order by address)
           from referees where candidate_id = $1), '[]') as states,
         coalesce((select jsonb_agg(distinct r ->> 'email') from interviews i, jsonb_array_elements(i.intake -> 'referees') r
           where i.candidate_id = $1 and (r ->> 'agreed')::boolean and r ->> 'email' is not null), '[]')
           as "agreedAtIntake"`,
      [candidateId],
    ),
  );
  const contacts = await q.query<RefereeContact>(
    `select address, purpose, at, interview_id as "interviewId" from referee_contacts where candidate_id = $1
     union all
     select lower(trim(recipient)), substr(step, 9), coalesce(sent_at, sending_at), interview_id
     from messages, jsonb_array_elements_text(to_addresses) as recipient
     where candidate_id = $1 and step in ('referee_ask', 'referee_brief', 'referee_update')
       and status in ('sending', 'sent', 'uncertain')
     order by 3, 1`,
    [candidateId],
  );
  const states = new Map((row?.states ?? []).map(({ address, state }) => [address, state]));
  for (const address of (row?.agreedAtIntake ?? []).map(normaliseAddress)) {
    const known = states.get(address);
    if (known === undefined || known === 'asked') states.set(address, 'agreed');
  }
  const having = (wanted: string) => [...states].filter(([, state]) => state === wanted).map(([address]) => address);
  return { agreed: having('agreed').sort(), declined: having('declined').sort(), contacts };
}

function addressesOf(intake: Intake): (string | null)[] {
  return [...intake.contacts.map((contact) => contact.email), ...intake.referees.map((referee) => referee.email)];
}

function calendarsOf(
  intake: Intake,
  contacts: Partial<Place>[],
  endsAt: string[],
  now: string,
): Record<string, PlaceCalendar> {
  const year = (instant: string) => new Date(instant).getUTCFullYear();
  const present = year(now);
  // A year mistyped in a date must not make a calendar of centuries, or none.
  const years = [intake.interview.endsAt, ...endsAt, now]
    .map(year)
    .map((one) => Math.min(Math.max(one, present - 3), present + 5));
  return calendarsFor([intake.candidate, intake.organisation, ...intake.contacts, ...intake.referees, ...contacts], {
    from: Math.min(...years),
    to: Math.max(...years) + 1,
  });
}
