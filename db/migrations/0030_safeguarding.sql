-- Safeguarding concerns: whoever works with carers may raise one about anybody; only the safeguarding
-- lead and whom the lead names read on. Whoever raised it reads what they wrote and what they are told.

create table safeguarding_concern (
  authority_id integer not null references authority,
  id uuid not null,
  reference text not null,
  -- The record from which it was raised, and the one at risk where they have a record; it may be
  -- about somebody who has none.
  record_id uuid,
  person_id uuid,
  about_name text not null,
  about text not null check (about in ('adult', 'child')),
  kinds text[] not null default '{}',
  in_danger boolean not null,
  words text not null check (btrim(words) <> ''),
  -- What the person at risk wants to happen, where anybody could ask.
  wishes text,
  person_knows text not null check (person_knows in ('yes', 'no', 'not_safe')),
  raised_by uuid not null,
  raised_by_name text not null,
  organisation_id integer not null,
  raised_at timestamptz not null,
  state text not null default 'raised' check (state in ('raised', 'looked_at', 'referred', 'outcome_known', 'closed')),
  -- Accounts that the safeguarding lead lets read it.
  named uuid[] not null default '{}',
  -- What whoever raised it is told came of it.
  told_words text,
  told_at timestamptz,
  version integer not null default 1,
  primary key (authority_id, id),
  unique (authority_id, reference),
  foreign key (authority_id, record_id) references person,
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, organisation_id) references organisation
);
create index safeguarding_concern_open on safeguarding_concern (authority_id, raised_at) where state <> 'closed';
create index safeguarding_concern_record on safeguarding_concern (authority_id, record_id);
create index safeguarding_concern_person on safeguarding_concern (authority_id, person_id);
create index safeguarding_concern_raiser on safeguarding_concern (authority_id, raised_by);

-- What was done about it, step by step; nothing in it is ever changed or taken away.
create table safeguarding_step (
  authority_id integer not null,
  id uuid not null,
  concern_id uuid not null,
  step text not null check (step in ('note', 'look', 'refer', 'receipt', 'outcome', 'tell', 'close', 'reopen', 'name', 'unname')),
  words text not null check (btrim(words) <> ''),
  -- Where it was referred, the other side's own number, who was named.
  to_whom text,
  number_there text,
  account_id uuid not null,
  account_name text not null,
  at timestamptz not null,
  named uuid[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, concern_id) references safeguarding_concern
);
create index safeguarding_step_concern on safeguarding_step (authority_id, concern_id, at);

alter table safeguarding_concern enable row level security;
create policy safeguarding_concern_read on safeguarding_concern for select using (
  authority_id = actor_authority()
  and (actor_holds('system', 'safeguarding_lead') or raised_by = actor_account() or actor_account() = any (named)));
create policy safeguarding_concern_add on safeguarding_concern for insert with check (
  authority_id = actor_authority() and actor_works() and raised_by = actor_account()
  and organisation_id = any (actor_organisations()) and state = 'raised' and named = '{}' and told_at is null);
create policy safeguarding_concern_change on safeguarding_concern for update using (
  authority_id = actor_authority() and (actor_holds('safeguarding_lead') or actor_account() = any (named)));
grant select, insert, update on safeguarding_concern to alongside_app;
create trigger keep_history after insert or update on safeguarding_concern
  for each row execute function keep_history('safeguarding_concern', 'id', 'person_id');

alter table safeguarding_step enable row level security;
create policy safeguarding_step_read on safeguarding_step for select using (
  authority_id = actor_authority()
  and (actor_holds('system', 'safeguarding_lead') or actor_account() = any (named)));
create policy safeguarding_step_add on safeguarding_step for insert with check (
  authority_id = actor_authority() and account_id = actor_account()
  and (actor_holds('safeguarding_lead') or actor_account() = any (named)));
create policy safeguarding_step_change on safeguarding_step for update using (
  authority_id = actor_authority() and actor_holds('safeguarding_lead'));
grant select, insert on safeguarding_step to alongside_app;
-- Only who may read changes on a step, when the lead names somebody.
grant update (named) on safeguarding_step to alongside_app;
create trigger keep_history after insert or update on safeguarding_step
  for each row execute function keep_history('safeguarding_step', 'id', '');

insert into record_table values
  ('safeguarding_concern', 'restricted', 'person_id'), ('safeguarding_step', 'restricted', null);

-- What was raised stays as it was raised, and only the lead says who else reads it.
create function keep_concern() returns trigger language plpgsql as $$
begin
  if (new.reference, new.record_id, new.about_name, new.about, new.kinds, new.in_danger, new.words, new.wishes,
      new.person_knows, new.raised_by, new.organisation_id, new.raised_at)
     is distinct from
     (old.reference, old.record_id, old.about_name, old.about, old.kinds, old.in_danger, old.words, old.wishes,
      old.person_knows, old.raised_by, old.organisation_id, old.raised_at) then
    raise exception 'a concern stays as it was raised' using errcode = 'insufficient_privilege';
  end if;
  if new.named is distinct from old.named and not actor_holds('safeguarding_lead') then
    raise exception 'only the safeguarding lead names who reads a concern' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_concern before update on safeguarding_concern for each row execute function keep_concern();

-- Who opened a concern. It is not in the read log, which carers read: that there is a concern may be
-- the very thing that somebody must not learn from it.
create table safeguarding_look (
  authority_id integer not null,
  id bigint generated always as identity,
  concern_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id),
  foreign key (authority_id, concern_id) references safeguarding_concern
);
create index safeguarding_look_concern on safeguarding_look (authority_id, concern_id, id);
alter table safeguarding_look enable row level security;
create policy safeguarding_look_read on safeguarding_look for select using (
  authority_id = actor_authority() and actor_holds('system', 'safeguarding_lead'));
create policy safeguarding_look_add on safeguarding_look for insert with check (
  authority_id = actor_authority() and account_id = actor_account());
grant select, insert on safeguarding_look to alongside_app;
create trigger keep_history after update or delete on safeguarding_look
  for each row execute function keep_history('safeguarding_look', 'id', '');
insert into record_table values ('safeguarding_look', 'restricted', null);
