-- Who does what by when, each on a row of its own, so that it waits on the list of whoever does it;
-- what was brought along into a conversation; and asking for an assessment in any contact.

create table conversation_action (
  authority_id integer not null references authority,
  id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  what text not null,
  owner text not null check (owner in ('carer', 'worker', 'other')),
  -- The worker who does it, or the name of somebody else who does.
  account_id uuid,
  owner_name text,
  -- Unset only in what was agreed before a day was asked for.
  by_on date,
  state text not null check (state in ('open', 'done', 'not_done')),
  ended_on date,
  ended_words text,
  -- Kept from the carer's own page, for safety.
  withheld boolean not null default false,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, conversation_id) references conversation,
  foreign key (authority_id, person_id) references person,
  check (owner <> 'worker' or account_id is not null),
  check (owner <> 'other' or owner_name is not null),
  check ((state = 'open') = (ended_on is null))
);
create index conversation_action_of on conversation_action (authority_id, conversation_id);
create index conversation_action_person on conversation_action (authority_id, person_id) where state = 'open';
create index conversation_action_worker on conversation_action (authority_id, account_id, by_on) where state = 'open';
call make_record_table('conversation_action', 'support', 'person_id');

-- What stood in the words of a conversation becomes rows. A name that is an account's is that worker.
insert into conversation_action
  (authority_id, id, conversation_id, person_id, organisation_id, what, owner, account_id, owner_name, by_on, state, readers)
select c.authority_id, gen_random_uuid(), c.id, c.person_id, c.organisation_id, step ->> 'what',
       case when worker.id is null then 'other' else 'worker' end, worker.id,
       case when worker.id is null then coalesce(nullif(step ->> 'who', ''), 'Somebody') end,
       nullif(step ->> 'by', '')::date, 'open', c.readers
  from conversation c
  cross join lateral jsonb_array_elements(c.words -> 'agreed') as step
  left join lateral (
    select a.id from account a
     where a.authority_id = c.authority_id and a.person_id is null and a.display_name = step ->> 'who'
     limit 1) worker on true;
update conversation set words = words - 'agreed' where words ? 'agreed';

-- What was known before somebody asked, field by field, until it was gone through with the carer:
-- { people: { from: 'conversation', on } }.
alter table conversation add column unconfirmed jsonb not null default '{}';

-- Asking for an assessment starts its clock wherever it is said.
alter table contact add column assessment_asked_for boolean not null default false;
alter table referral add column assessment_asked_for boolean not null default false;
