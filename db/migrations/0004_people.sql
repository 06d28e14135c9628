-- One person can be carer, cared-for and both; caring is a dated relation between two people.

create table person (
  authority_id integer not null references authority,
  id uuid not null,
  reference text not null,
  title text,
  given_name text not null,
  family_name text not null,
  known_as text,
  date_of_birth date,
  died_on date,
  gender text,
  ethnic_group text,
  address_1 text,
  address_2 text,
  town text,
  postcode text,
  district_code text,
  ward_code text,
  lsoa_code text,
  home_phone text,
  mobile_phone text,
  email text,
  nhs_number text check (nhs_number ~ '^\d{10}$'),
  gp_practice text,
  employment text,
  language text,
  -- Accessible Information Standard: the format in which this person reads.
  information_format text not null default 'standard',
  may_post boolean,
  may_email boolean,
  may_phone boolean,
  may_text boolean,
  -- How to reach this person without harm: no voicemail, safe times.
  safe_contact text,
  emergency_card text,
  note text,
  -- Merged into another record: kept, hidden from lists, and can be taken apart again.
  merged_into uuid,
  -- Raised by every save: two people editing are told of each other.
  version integer not null default 1,
  created_at timestamptz not null default now(),
  -- The organisations that may read what serves each purpose; kept by trigger (below).
  readers integer[] not null default '{}',
  support_readers integer[] not null default '{}',
  assessment_readers integer[] not null default '{}',
  emergency_readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, reference)
);

-- A new person is known to the organisation that writes them down, and to no other.
create function readers_of_new_person() returns trigger language plpgsql as $$
begin
  new.readers := actor_organisations();
  new.support_readers := new.readers;
  new.assessment_readers := new.readers;
  new.emergency_readers := new.readers;
  return new;
end $$;
create trigger set_readers before insert on person
  for each row when (not in_bulk()) execute function readers_of_new_person();

-- A row about a person is read by whom that person's involvements and agreements allow.
-- Arguments: purpose, person column.
create function readers_of_person() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  about uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
begin
  select case tg_argv[0]
      when 'identity' then p.readers
      when 'support' then p.support_readers
      when 'assessment' then p.assessment_readers
      when 'emergency' then p.emergency_readers
      else '{}'::integer[] end
    into new.readers from person p
   where p.authority_id = new.authority_id and p.id = about;
  new.readers := coalesce(new.readers, '{}');
  return new;
end $$;

call make_record_table('person', 'identity', 'id');
create policy person_own_change on person for update
  using (authority_id = actor_authority() and id = actor_person());

-- Which organisation works with the person, and who there.
create table involvement (
  authority_id integer not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  kind text not null check (kind in ('adult_carer', 'parent_carer', 'young_carer', 'young_adult_carer', 'cared_for')),
  worker_id uuid,
  since date not null,
  until date,
  end_reason text,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, organisation_id) references organisation,
  foreign key (authority_id, worker_id) references account
);
create index involvement_person on involvement (authority_id, person_id);
create index involvement_worker on involvement (authority_id, worker_id) where until is null;
create index involvement_organisation on involvement (authority_id, organisation_id, since);
call make_record_table('involvement', 'identity', 'person_id');

-- What the person agreed may be shared, with whom, until when; not the lawful basis of statutory work.
-- The purpose `outcome` opens no record: who referred the person may hear what became of it.
create table agreement (
  authority_id integer not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  purposes text[] not null check (purposes <@ '{identity,support,assessment,emergency,outcome}'),
  agreed_on date not null,
  until date,
  ended_on date,
  how_given text not null check (how_given in ('spoken', 'written', 'online', 'previous_system')),
  recorded_by uuid,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, organisation_id) references organisation
);
create index agreement_person on agreement (authority_id, person_id);
call make_record_table('agreement', 'identity', 'person_id');

