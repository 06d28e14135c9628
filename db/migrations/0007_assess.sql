-- Conversations, assessments and the determinations made on them.

create table conversation (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  account_id uuid,
  number smallint not null check (number in (1, 2, 3)),
  held_on date not null,
  state text not null check (state in ('open', 'closed')),
  -- What matters, strengths, people around, what was agreed; conversation 2: what must change, by when.
  words jsonb not null default '{}',
  check_in_on date,
  closed_on date,
  assessment_asked_for boolean not null default false,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person
);
create index conversation_person on conversation (authority_id, person_id, held_on);
create index conversation_open on conversation (authority_id, check_in_on) where state = 'open';
call make_record_table('conversation', 'support', 'person_id');

create table assessment (
  authority_id integer not null references authority,
  id uuid not null,
  reference text,
  person_id uuid not null,
  organisation_id integer not null,
  assessor_id uuid,
  kind text not null check (kind in ('adult_carer', 'parent_carer', 'young_carer', 'transition')),
  -- face_to_face, telephone, online, supported_self, home_visit
  method text,
  combined boolean not null default false,
  state text not null check (state in ('asked', 'begun', 'completed', 'declined', 'withdrawn')),
  asked_on date,
  information_sent_on date,
  begun_on date,
  completed_on date,
  -- eligible, not_eligible, information_and_advice
  outcome text,
  form_version text,
  answers jsonb not null default '{}',
  previous_ref text,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person
);
create index assessment_person on assessment (authority_id, person_id);
create index assessment_completed on assessment (authority_id, kind, completed_on) where state = 'completed';
create index assessment_open on assessment (authority_id, assessor_id) where state in ('asked', 'begun');
create unique index assessment_previous on assessment (authority_id, previous_ref) where previous_ref is not null;
call make_record_table('assessment', 'assessment', 'person_id');

-- A determination is never overwritten: a new one has the next number.
create table determination (
  authority_id integer not null references authority,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  number integer not null,
  rules_version text not null,
  findings jsonb not null,
  steps jsonb not null,
  eligible boolean not null,
  advice text,
  decided_on date not null,
  decided_by uuid,
  decided_by_name text not null,
  decided_as text not null,
  delegated boolean not null,
  sent_at timestamptz,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, assessment_id, number),
  foreign key (authority_id, assessment_id) references assessment,
  foreign key (authority_id, person_id) references person
);
create index determination_person on determination (authority_id, person_id);
call make_record_table('determination', 'assessment', 'person_id');
