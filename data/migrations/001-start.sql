-- One dialect for PGlite and PostgreSQL. Instants are timestamptz on the interview's own (perhaps virtual) clock unless
-- the column's name says `_real`. JSON columns hold the shapes of policy/ and mail/.

create table candidates (
  id            text primary key,
  address       text not null unique,          -- normalised: a person is a normalised address
  profile       jsonb not null,                -- Intake['candidate']
  approval      jsonb not null default '{}',
  away          jsonb not null default '[]',   -- own holidays: [{from,to}]
  -- How far this candidate's virtual clock is ahead of the machine's (time machine only).
  clock_ahead_ms bigint not null default 0,
  -- H16: machine notices, and the secret of their one-click unsubscription.
  notices       boolean not null default true,
  notices_token text not null unique,
  created_real  timestamptz not null default now()
);

create table interviews (
  id               text primary key,
  candidate_id     text not null references candidates(id),
  workflow_id      text not null unique,
  idempotency_key  text unique,
  organisation_key text not null,
  agency_key       text,
  process_id       text,
  organisation     text not null,
  role             text not null,
  intake           jsonb not null,             -- policy Intake
  -- The secret reply address's token, at least 128 bits.
  reply_token      text not null unique,
  -- False until the workflow is known to have started; the sweeper starts what a crash left behind.
  started          boolean not null default false,
  -- The read model: what the latest decision said.
  stage            text not null default 'thanking',
  outcome          text not null default 'open',
  decision         jsonb,
  facts_seen       integer not null default 0,
  next_action_at   timestamptz,
  wake_at          timestamptz,
  decided_at       timestamptz,
  closed_at        timestamptz,
  created_real     timestamptz not null default now()
);
create index interviews_by_candidate on interviews (candidate_id);
create index interviews_by_organisation on interviews (candidate_id, organisation_key);
create index interviews_not_started on interviews (created_real) where not started;

-- A copy of every fact, so that a closed interview outlives its workflow's history and can live again (G7, G10).
create table facts (
  interview_id text not null references interviews(id) on delete cascade,
  seq          integer not null,
  at           timestamptz not null,
  type         text not null,
  fact         jsonb not null,
  primary key (interview_id, seq)
);

-- The message ledger: one row per step key. Its bytes are fixed once it is `sending`.
create table messages (
  id             text primary key,
  interview_id   text not null references interviews(id) on delete cascade,
  candidate_id   text not null,
  step_key       text not null,
  step           text not null,
  rules          jsonb not null,
  reason         text not null,
  channel        text not null default 'email',
  status         text not null check (status in ('draft','approved','sending','sent','uncertain','withdrawn','lapsed','failed','skipped')),
  contact_ids    jsonb not null,               -- contacts or referees it goes to
  to_addresses   jsonb not null,
  cc_addresses   jsonb not null default '[]',
  organisation_key text not null,              -- the ledger it counts in (H1): organisation or agency
  subject        text not null,
  text           text not null,
  edited         boolean not null default false,
  mode           text not null,                -- ask | send_unless_stopped | send
  letter         jsonb not null,               -- LetterFlags it was written from
  message_id     text not null unique,
  in_reply_to    text,
  refs           jsonb not null default '[]',
  -- From the first `sending` on: the bytes, whom they are handed to, and whether that was the candidate alone.
  raw            bytea,
  envelope       jsonb,                         -- { from, to: [] }
  first_sends    boolean not null default false,
  -- How often it was drafted anew after bytes had been made; part of the Message-ID.
  drafting       integer not null default 0,
  due_at         timestamptz not null,
  approved_at    timestamptz,
  sending_at     timestamptz,
  sending_real   timestamptz,
  sent_at        timestamptz,
  attempts       integer not null default 0,
  server_answer  text,
  failure        text,
  held_until     timestamptz,
  held_rule      text,
  updated_real   timestamptz not null default now(),
  unique (interview_id, step_key)
);
create index messages_by_ledger on messages (candidate_id, organisation_key, sent_at);
create index messages_by_interview on messages (interview_id, due_at);
create index messages_uncertain on messages (sending_at) where status in ('sending', 'uncertain');

-- The contact slot: whoever is to send locks its row first, so that two interviews cannot pass one gap together (H1).
create table contact_slots (
  candidate_id text not null,
  slot         text not null,                  -- organisation key, or `referee:` and an address
  primary key (candidate_id, slot)
);

