-- Conversations, assessments and the determinations made on them.

create table conversation (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  account_id uuid,
  -- 1 connects, 2 is for a crisis, 3 is about a good life.
  number smallint not null check (number in (1, 2, 3)),
  held_on date not null,
  state text not null check (state in ('open', 'closed')),
  -- { matters, strengths, people, change, agreed: [{ what, who, by }], stoodDown }
  words jsonb not null default '{}',
  -- Conversation 2 runs on a short clock: looked in on every day until it is stood down.
  check_in_on date,
  closed_on date,
  assessment_asked_for boolean not null default false,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  check (state = 'open' or check_in_on is null)
);
create index conversation_person on conversation (authority_id, person_id, held_on);
create index conversation_open on conversation (authority_id, check_in_on) where state = 'open';
call make_record_table('conversation', 'support', 'person_id');

create table conversation_check_in (
  authority_id integer not null references authority,
  id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  account_id uuid,
  held_on date not null,
  words text not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, conversation_id) references conversation,
  foreign key (authority_id, person_id) references person
);
create index conversation_check_in_of on conversation_check_in (authority_id, conversation_id, held_on);
call make_record_table('conversation_check_in', 'support', 'person_id');

-- The assessment and its clock; what was said in it stands in its sections. The carer sees the one
-- from the day it is asked for, and the other once the decision has been sent.
create table assessment (
  authority_id integer not null references authority,
  id uuid not null,
  reference text,
  person_id uuid not null,
  organisation_id integer not null,
  assessor_id uuid,
  kind text not null check (kind in ('adult_carer', 'parent_carer', 'young_carer', 'transition')),
  -- One of data/codes/assessment-methods.json.
  method text,
  -- Together with the assessment of the person cared for: s.12(5).
  combined boolean not null default false,
  state text not null check (state in ('asked', 'begun', 'completed', 'declined', 'withdrawn')),
  asked_on date,
  asked_where text,
  information_sent_on date,
  begun_on date,
  completed_on date,
  -- Declined or withdrawn, with what was said: a refusal is kept, and the offer stands (s.11).
  closed_on date,
  closed_words text,
  -- One of data/codes/assessment-outcomes.json.
  outcome text,
  -- The questions as they stood: a file of data/assessments. Null where a previous system held it.
  form_version text,
  previous_ref text,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  check (state <> 'completed' or completed_on is not null),
  check (state not in ('declined', 'withdrawn') or closed_on is not null or previous_ref is not null)
);
create index assessment_person on assessment (authority_id, person_id);
create index assessment_completed on assessment (authority_id, kind, completed_on) where state = 'completed';
create index assessment_open on assessment (authority_id, organisation_id, asked_on) where state in ('asked', 'begun');
create unique index assessment_previous on assessment (authority_id, previous_ref) where previous_ref is not null;
call make_record_table('assessment', 'assessment', 'person_id');

-- A section is saved by itself, so that two people in two sections never meet.
create table assessment_section (
  authority_id integer not null references authority,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  section text not null,
  -- By the name of the field: a text, or a list of texts.
  answers jsonb not null default '{}',
  saved_by uuid,
  saved_by_name text not null,
  saved_at timestamptz not null default clock_timestamp(),
  withheld boolean not null default true,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, assessment_id, section),
  foreign key (authority_id, assessment_id) references assessment,
  foreign key (authority_id, person_id) references person
);
call make_record_table('assessment_section', 'assessment', 'person_id');

create function keep_completed_answers() returns trigger language plpgsql as $$
begin
  if not exists (select from assessment a
      where a.authority_id = new.authority_id and a.id = new.assessment_id and a.state = 'begun') then
    raise exception 'the answers of an assessment that is not open cannot be changed';
  end if;
  return new;
end $$;
create trigger keep_completed_answers before insert or update of answers on assessment_section
  for each row execute function keep_completed_answers();

-- Who has an assessment open just now, so that a second person is told. Gone once it is stale.
create table assessment_visit (
  authority_id integer not null references authority,
  assessment_id uuid not null,
  account_id uuid not null,
  name text not null,
  section text,
  at timestamptz not null default clock_timestamp(),
  primary key (authority_id, assessment_id, account_id),
  foreign key (authority_id, assessment_id) references assessment on delete cascade
);
alter table assessment_visit enable row level security;
create policy assessment_visit_read on assessment_visit for select
  using (authority_id = actor_authority() and actor_works());
