-- Sharing by agreement: on what basis and how given, what young carers' services and adult hubs keep
-- apart, who looked and why, records opened without agreement, and the page a carer hands on.

-- An agreement is ended and given anew rather than rewritten, so that what was agreed when stays readable.
alter table agreement
  -- Who could agree: the carer; for a child who cannot yet decide this, somebody with parental
  -- responsibility; for an adult without capacity, an attorney or deputy, or a best-interests decision
  -- (Mental Capacity Act 2005, sections 4, 9 and 16).
  add column basis text not null default 'own'
    check (basis in ('own', 'parental_responsibility', 'attorney_or_deputy', 'best_interests')),
  add column recorded_at timestamptz not null default now(),
  add column ended_by uuid,
  add column ended_how text,
  -- When the carer was told that it runs out, or their worker was asked to say so.
  add column reminded_on date,
  add column reminded_by text check (reminded_by in ('message', 'worker')),
  drop constraint agreement_how_given_check,
  add constraint agreement_how_given_check check (how_given in
    ('spoken', 'telephone', 'face_to_face', 'written', 'online', 'previous_system'));
create index agreement_running_out on agreement (authority_id, until) where ended_on is null and until is not null;

-- The carer alone: gives an agreement as themself, and ends one; what an agreement says stays.
create policy agreement_own_add on agreement for insert with check (
  authority_id = actor_authority() and person_id = actor_person() and recorded_by = actor_account()
  and basis = 'own' and how_given = 'online' and ended_on is null);
create policy agreement_own_end on agreement for update
  using (authority_id = actor_authority() and person_id = actor_person())
  with check (authority_id = actor_authority() and person_id = actor_person()
    and ended_on is not null and ended_by = actor_account());

-- Where an agreement runs out soon, for what runs by the clock.
create function authorities_with_agreements_to_end(by_day date) returns table (id integer, code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.code from authority a where exists (
    select from agreement g where g.authority_id = a.id and g.ended_on is null
       and g.until between by_day - 60 and by_day and g.reminded_on is null)
$$;
revoke all on function authorities_with_agreements_to_end from public;
grant execute on function authorities_with_agreements_to_end to alongside_app;

-- Records opened without agreement: for vital interests or safeguarding, by one account, for a while.
create table record_override (
  authority_id integer not null references authority,
  id uuid not null,
  -- Stands among the readers of the person's rows while the override lasts, below nought so that it is
  -- no organisation's number; only the transaction that opens the record carries it.
  pass integer generated always as identity (increment by -1 minvalue -2147483648 maxvalue -1 start with -1),
  person_id uuid not null,
  -- Whose record it was, for the list: the record itself stays shut to whoever looks through it.
  person_name text not null,
  person_reference text not null,
  account_id uuid not null,
  account_name text not null,
  organisation_id integer not null,
  kind text not null check (kind in ('emergency', 'safeguarding')),
  purposes text[] not null check (purposes <@ '{identity,support,assessment,emergency}'),
  reason text not null check (length(btrim(reason)) >= 20),
  opened_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > opened_at and ends_at <= opened_at + interval '24 hours'),
  ended_at timestamptz,
  -- A manager of that organisation, or the safeguarding lead, has read why.
  looked_through_at timestamptz,
  looked_through_by uuid,
  looked_through_words text,
  -- Kept from the carer's list on the safeguarding lead's word alone, until a day by which it is looked at again.
  withheld boolean not null default false,
  withheld_at timestamptz,
  withheld_by uuid,
  withheld_because text,
  withheld_until date,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, organisation_id) references organisation,
  check (not withheld or (withheld_by is not null and withheld_because is not null and withheld_until is not null))
);
create index record_override_person on record_override (authority_id, person_id);
create index record_override_waiting on record_override (authority_id, organisation_id) where looked_through_at is null;
alter table record_override enable row level security;
create policy record_override_read on record_override for select using (
  authority_id = actor_authority()
  and (actor_holds('system', 'safeguarding_lead') or account_id = actor_account()
       or actor_holds('manager') and organisation_id = any (actor_organisations())));
