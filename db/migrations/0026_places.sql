-- Practices, trusts, hospitals and schools as their registers publish them: facts about the country,
-- so shared by all authorities and without an authority of their own.

create table establishment (
  kind text not null check (kind in ('gp_practice', 'nhs_trust', 'hospital', 'school')),
  -- The code its own field knows it by: ODS for practices, trusts and sites, URN for schools. Where
  -- the published file has none, the name made plain with its point.
  code text not null,
  name text not null,
  address text,
  town text,
  postcode text,
  telephone text,
  latitude double precision,
  longitude double precision,
  district_code text,
  -- A closed one stays with its dates: records and referrals of its time still name it.
  state text not null check (state in ('open', 'proposed', 'dormant', 'closed')),
  opened_on date,
  closed_on date,
  -- What only its kind has: commissioner, phase, ages.
  details jsonb not null default '{}',
  source text not null,
  primary key (kind, code)
);
create index establishment_district on establishment (kind, district_code);

-- How many of a practice's patients it had recorded as unpaid carers on a day, as NHS England
-- published it (GP contract services, indicator CGPCMI01).
create table practice_count (
  practice_code text not null,
  counted_on date not null,
  carers integer not null check (carers >= 0),
  patients integer check (patients >= 0),
  source text not null,
  primary key (practice_code, counted_on)
);

alter table establishment enable row level security;
alter table practice_count enable row level security;
create policy establishment_read on establishment for select using (true);
create policy establishment_load on establishment for all
  using (actor_holds('system')) with check (actor_holds('system'));
create policy practice_count_read on practice_count for select using (true);
create policy practice_count_load on practice_count for all
  using (actor_holds('system')) with check (actor_holds('system'));
grant select, insert, update on establishment, practice_count to alongside_app;

-- To count a practice's patients on the register: people write its name, not its code.
create index person_gp_practice on person (authority_id, gp_practice) where gp_practice is not null;

-- Whom a practice was told to flag as a carer, and confirmed: one row for each of its patients. The
-- names stand here as they were told, because the end of an agreement closes the record to the
-- practice, which must still hear whose flag to end. Once it has confirmed that, the row is gone.
create table practice_flag (
  authority_id integer not null,
  id uuid not null,
  organisation_id integer not null,
  person_id uuid not null,
  given_name text not null,
  family_name text not null,
  date_of_birth date,
  nhs_number text,
  -- SNOMED CT, sorted.
  codes text[] not null,
  told_on date not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, organisation_id, person_id),
  foreign key (authority_id, organisation_id) references organisation,
  foreign key (authority_id, person_id) references person
);
call make_record_table('practice_flag', 'identity', 'person_id');
create policy practice_flag_told on practice_flag for all
  using (authority_id = actor_authority() and actor_holds('referrer') and organisation_id = any (actor_organisations()))
  with check (authority_id = actor_authority() and actor_holds('referrer') and organisation_id = any (actor_organisations()));

-- Each time a practice said that its own records have what the list told: who, when, and how much.
create table practice_receipt (
  authority_id integer not null,
  id uuid not null,
  organisation_id integer not null,
  number integer not null check (number > 0),
  confirmed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_name text not null,
  added integer not null,
  changed integer not null,
  ended integer not null,
  flagged integer not null,
  primary key (authority_id, id),
  unique (authority_id, organisation_id, number),
  foreign key (authority_id, organisation_id) references organisation
);
call make_record_table('practice_receipt', 'office');
create policy practice_receipt_own on practice_receipt for select
  using (authority_id = actor_authority() and organisation_id = any (actor_organisations()));
create policy practice_receipt_given on practice_receipt for insert
  with check (authority_id = actor_authority() and actor_holds('referrer') and organisation_id = any (actor_organisations()));
