-- The adviser's desk: work given to others many at a time, filters that a worker keeps, and who has a
-- record open.

-- Each time a manager gave work to somebody: the same form sent again finds itself here.
create table work_given (
  authority_id integer not null references authority,
  id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null,
  organisation_ids integer[] not null,
  worker_id uuid not null,
  -- How much was asked for, and how much of it could still be given: [{ kind, asked, given }].
  kinds jsonb not null,
  primary key (authority_id, id),
  foreign key (authority_id, given_by) references account,
  foreign key (authority_id, worker_id) references account
);
alter table work_given enable row level security;
create policy work_given_read on work_given for select using (
  authority_id = actor_authority() and actor_holds('manager') and organisation_ids && actor_organisations());
create policy work_given_add on work_given for insert with check (
  authority_id = actor_authority() and actor_holds('manager') and given_by = actor_account()
  and organisation_ids <@ actor_organisations());
grant select, insert on work_given to alongside_app;

-- A list as a worker filtered it, under a name of their own: theirs alone.
create table saved_filter (
  authority_id integer not null references authority,
  id uuid not null,
  account_id uuid not null,
  name text not null check (btrim(name) <> '' and length(name) <= 60),
  address text not null check (address like '/%' and length(address) <= 500),
  primary key (authority_id, id),
  unique (authority_id, account_id, name),
  foreign key (authority_id, account_id) references account
);
alter table saved_filter enable row level security;
create policy saved_filter_own on saved_filter for all
  using (authority_id = actor_authority() and account_id = actor_account())
  with check (authority_id = actor_authority() and account_id = actor_account());
grant select, insert, update, delete on saved_filter to alongside_app;

-- Who has a record open just now, so that two people on it are told of each other. What it says is
-- over after some minutes and it may be lost: the read log is what keeps who looked.
create unlogged table open_record (
  authority_id integer not null,
  person_id uuid not null,
  account_id uuid not null,
  name text not null,
  organisation_ids integer[] not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (authority_id, person_id, account_id)
);
create index open_record_of on open_record (authority_id, account_id, seen_at);
alter table open_record enable row level security;
create policy open_record_read on open_record for select using (
  authority_id = actor_authority()
  and (actor_holds('system') or account_id = actor_account()
       or actor_works() and organisation_ids && actor_organisations()));
create policy open_record_add on open_record for insert with check (
  authority_id = actor_authority() and actor_works() and account_id = actor_account()
  and organisation_ids <@ actor_organisations());
create policy open_record_change on open_record for update
  using (authority_id = actor_authority() and account_id = actor_account())
  with check (organisation_ids <@ actor_organisations());
create policy open_record_remove on open_record for delete using (
  authority_id = actor_authority() and (actor_holds('system') or account_id = actor_account()));
grant select, insert, update, delete on open_record to alongside_app;