create policy record_override_add on record_override for insert with check (
  authority_id = actor_authority() and actor_works() and account_id = actor_account() and not withheld);
create policy record_override_change on record_override for update using (
  authority_id = actor_authority()
  and (actor_holds('system', 'safeguarding_lead') or account_id = actor_account()
       or actor_holds('manager') and organisation_id = any (actor_organisations())));
grant select, insert, update on record_override to alongside_app;
create trigger keep_history after insert or update on record_override
  for each row execute function keep_history('record_override', 'id', 'person_id');
insert into record_table values ('record_override', 'restricted', 'person_id');

create function keep_override() returns trigger language plpgsql as $$
begin
  if (new.person_id, new.account_id, new.organisation_id, new.kind, new.purposes, new.reason, new.opened_at, new.ends_at)
     is distinct from
     (old.person_id, old.account_id, old.organisation_id, old.kind, old.purposes, old.reason, old.opened_at, old.ends_at) then
    raise exception 'an override stays as it was made' using errcode = 'insufficient_privilege';
  end if;
  if (new.withheld, new.withheld_by, new.withheld_because, new.withheld_until)
     is distinct from (old.withheld, old.withheld_by, old.withheld_because, old.withheld_until)
     and not actor_holds('safeguarding_lead') then
    raise exception 'only the safeguarding lead keeps a look from the carer' using errcode = 'insufficient_privilege';
  end if;
  if new.looked_through_by is distinct from old.looked_through_by and new.looked_through_by = old.account_id then
    raise exception 'nobody looks through their own override' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_override before update on record_override for each row execute function keep_override();

-- Each look says why, and as what the reader looked; those of an override may be withheld.
alter table read_log
  add column purpose text,
  add column duties text[] not null default '{}',
  add column override_id uuid,
  add column withheld boolean not null default false;
drop policy read_log_read on read_log;
create policy read_log_read on read_log for select using (
  authority_id = actor_authority()
  and (actor_holds('system', 'safeguarding_lead') or person_id = actor_person() and not withheld
       or actor_holds('manager') and organisation_ids && actor_organisations()));

-- A look is withheld while its override is, and never by what whoever looks says.
create function look_as_its_override() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  new.withheld := exists (select from record_override o
    where o.authority_id = new.authority_id and o.id = new.override_id and o.withheld);
  return new;
end $$;
create trigger look_as_its_override before insert on read_log
  for each row execute function look_as_its_override();
create function looks_follow_override() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update read_log set withheld = new.withheld
   where authority_id = new.authority_id and person_id = new.person_id and override_id = new.id
     and withheld is distinct from new.withheld;
  return null;
end $$;
create trigger looks_follow_override after update of withheld on record_override
  for each row execute function looks_follow_override();

-- Whom a row is kept by: the organisation that it names, or that which its own row belongs to.
create function kept_by(what jsonb) returns integer language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  keeper integer := (what ->> 'organisation_id')::integer;
  of_authority integer := (what ->> 'authority_id')::integer;
begin
  if keeper is not null then return keeper; end if;
  if what ? 'assessment_id' then
    select organisation_id into keeper from assessment
     where authority_id = of_authority and id = (what ->> 'assessment_id')::uuid;
  elsif what ? 'plan_id' then
    select organisation_id into keeper from plan
     where authority_id = of_authority and id = (what ->> 'plan_id')::uuid;
  elsif what ? 'conversation_id' then
    select organisation_id into keeper from conversation
     where authority_id = of_authority and id = (what ->> 'conversation_id')::uuid;
  end if;
  return keeper;
end $$;