create policy assessment_visit_add on assessment_visit for insert
  with check (authority_id = actor_authority() and actor_works() and account_id = actor_account());
create policy assessment_visit_change on assessment_visit for update
  using (authority_id = actor_authority() and actor_works() and account_id = actor_account());
grant select, insert, update on assessment_visit to alongside_app;

-- A determination is never overwritten: a new one has the next number. A draft may be changed, a
-- decision never; where the law asks for words, a row without them cannot be.
create table determination (
  authority_id integer not null references authority,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  number integer not null,
  -- to_countersign: proposed by who assessed, for the authority to decide (its contract does not delegate).
  state text not null check (state in ('draft', 'to_countersign', 'returned', 'decided')),
  rules_version text not null,
  findings jsonb not null default '{}',
  steps jsonb,
  eligible boolean,
  -- Which authority is responsible and why: { answer, ref, reason }.
  responsibility jsonb,
  -- Written advice, s.13(5): (a) what can meet or reduce the needs, (b) what can prevent or delay them.
  advice_reduce text,
  advice_prevent text,
  decided_on date,
  decided_by uuid,
  decided_by_name text,
  decided_by_role text,
  -- For the authority itself, as its delegate (s.79), or as a proposal that it must countersign.
  decided_as text check (decided_as in ('authority', 'delegate', 'proposal')),
  countersigned_on date,
  countersigned_by uuid,
  countersigned_by_name text,
  returned_words text,
  sent_at timestamptz,
  sent_as text,
  -- The day on which the carer had a copy in hand or in the post: s.13(2).
  copy_on date,
  withheld boolean generated always as (sent_at is null) stored,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, assessment_id, number),
  foreign key (authority_id, assessment_id) references assessment,
  foreign key (authority_id, person_id) references person,
  constraint determination_reasoned check (state = 'draft'
    or (steps is not null and eligible is not null and decided_on is not null and decided_by_name is not null
        and decided_as is not null)),
  constraint determination_countersigned check (state <> 'decided' or decided_as <> 'proposal' or countersigned_on is not null),
  constraint determination_advised check (sent_at is null
    or (state = 'decided' and (eligible or (coalesce(advice_reduce, '') > '' and coalesce(advice_prevent, '') > ''))))
);
create index determination_person on determination (authority_id, person_id);
create index determination_waiting on determination (authority_id, organisation_id, decided_on) where sent_at is null;
create unique index determination_draft on determination (authority_id, assessment_id) where state in ('draft', 'to_countersign');
call make_record_table('determination', 'assessment', 'person_id');
revoke delete on determination, assessment, assessment_section from alongside_app;

-- Whoever referred a carer never reads what was said or decided, whatever organisation they are of.
create policy assessment_workers on assessment as restrictive for select
  using (actor_works() or person_id = actor_person());
create policy assessment_section_workers on assessment_section as restrictive for select
  using (actor_works() or person_id = actor_person());
create policy determination_workers on determination as restrictive for select
  using (actor_works() or person_id = actor_person());

create function keep_decisions() returns trigger language plpgsql as $$
declare
  settled text[] := array['assessment_id', 'person_id', 'organisation_id', 'number', 'rules_version', 'findings', 'steps', 'eligible',
    'responsibility', 'decided_on', 'decided_by', 'decided_by_name', 'decided_by_role', 'decided_as'];
  sent text[] := array['state', 'advice_reduce', 'advice_prevent', 'sent_at', 'sent_as',
    'countersigned_on', 'countersigned_by', 'countersigned_by_name', 'returned_words'];
  kept text[] := case when old.state = 'draft' then '{}'
    when old.sent_at is null and old.state <> 'returned' then settled else settled || sent end;
  changed text;
begin
  select o.key into changed from jsonb_each(to_jsonb(old)) o
    where o.key = any (kept) and o.value is distinct from to_jsonb(new) -> o.key limit 1;
  if changed is not null then
    raise exception 'determination % is decided: its % cannot be changed, make a new one', old.id, changed;
  end if;
  return new;
end $$;
create trigger keep_decisions before update on determination
  for each row execute function keep_decisions();
