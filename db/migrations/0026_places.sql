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