-- A young carers' service and an adult hub that know the same person do not read each other's rows,
-- unless that was agreed or the young person is between the two. A row that nobody keeps stays with
-- the young carers' service. Gives the organisations to which the row is closed.
create function closed_to(of_authority integer, of_person uuid, of_purpose text, keeper integer)
  returns integer[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct i.organisation_id), '{}')
    from involvement i
    join organisation o on o.authority_id = i.authority_id and o.id = i.organisation_id
    left join organisation k on k.authority_id = i.authority_id and k.id = keeper
   where i.authority_id = of_authority and i.person_id = of_person
     and o.kind in ('hub', 'young_carers')
     and coalesce(k.kind, 'young_carers') in ('hub', 'young_carers') and o.kind <> coalesce(k.kind, 'young_carers')
     and exists (select from involvement y
                   join organisation s on s.authority_id = y.authority_id and s.id = y.organisation_id
                  where y.authority_id = of_authority and y.person_id = of_person and s.kind = 'young_carers')
     and not exists (select from involvement t where t.authority_id = of_authority and t.person_id = of_person
                        and t.kind = 'young_adult_carer' and t.until is null)
     and not exists (select from agreement a where a.authority_id = of_authority and a.person_id = of_person
                        and a.organisation_id = i.organisation_id and of_purpose = any (a.purposes)
                        and a.ended_on is null and (a.until is null or a.until >= current_date))
$$;

create function less(these integer[], others integer[]) returns integer[] language sql immutable parallel safe as $$
  select array(select unnest(these) except select unnest(others) order by 1)
$$;

-- Whoever works with the person themself: support goes on for three years after an end.
create function works_with(of_authority integer, of_person uuid) returns integer[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct organisation_id order by organisation_id), '{}')
    from involvement i where i.authority_id = of_authority and i.person_id = of_person
     and (i.until is null or i.until > current_date - interval '3 years')
$$;

create function agreed_for(of_authority integer, of_person uuid, of_purpose text) returns integer[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(a.organisation_id), '{}') from agreement a
   where a.authority_id = of_authority and a.person_id = of_person and of_purpose = any (a.purposes)
     and a.ended_on is null and (a.until is null or a.until >= current_date)
$$;

create function united(these integer[], others integer[]) returns integer[] language sql immutable parallel safe as $$
  select array(select distinct unnest(these || others) order by 1)
$$;

-- Whoever works with a carer knows whom they care for.
create function works_with_their_carer(of_authority integer, of_person uuid) returns integer[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct i.organisation_id), '{}')
    from caring c join involvement i on i.authority_id = c.authority_id and i.person_id = c.carer_id
   where c.authority_id = of_authority and c.cared_for_id = of_person
     and (i.until is null or i.until > current_date - interval '3 years')
$$;

create function known_as_young_carer(of_authority integer, of_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from involvement i
      join organisation o on o.authority_id = i.authority_id and o.id = i.organisation_id
     where i.authority_id = of_authority and i.person_id = of_person and o.kind = 'young_carers')
$$;