-- Works out who may read a person's rows and writes it on the person and on each row about them.
create function refresh_readers(of_authority integer, of_person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  involved integer[];
  agreed record;
  was person;
  target record;
begin
  -- Whoever works with a carer knows whom they care for; support goes on for three years after an end.
  select coalesce(array_agg(distinct organisation_id order by organisation_id), '{}') into involved
    from involvement i where i.authority_id = of_authority
     and (i.until is null or i.until > current_date - interval '3 years')
     and (i.person_id = of_person or i.person_id in (
       select c.carer_id from caring c where c.authority_id = of_authority and c.cared_for_id = of_person));
  select
      array(select distinct unnest(involved || coalesce(array_agg(a.organisation_id) filter (where 'identity' = any (a.purposes)), '{}')) order by 1) as identity,
      array(select distinct unnest(involved || coalesce(array_agg(a.organisation_id) filter (where 'support' = any (a.purposes)), '{}')) order by 1) as support,
      array(select distinct unnest(involved || coalesce(array_agg(a.organisation_id) filter (where 'assessment' = any (a.purposes)), '{}')) order by 1) as assessment,
      array(select distinct unnest(involved || coalesce(array_agg(a.organisation_id) filter (where 'emergency' = any (a.purposes)), '{}')) order by 1) as emergency
    into agreed
    from agreement a
   where a.authority_id = of_authority and a.person_id = of_person and a.ended_on is null
     and (a.until is null or a.until >= current_date);
  select * into was from person p where p.authority_id = of_authority and p.id = of_person;
  if was.readers = agreed.identity and was.support_readers = agreed.support
     and was.assessment_readers = agreed.assessment and was.emergency_readers = agreed.emergency then
    return;
  end if;
  update person set readers = agreed.identity, support_readers = agreed.support,
      assessment_readers = agreed.assessment, emergency_readers = agreed.emergency
    where authority_id = of_authority and id = of_person;
  for target in select r.name, r.purpose, r.person_column from record_table r
      where r.person_column is not null and r.name <> 'person'
        and r.purpose in ('identity', 'support', 'assessment', 'emergency')
        and exists (select from information_schema.columns c
              where c.table_schema = 'public' and c.table_name = r.name and c.column_name = 'readers')
  loop
    execute format('update %I set readers = $1 where authority_id = $2 and %I = $3 and readers is distinct from $1',
      target.name, target.person_column)
      using case target.purpose when 'identity' then agreed.identity when 'support' then agreed.support
              when 'assessment' then agreed.assessment else agreed.emergency end, of_authority, of_person;
  end loop;
end $$;

create function readers_follow() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  of_authority integer := coalesce(new.authority_id, old.authority_id);
  of_person uuid := coalesce(new.person_id, old.person_id);
begin
  perform refresh_readers(of_authority, of_person);
  if tg_table_name like 'involvement%' then
    perform refresh_readers(of_authority, c.cared_for_id) from caring c
      where c.authority_id = of_authority and c.carer_id = of_person and c.cared_for_id is not null;
  end if;
  return null;
end $$;
create trigger readers_follow after insert or update or delete on involvement
  for each row when (not in_bulk()) execute function readers_follow();
create trigger readers_follow after insert or update or delete on agreement
  for each row execute function readers_follow();

-- Who cares for whom. The cared-for person may be kept nameless: then cared_for_id is null.
create table caring (
  authority_id integer not null,
  id uuid not null,
  carer_id uuid not null,
  cared_for_id uuid,
  relationship text,
  conditions text[] not null default '{}',
  hours_band text,
  lives_together boolean,
  since date,
  until date,
  end_reason text,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, carer_id) references person,
  foreign key (authority_id, cared_for_id) references person
);
create index caring_carer on caring (authority_id, carer_id);
create index caring_cared_for on caring (authority_id, cared_for_id);
call make_record_table('caring', 'identity', 'carer_id');

-- Whoever comes to be cared for becomes known to whoever works with the carer.
create function readers_follow_caring() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' and old.cared_for_id is not null then
    perform refresh_readers(old.authority_id, old.cared_for_id);
  end if;
  if tg_op <> 'DELETE' and new.cared_for_id is not null then
    perform refresh_readers(new.authority_id, new.cared_for_id);
  end if;
  return null;
end $$;
create trigger readers_follow after insert or delete or update of carer_id, cared_for_id on caring
  for each row when (not in_bulk()) execute function readers_follow_caring();

-- The life of a registration with a service.
create table registration (
  authority_id integer not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  kind text not null check (kind in ('adult_carer', 'parent_carer', 'young_carer', 'young_adult_carer')),
  state text not null check (state in ('asked', 'active', 'paused', 'ended')),
  registered_on date not null,
  referral_source text,
  ended_on date,
  end_reason text,
  -- What only young carers' services keep: school stage, level of support, who they care for and in which role.
  details jsonb not null default '{}',
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, organisation_id) references organisation
);
create index registration_person on registration (authority_id, person_id);
create index registration_span on registration (authority_id, kind, registered_on, ended_on);
call make_record_table('registration', 'identity', 'person_id');

-- The ids that previous systems knew a person by; joined rows keep each of theirs.
create table previous_id (
  authority_id integer not null,
  source text not null,
  source_id text not null,
  id uuid not null,
  person_id uuid not null,
  readers integer[] not null default '{}',
  primary key (authority_id, source, source_id),
  foreign key (authority_id, person_id) references person
);
create index previous_id_person on previous_id (authority_id, person_id);
call make_record_table('previous_id', 'identity', 'person_id');

-- What one search box looks in: whole and sound-alike words, dates, postcodes, last digits, references.
create table search_key (
  authority_id integer not null,
  key text collate "C" not null,
  person_id uuid not null,
  readers integer[] not null default '{}',
  -- Who may read stands in the index too, so that a search never leaves it.
  primary key (authority_id, key, person_id) include (readers),
  foreign key (authority_id, person_id) references person
);
create index search_key_person on search_key (authority_id, person_id);
alter table search_key enable row level security;
create policy search_key_read on search_key for select using (
  authority_id = actor_authority()
  and (readers && actor_organisations() or actor_holds('system', 'council_practitioner')));
-- No policy for all: it would be weighed beside the one above for every key that is read.
create policy search_key_add on search_key for insert
  with check (authority_id = actor_authority() and actor_works());
create policy search_key_remove on search_key for delete
  using (authority_id = actor_authority() and actor_works());
grant select, insert, delete on search_key to alongside_app;
create trigger set_readers before insert on search_key
  for each row when (not in_bulk()) execute function readers_of_person('identity', 'person_id');
-- Derived wholly from person, so without history of its own.
insert into record_table values ('search_key', 'identity', 'person_id');
