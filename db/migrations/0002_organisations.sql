-- Organisations that take part, the accounts of people, and the duties they hold there.

create table organisation (
  authority_id integer not null references authority,
  id integer not null,
  kind text not null check (kind in ('hub', 'young_carers', 'council', 'gp_practice', 'hospital', 'school', 'charity', 'jobcentre', 'employer')),
  name text not null,
  -- The code its own field knows it by: ODS for practices and trusts, URN for schools.
  code text,
  town text,
  telephone text,
  active boolean not null default true,
  primary key (authority_id, id),
  unique (authority_id, kind, name)
);

create table account (
  authority_id integer not null references authority,
  id uuid not null,
  email text not null check (email = lower(email)),
  display_name text not null,
  person_id uuid,
  active boolean not null default true,
  -- How this person may sign in: code and passkey (carers), single sign-on, password with second factor.
  sign_in text not null check (sign_in in ('email_code', 'sso', 'password')),
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, email)
);

create table membership (
  authority_id integer not null,
  account_id uuid not null,
  organisation_id integer not null,
  duties text[] not null check (cardinality(duties) > 0),
  since date not null default current_date,
  until date,
  primary key (authority_id, account_id, organisation_id),
  foreign key (authority_id, account_id) references account,
  foreign key (authority_id, organisation_id) references organisation
);

-- Names of organisations are no secret: every door shows them.
alter table organisation enable row level security;
create policy organisation_read on organisation for select using (authority_id = actor_authority());
create policy organisation_write on organisation for all
  using (authority_id = actor_authority() and actor_holds('administrator', 'system'))
  with check (authority_id = actor_authority() and actor_holds('administrator', 'system'));

alter table account enable row level security;
create policy account_read on account for select using (
  authority_id = actor_authority()
  and (id = actor_account() or actor_works() or actor_holds('administrator')));
create policy account_write on account for all
  using (authority_id = actor_authority() and actor_holds('administrator', 'system'))
  with check (authority_id = actor_authority() and actor_holds('administrator', 'system'));

alter table membership enable row level security;
create policy membership_read on membership for select using (
  authority_id = actor_authority()
  and (account_id = actor_account() or actor_works() or actor_holds('administrator')));
create policy membership_write on membership for all
  using (authority_id = actor_authority() and actor_holds('administrator', 'system'))
  with check (authority_id = actor_authority() and actor_holds('administrator', 'system'));

grant select, insert, update on organisation, account, membership to alongside_app;
create trigger keep_history after insert or update or delete on organisation
  for each row execute function keep_history('organisation', 'id', '');
create trigger keep_history after insert or update or delete on account
  for each row execute function keep_history('account', 'id', 'person_id');
create trigger keep_history after insert or update or delete on membership
  for each row execute function keep_history('membership', 'account_id', '');
insert into record_table values
  ('organisation', 'office', null), ('account', 'office', null), ('membership', 'office', null);