-- Who may read a person's rows for a purpose, before what is kept apart. Of a young carer, who works
-- with somebody that cares for them knows who they are and no more. Overrides stand here by their passes.
create function may_know(of_authority integer, of_person uuid, of_purpose text) returns integer[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select united(
    united(works_with(of_authority, of_person), agreed_for(of_authority, of_person, of_purpose)),
    (case when known_as_young_carer(of_authority, of_person) then '{}'::integer[]
          else works_with_their_carer(of_authority, of_person) end)
    || coalesce((select array_agg(v.pass) from record_override v
                  where v.authority_id = of_authority and v.person_id = of_person and of_purpose = any (v.purposes)
                    and v.ended_at is null), '{}'))
$$;

create or replace function readers_of_person() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  said jsonb := to_jsonb(new);
  about uuid := (said ->> tg_argv[1])::uuid;
  young boolean := known_as_young_carer(new.authority_id, about);
begin
  if young and tg_argv[0] = 'identity' and tg_table_name !~ '^search_key' then
    new.readers := less(may_know(new.authority_id, about, 'identity'),
                           closed_to(new.authority_id, about, 'identity', kept_by(said)));
    -- Whoever begins to work with a young carer writes that down before it is so.
    if tg_table_name ~ '^(involvement|registration)' then
      new.readers := united(new.readers, array[(said ->> 'organisation_id')::integer]);
    end if;
    return new;
  end if;
  select case tg_argv[0]
      when 'identity' then p.readers
      when 'support' then p.support_readers
      when 'assessment' then p.assessment_readers
      when 'emergency' then p.emergency_readers
      else '{}'::integer[] end
    into new.readers from person p
   where p.authority_id = new.authority_id and p.id = about;
  if young and tg_table_name !~ '^search_key' then
    new.readers := less(new.readers, closed_to(new.authority_id, about, tg_argv[0], kept_by(said)));
  end if;
  new.readers := coalesce(new.readers, '{}');
  return new;
end $$;

create or replace function refresh_readers(of_authority integer, of_person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  young boolean := known_as_young_carer(of_authority, of_person);
  known integer[] := may_know(of_authority, of_person, 'identity');
  identity integer[] := united(known, works_with_their_carer(of_authority, of_person));
  support integer[] := may_know(of_authority, of_person, 'support');
  assessment integer[] := may_know(of_authority, of_person, 'assessment');
  emergency integer[] := may_know(of_authority, of_person, 'emergency');
  unchanged boolean;
  target record;
  base integer[];
begin
  select p.readers = identity and p.support_readers = support and p.assessment_readers = assessment
         and p.emergency_readers = emergency
    into unchanged from person p where p.authority_id = of_authority and p.id = of_person;
  if unchanged and not young then return; end if;
  if not unchanged then
    update person p set readers = identity, support_readers = support, assessment_readers = assessment,
        emergency_readers = emergency
      where p.authority_id = of_authority and p.id = of_person;
  end if;
  for target in select r.name, r.purpose, r.person_column from record_table r
      where r.person_column is not null and r.name <> 'person'
        and r.purpose in ('identity', 'support', 'assessment', 'emergency')
        and exists (select from information_schema.columns c
              where c.table_schema = 'public' and c.table_name = r.name and c.column_name = 'readers')
  loop
    base := case target.purpose when 'identity' then case when target.name = 'search_key' then identity else known end
      when 'support' then support when 'assessment' then assessment else emergency end;
    if young and target.name <> 'search_key' then
      execute format('update %1$I t set readers = less($1, closed_to($2, $3, $4, kept_by(to_jsonb(t))))
          where t.authority_id = $2 and t.%2$I = $3
            and t.readers is distinct from less($1, closed_to($2, $3, $4, kept_by(to_jsonb(t))))',
        target.name, target.person_column) using base, of_authority, of_person, target.purpose;
    else
      execute format('update %I set readers = $1 where authority_id = $2 and %I = $3 and readers is distinct from $1',
        target.name, target.person_column) using base, of_authority, of_person;
    end if;
  end loop;
end $$;

create function readers_follow_override() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform refresh_readers(new.authority_id, new.person_id);
  return null;
end $$;
create trigger readers_follow after insert or update of ended_at on record_override
  for each row execute function readers_follow_override();

-- Nobody carries the pass of an override whose time is over; this takes it off the rows again. Gives how many.
create function close_ended_overrides(moment timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended record;
  closed integer := 0;
begin
  for ended in select authority_id, id from record_override where ended_at is null and ends_at <= moment loop
    update record_override set ended_at = ends_at where authority_id = ended.authority_id and id = ended.id;
    closed := closed + 1;
  end loop;
  return closed;
end $$;
revoke all on function close_ended_overrides from public;
grant execute on function close_ended_overrides to alongside_app;

-- Everybody whom both a young carers' service and an adult hub know, worked out anew: after an import,
-- which says itself who may read.
create function keep_young_carers_apart(of_authority integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  young record;
  kept integer := 0;
begin
  for young in select distinct i.person_id from involvement i
      join organisation o on o.authority_id = i.authority_id and o.id = i.organisation_id and o.kind = 'young_carers'
     where i.authority_id = of_authority and (exists (
             select from involvement h join organisation a on a.authority_id = h.authority_id and a.id = h.organisation_id
              where h.authority_id = i.authority_id and h.person_id = i.person_id and a.kind = 'hub')
        or exists (select from caring c where c.authority_id = i.authority_id and c.cared_for_id = i.person_id))
  loop
    perform refresh_readers(of_authority, young.person_id);
    kept := kept + 1;
  end loop;
  return kept;
end $$;
revoke all on function keep_young_carers_apart from public;
grant execute on function keep_young_carers_apart to alongside_app;
select keep_young_carers_apart(id) from authority;

-- Tell it once: the carer's own page, in their words. Theirs alone: staff ask, or are handed a link.
create table told_page (
  authority_id integer not null,
  id uuid not null,
  person_id uuid not null,
  story text,
  needs text,
  contacts text,
  emergency text,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (authority_id, id),
  unique (authority_id, person_id),
  foreign key (authority_id, person_id) references person
);
-- A link to it: the address is worked out from the id and the house's secret; only its hash is kept.
create table told_link (
  authority_id integer not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  -- For whom, in the carer's words.
  label text not null,
  parts text[] not null check (cardinality(parts) > 0
    and parts <@ '{about,story,needs,contacts,agreements,emergency}'),
  made_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > made_at),
  most_openings integer check (most_openings between 1 and 100),
  openings integer not null default 0,
  ended_at timestamptz,
  primary key (authority_id, id),
  unique (token_hash),
  foreign key (authority_id, person_id) references person,
  check (most_openings is null or openings <= most_openings)
);
create index told_link_person on told_link (authority_id, person_id, made_at desc);
create table told_opening (
  authority_id integer not null,
  id uuid not null,
  link_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  -- Who they said they were; null where they said nothing.
  who text,
  primary key (authority_id, id),
  foreign key (authority_id, link_id) references told_link,
  foreign key (authority_id, person_id) references person
);
create index told_opening_link on told_opening (authority_id, link_id, at desc);

do $$
declare
  target text;
begin
  foreach target in array array['told_page', 'told_link', 'told_opening'] loop
    execute format('alter table %I enable row level security', target);
    execute format('create policy %I on %I for select using (authority_id = actor_authority()
      and (person_id = actor_person() or actor_holds(''system'')))', target || '_read', target);
    execute format('create trigger keep_history after insert or update on %I
      for each row execute function keep_history(%L, ''id'', ''person_id'')', target, target);
    insert into record_table values (target, 'restricted', 'person_id');
  end loop;
  foreach target in array array['told_page', 'told_link'] loop
    execute format('create policy %I on %I for insert with check (authority_id = actor_authority()
      and person_id = actor_person())', target || '_add', target);
    execute format('create policy %I on %I for update using (authority_id = actor_authority()
      and person_id = actor_person())', target || '_change', target);
  end loop;
end $$;
grant select, insert, update on told_page, told_link to alongside_app;
grant select on told_opening to alongside_app;

-- A stranger opens a link: counted and written down in one statement, or nothing at all. Wrong, ended,
-- used up and run out are one answer: no row.
create function open_told_link(of_token_hash text, moment timestamptz, opening_id uuid, says_who text)
  returns table (authority_id integer, person_id uuid, parts text[])
  language sql security definer set search_path = public, pg_temp as $$
  with opened as (
    update told_link l set openings = openings + 1
     where l.authority_id = actor_authority() and l.token_hash = of_token_hash and l.ended_at is null
       and l.ends_at > moment and (l.most_openings is null or l.openings < l.most_openings)
    returning l.authority_id, l.id, l.person_id, l.parts),
  written as (
    insert into told_opening (authority_id, id, link_id, person_id, at, who)
    select o.authority_id, opening_id, o.id, o.person_id, moment, says_who from opened o)
  select authority_id, person_id, parts from opened
$$;
revoke all on function open_told_link from public;
grant execute on function open_told_link to alongside_app;

-- Whether a link opens, without opening it.
create function told_link_opens(of_token_hash text, moment timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from told_link l
     where l.authority_id = actor_authority() and l.token_hash = of_token_hash and l.ended_at is null
       and l.ends_at > moment and (l.most_openings is null or l.openings < l.most_openings))
$$;
revoke all on function told_link_opens from public;
grant execute on function told_link_opens to alongside_app;
