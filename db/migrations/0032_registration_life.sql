-- The life of a registration, step by step; how somebody can be reached and understood without harm;
-- and what stops a message to them.

alter table registration drop constraint registration_state_check;
alter table registration add constraint registration_state_check
  check (state in ('asked', 'active', 'paused', 'caring_changed', 'ended'));
alter table registration add column version integer not null default 1;

-- Each step in the life of a registration: from which state to which, on which day, why, and who took it.
create table registration_step (
  authority_id integer not null references authority,
  id uuid not null,
  registration_id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  taken_on date not null,
  reason text,
  words text,
  -- The involvement that ended with it, so that a step taken by mistake can be put right.
  involvement_id uuid,
  taken_by uuid,
  taken_by_name text not null,
  taken_at timestamptz not null default clock_timestamp(),
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, registration_id) references registration,
  foreign key (authority_id, person_id) references person
);
create index registration_step_person on registration_step (authority_id, person_id);
create index registration_step_registration on registration_step (authority_id, registration_id, taken_at);
call make_record_table('registration_step', 'identity', 'person_id');

-- Accessible Information Standard (DAPB1605), beside the format and the language on the record, and
-- how to reach this person without harm. One row a person; a joined record brings its own along.
create table communication_needs (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  preferred_way text check (preferred_way in ('phone', 'text', 'email', 'post', 'video', 'face_to_face', 'through_someone')),
  -- The size of print, the grade of Braille, the colour of paper.
  format_words text,
  interpreter boolean,
  -- Codes of data/codes/communication-professionals.json.
  professionals text[] not null default '{}',
  support text,
  longer_appointment boolean,
  adjustments text,
  no_voicemail boolean not null default false,
  safe_times text,
  -- A young carer asked that a parent is not told: no letter goes to the family's home.
  not_with_parent boolean not null default false,
  reviewed_on date,
  reviewed_by_name text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person
);
create index communication_needs_person on communication_needs (authority_id, person_id, created_at);
call make_record_table('communication_needs', 'identity', 'person_id');

-- A prompt to look for a carer that somebody looked into and put away, with the reason.
create table hidden_carer_answer (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  -- The rule that prompted, and whom it was about beside the person.
  prompt text not null,
  other_id uuid,
  answer text not null check (answer in ('no_carer', 'not_a_carer', 'does_not_want', 'under_way', 'wrong')),
  words text,
  answered_on date not null,
  answered_by uuid,
  answered_by_name text not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, other_id) references person
);
create index hidden_carer_answer_person on hidden_carer_answer (authority_id, person_id);
call make_record_table('hidden_carer_answer', 'identity', 'person_id');

-- In which format a message is, where it is not plain words: it may be stopped for that, also later.
alter table message add column format text;

-- What decides whether a message may go to somebody, whoever writes it: the writer may not be allowed
-- to read all of this, and the message must be stopped all the same.
create function message_facts(of_authority integer, of_person uuid)
  returns table (died_on date, caring_ended_on date, information_format text, may_email boolean,
    may_text boolean, may_post boolean, not_with_parent boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with registered as (
    select max(r.registered_on) filter (where r.state <> 'ended') as live_since,
           max(r.ended_on) filter (where r.state = 'ended'
             and r.end_reason in ('cared_for_died', 'care_home', 'caring_ended')) as over_on
      from registration r where r.authority_id = of_authority and r.person_id = of_person),
  cared as (
    select case when count(*) filter (where c.until is null) = 0
             then max(c.until) filter (where c.end_reason in ('cared_for_died', 'care_home', 'caring_ended')) end as over_on
      from caring c where c.authority_id = of_authority and c.carer_id = of_person)
  select p.died_on,
         case when g.live_since is null then greatest(g.over_on, c.over_on)
              when g.live_since <= c.over_on then c.over_on end,
         p.information_format, p.may_email, p.may_text, p.may_post,
         coalesce((select bool_or(n.not_with_parent) from communication_needs n
           where n.authority_id = of_authority and n.person_id = of_person), false)
    from person p, registered g, cared c
   where p.authority_id = of_authority and p.id = of_person and of_authority = actor_authority()
$$;
grant execute on function message_facts(integer, uuid) to alongside_app;

-- Whom somebody worked with until it ended; what an import ended has no worker.
create index involvement_worker_ended on involvement (authority_id, worker_id)
  where until is not null and worker_id is not null;