-- Machine notices to the candidate (told ahead, digests, failures): each key at most once.
create table notices (
  id            text primary key,
  candidate_id  text not null references candidates(id) on delete cascade,
  interview_id  text references interviews(id) on delete cascade,
  notice_key    text not null,
  subject       text not null,
  text          text not null,
  message_id    text not null unique,
  status        text not null check (status in ('waiting','sending','sent','uncertain','failed','unwanted')),
  raw           bytea,
  attempts      integer not null default 0,
  at            timestamptz not null,
  sent_at       timestamptz,
  server_answer text,
  failure       text,
  unique (candidate_id, notice_key)
);

-- Outreach that was no message of ours: calls, LinkedIn texts, mails sent by hand (H12).
create table outreach (
  candidate_id     text not null,
  organisation_key text not null,
  interview_id     text not null references interviews(id) on delete cascade,
  step_key         text not null,
  step             text not null,
  at               timestamptz not null,
  addresses        jsonb not null default '[]',
  covers           jsonb not null default '[]',
  primary key (interview_id, step_key)
);
create index outreach_by_ledger on outreach (candidate_id, organisation_key, at);

create table tasks (
  id           text primary key,
  interview_id text not null references interviews(id) on delete cascade,
  candidate_id text not null,
  step_key     text not null,
  step         text not null,
  rules        jsonb not null,
  reason       text not null,
  channel      text not null,
  about        text,
  status       text not null check (status in ('open','done','dismissed','snoozed','withdrawn','lapsed')),
  title        text not null,
  text         text not null,
  contact      text,
  letter       jsonb not null,
  due_at       timestamptz not null,
  snoozed_until timestamptz,
  closed_at    timestamptz,
  outcome      text,
  note         text,
  updated_real timestamptz not null default now(),
  unique (interview_id, step_key)
);
create index tasks_by_interview on tasks (interview_id, due_at);

-- Mail in: stored whole before anything else happens. `mail_key` is the message's own identity.
create table inbox (
  id             text primary key,
  mail_key       text not null unique,
  source         text not null,
  trusted        boolean not null default false, -- the caller, by the operator's configuration
  envelope_to    text,
  raw            bytea not null,
  received_real  timestamptz not null default now(),
  -- stored -> read -> sorted | review | ignored | quarantined
  state          text not null default 'stored',
  parsed         jsonb,                         -- what the review page shows: from, subject, visible text, date, problems
  guess          jsonb,                         -- Classification
  correlation    jsonb,
  interview_id   text,
  candidate_id   text,
  contact_id     text,
  kind           text,
  decided_by     text,                          -- reader | person
  decided_real   timestamptz,
  correction     jsonb
);
create index inbox_by_state on inbox (state, received_real);
create index inbox_by_interview on inbox (interview_id) where interview_id is not null;

-- Message-IDs of ours and theirs, for threading and correlation.
create table message_ids (
  message_id   text primary key,
  interview_id text not null references interviews(id) on delete cascade,
  contact_id   text,
  direction    text not null check (direction in ('out','in')),
  at           timestamptz not null
);
create index message_ids_by_interview on message_ids (interview_id, at);

create table offers (
  id               text primary key,
  candidate_id     text not null references candidates(id),
  organisation     text not null,
  organisation_key text not null,
  received_on      date not null,
  answer_by        date,
  status           text not null check (status in ('open','accepted','declined','lapsed')),
  updated_real     timestamptz not null default now()
);
create index offers_by_candidate on offers (candidate_id);

-- Consent of referees, once per search (C2), and what each was written to for (C4).
create table referees (
  candidate_id text not null references candidates(id),
  address      text not null,
  state        text not null check (state in ('asked','agreed','declined')),
  prefers      text,
  at           timestamptz not null,
  primary key (candidate_id, address)
);
create table referee_contacts (
  candidate_id text not null,
  interview_id text not null references interviews(id) on delete cascade,
  step_key     text not null,
  address      text not null,
  purpose      text not null check (purpose in ('ask','brief','update')),
  at           timestamptz not null,
  primary key (interview_id, step_key)
);

-- H14: kept for ever; after an erasure only the keyed hash stays.
create table do_not_write (
  address_hash text primary key,
  address      text,
  candidate_id text,
  since_real   timestamptz not null default now()
);

-- The stop-everything button, first-sends mode, operator's settings (H13), IMAP's place, secrets.
create table settings (
  name  text primary key,
  value jsonb not null
);

create table webhook_tokens (
  token     text primary key,
  -- Of the call's body: before its mails are stored, only the very same call may come again.
  digest    text not null,
  settled   boolean not null default false,
  seen_real timestamptz not null default now()
);

-- Half-filled intake forms, so that nothing typed is lost.
create table form_drafts (
  token        text primary key,
  form         jsonb not null,
  updated_real timestamptz not null default now()
);
