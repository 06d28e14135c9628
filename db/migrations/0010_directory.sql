-- The directory of support: who offers what, where, for whom, and when somebody last made sure of it.
-- Shaped after Open Referral UK (organisation, service, location, service at location), so that it can
-- be published and read in that standard: `checked_on` is its assured date, `needs` are its taxonomy
-- terms, `meets` is its schedule in words.

create table directory_organisation (
  authority_id integer not null references authority,
  id uuid not null,
  name text not null,
  website text,
  primary key (authority_id, id)
);
call make_record_table('directory_organisation', 'office');

create table directory_service (
  authority_id integer not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  about text not null,
  needs text[] not null default '{}',
  for_kinds text[] not null check (for_kinds <@ '{adult_carer,parent_carer,young_carer,young_adult_carer}'),
  minimum_age smallint,
  maximum_age smallint,
  cost text,
  telephone text,
  website text,
  opens text,
  -- Null: nobody has made sure of it since it came in.
  checked_on date,
  -- Where the entry comes from; made up for a demonstration, it says so on every page.
  source text not null,
  invented boolean not null default false,
  active boolean not null default true,
  primary key (authority_id, id),
  foreign key (authority_id, organisation_id) references directory_organisation
);
create index directory_service_needs on directory_service using gin (needs) where active;
call make_record_table('directory_service', 'office');

create table directory_location (
  authority_id integer not null,
  id uuid not null,
  name text not null,
  address text,
  town text not null,
  postcode text,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  -- Whether the point is the door, or only the middle of the place.
  exact boolean not null,
  primary key (authority_id, id)
);
create index directory_location_town on directory_location (authority_id, town);
call make_record_table('directory_location', 'office');

-- A service without a place is one for the whole county or country, by telephone.
create table directory_service_at_location (
  authority_id integer not null,
  id uuid not null,
  service_id uuid not null,
  location_id uuid not null,
  meets text,
  primary key (authority_id, id),
  unique (authority_id, service_id, location_id),
  foreign key (authority_id, service_id) references directory_service,
  foreign key (authority_id, location_id) references directory_location
);
create index directory_service_at_location_place on directory_service_at_location (authority_id, location_id);
call make_record_table('directory_service_at_location', 'office');

-- Support is for everybody to find.
create policy directory_organisation_anyone on directory_organisation for select using (authority_id = actor_authority());
create policy directory_service_anyone on directory_service for select using (authority_id = actor_authority());
create policy directory_location_anyone on directory_location for select using (authority_id = actor_authority());
create policy directory_service_at_location_anyone on directory_service_at_location for select using (authority_id = actor_authority());
