-- Walls within a family: the cared-for person's own, a child's who asked that a parent is not told, and
-- a child's own words. And the view of a child's competence, one decision at a time.

-- Whom the rows of the purpose `identity` are read by. `readers` is who may know the person at all:
-- these, and whoever works with somebody that looks after them, who reads who they are and no more.
alter table person add column identity_readers integer[] not null default '{}';

create or replace function readers_of_new_person() returns trigger language plpgsql as $$
begin
  new.readers := actor_organisations();
  new.identity_readers := new.readers;
  new.support_readers := new.readers;
  new.assessment_readers := new.readers;
  new.emergency_readers := new.readers;
  return new;
end $$;

-- Whether somebody asked that nobody in the family is told; whoever asks may not be allowed to read that.
create function asked_not_to_tell(of_authority integer, of_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from communication_needs n
    where n.authority_id = of_authority and n.person_id = of_person and n.not_with_parent)
$$;
create index communication_needs_not_told on communication_needs (authority_id, person_id) where not_with_parent;

-- Whoever works with a carer knows whom they care for, unless that person asked that their family is not told.
create function known_through_carer(of_authority integer, of_person uuid) returns integer[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when asked_not_to_tell(of_authority, of_person) then '{}'::integer[]
              else works_with_their_carer(of_authority, of_person) end
$$;

-- Who may read a person's rows for a purpose, before what is kept apart: who works with them, with whom
-- that was agreed, and overrides by their passes. Nobody by working with somebody else.
create or replace function may_know(of_authority integer, of_person uuid, of_purpose text) returns integer[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select united(works_with(of_authority, of_person),
    agreed_for(of_authority, of_person, of_purpose)
    || coalesce((select array_agg(v.pass) from record_override v
                  where v.authority_id = of_authority and v.person_id = of_person and of_purpose = any (v.purposes)
                    and v.ended_at is null), '{}'))
$$;

-- Rows by which a person is found or found twice, and the answer to whether another carer is hidden
-- beside them: read by whoever may know who the person is.
create function tells_who(of_table text) returns boolean language sql immutable parallel safe
  return of_table ~ '^(search_key|hidden_carer_answer|likely_pair|record_join)';

create or replace function readers_of_person() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  said jsonb := to_jsonb(new);
  about uuid := (said ->> tg_argv[1])::uuid;
  young boolean := known_as_young_carer(new.authority_id, about);
  about_person person;
begin
  if young and tg_argv[0] = 'identity' and not tells_who(tg_table_name) then
    new.readers := less(may_know(new.authority_id, about, 'identity'),
                           closed_to(new.authority_id, about, 'identity', kept_by(said)));
    -- Whoever begins to work with a young carer writes that down before it is so.
    if tg_table_name ~ '^(involvement|registration)' then
      new.readers := united(new.readers, array[(said ->> 'organisation_id')::integer]);
    end if;
    return new;
  end if;
  select * into about_person from person p where p.authority_id = new.authority_id and p.id = about;
  new.readers := coalesce(case
      when tg_argv[0] = 'identity' and tells_who(tg_table_name) then about_person.readers
      when tg_argv[0] = 'identity' then about_person.identity_readers
      when tg_argv[0] = 'support' then about_person.support_readers
      when tg_argv[0] = 'assessment' then about_person.assessment_readers
      when tg_argv[0] = 'emergency' then about_person.emergency_readers end, '{}');
  if young and not tells_who(tg_table_name) then
    new.readers := less(new.readers, closed_to(new.authority_id, about, tg_argv[0], kept_by(said)));
  end if;
  -- Whoever knows somebody through their carer writes down, before it is so, that they work with them
  -- too, or that it was agreed.
  if tg_table_name ~ '^(involvement|registration|agreement)'
     and (said ->> 'organisation_id')::integer = any (about_person.readers) then
    new.readers := united(new.readers, array[(said ->> 'organisation_id')::integer]);
  end if;
  return new;
end $$;

create or replace function refresh_readers(of_authority integer, of_person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  young boolean := known_as_young_carer(of_authority, of_person);
  identity integer[] := may_know(of_authority, of_person, 'identity');
  known integer[] := united(identity, known_through_carer(of_authority, of_person));
  support integer[] := may_know(of_authority, of_person, 'support');
  assessment integer[] := may_know(of_authority, of_person, 'assessment');
  emergency integer[] := may_know(of_authority, of_person, 'emergency');
  unchanged boolean;
  target record;
  base integer[];
begin
  select p.readers = known and p.identity_readers = identity and p.support_readers = support
         and p.assessment_readers = assessment and p.emergency_readers = emergency
    into unchanged from person p where p.authority_id = of_authority and p.id = of_person;
  if unchanged and not young then return; end if;
  if not unchanged then
    update person p set readers = known, identity_readers = identity, support_readers = support,
        assessment_readers = assessment, emergency_readers = emergency
      where p.authority_id = of_authority and p.id = of_person;
  end if;
  for target in select r.name, r.purpose, r.person_column from record_table r
      where r.person_column is not null and r.name <> 'person'
        and r.purpose in ('identity', 'support', 'assessment', 'emergency')
        and exists (select from information_schema.columns c
              where c.table_schema = 'public' and c.table_name = r.name and c.column_name = 'readers')
  loop
    base := case target.purpose when 'identity' then case when tells_who(target.name) then known else identity end
      when 'support' then support when 'assessment' then assessment else emergency end;
    if young and not tells_who(target.name) then
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

-- That this carer looks after this person is kept from the person and from whoever works with them
-- alone: the carer, a child, asked for that. Set by trigger; who asks from the person's side leaves it out.
alter table caring add column kept_from_cared_for boolean not null default false;
create index caring_kept_from on caring (authority_id, cared_for_id) where kept_from_cared_for;

create function keep_caring_from() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  new.kept_from_cared_for := asked_not_to_tell(new.authority_id, new.carer_id);
  return new;
end $$;
create trigger keep_caring_from before insert or update of carer_id on caring
  for each row when (not in_bulk()) execute function keep_caring_from();

create function wall_follows_asking() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  of_authority integer := coalesce(new.authority_id, old.authority_id);
  about uuid;
begin
  foreach about in array array_remove(array[old.person_id, case when new.person_id is distinct from old.person_id then new.person_id end], null) loop
    update caring set kept_from_cared_for = asked_not_to_tell(of_authority, about)
     where authority_id = of_authority and carer_id = about
       and kept_from_cared_for <> asked_not_to_tell(of_authority, about);
    perform refresh_readers(of_authority, about);
  end loop;
  return null;
end $$;
create trigger wall_follows_new after insert on communication_needs
  for each row when (new.not_with_parent) execute function wall_follows_asking();
create trigger wall_follows after update of not_with_parent, person_id or delete on communication_needs
  for each row execute function wall_follows_asking();

-- After an import, which asks nothing row by row: those whom both a young carers' service and an adult
-- hub know are worked out anew, and what a child asked to be kept from their family is kept.
create or replace function keep_young_carers_apart(of_authority integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  young record;
  kept integer := 0;
begin
  update caring c set kept_from_cared_for = true from communication_needs n
   where n.authority_id = of_authority and n.not_with_parent
     and c.authority_id = n.authority_id and c.carer_id = n.person_id and not c.kept_from_cared_for;
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

-- The records that stand, set by set and not one by one. What changes is who may read, on the say of
-- this migration: history, which tells what people did, has no line of it.
do $$
declare
  target record;
begin
  alter table person disable trigger keep_history;
  update person p set identity_readers = case when w.id is null then p.readers
        else may_know(p.authority_id, p.id, 'identity') end,
      support_readers = case when w.id is null then p.support_readers else may_know(p.authority_id, p.id, 'support') end,
      assessment_readers = case when w.id is null then p.assessment_readers else may_know(p.authority_id, p.id, 'assessment') end,
      emergency_readers = case when w.id is null then p.emergency_readers else may_know(p.authority_id, p.id, 'emergency') end,
      readers = case when w.id is null then p.readers
        else united(may_know(p.authority_id, p.id, 'identity'), known_through_carer(p.authority_id, p.id)) end
    from person q
    left join lateral (select q.id where exists (select from caring c
      where c.authority_id = q.authority_id and c.cared_for_id = q.id)
      or asked_not_to_tell(q.authority_id, q.id)) w on true
   where q.authority_id = p.authority_id and q.id = p.id;
  alter table person enable trigger keep_history;
  update caring c set kept_from_cared_for = true from communication_needs n
   where n.not_with_parent and c.authority_id = n.authority_id and c.carer_id = n.person_id;
  for target in select r.name, r.purpose, r.person_column from record_table r
      where r.person_column is not null and r.name <> 'person'
        and r.purpose in ('identity', 'support', 'assessment', 'emergency')
        and exists (select from information_schema.columns c
              where c.table_schema = 'public' and c.table_name = r.name and c.column_name = 'readers')
  loop
    if exists (select from pg_trigger where tgrelid = target.name::regclass and tgname = 'keep_history') then
      execute format('alter table %I disable trigger keep_history', target.name);
    end if;
    -- A young carer's rows are apart already, and stay as they are worked out one by one.
    execute format('update %1$I t set readers = p.%3$I from person p
        where p.authority_id = t.authority_id and p.id = t.%2$I and t.readers is distinct from p.%3$I
          and exists (select from caring c where c.authority_id = p.authority_id and c.cared_for_id = p.id)
          and (not known_as_young_carer(p.authority_id, p.id) or tells_who(%4$L))',
      target.name, target.person_column,
      case when tells_who(target.name) then 'readers' else target.purpose || '_readers' end, target.name);
    if exists (select from pg_trigger where tgrelid = target.name::regclass and tgname = 'keep_history') then
      execute format('alter table %I enable trigger keep_history', target.name);
    end if;
  end loop;
end $$;

-- A look at somebody's record by a service that knows them only through a child who asked that they are
-- not told would tell them by itself.
create or replace function look_as_its_override() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  new.withheld := exists (select from record_override o
      where o.authority_id = new.authority_id and o.id = new.override_id and o.withheld)
    or exists (select from caring c
         join involvement i on i.authority_id = c.authority_id and i.person_id = c.carer_id
        where c.authority_id = new.authority_id and c.cared_for_id = new.person_id and c.kept_from_cared_for
          and i.organisation_id = any (new.organisation_ids))
       and not exists (select from involvement i where i.authority_id = new.authority_id
             and i.person_id = new.person_id and i.organisation_id = any (new.organisation_ids));
  return new;
end $$;

-- Whether a way to reach a child who asked that a parent is not told is somebody else's in the family too.
drop function message_facts(integer, uuid);
create function message_facts(of_authority integer, of_person uuid)
  returns table (died_on date, caring_ended_on date, information_format text, may_email boolean,
    may_text boolean, may_post boolean, not_with_parent boolean, email_of_family boolean, mobile_of_family boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with registered as (
    select max(r.registered_on) filter (where r.state <> 'ended') as live_since,
           max(r.ended_on) filter (where r.state = 'ended'
             and r.end_reason in ('cared_for_died', 'care_home', 'caring_ended')) as over_on
      from registration r where r.authority_id = of_authority and r.person_id = of_person),
  cared as (
    select case when count(*) filter (where c.until is null) = 0
             then max(c.until) filter (where c.end_reason in ('cared_for_died', 'care_home', 'caring_ended')) end as over_on
      from caring c where c.authority_id = of_authority and c.carer_id = of_person),
  asked as (select asked_not_to_tell(of_authority, of_person) as not_with_parent),
  family as (
    select f.email, array[f.mobile_phone, f.home_phone] as phones
      from asked a join caring c on a.not_with_parent and c.authority_id = of_authority
       and of_person in (c.carer_id, c.cared_for_id)
      join person f on f.authority_id = c.authority_id
       and f.id = case when c.carer_id = of_person then c.cared_for_id else c.carer_id end
    union all
    select u.email, '{}' from asked a join account u on a.not_with_parent and u.authority_id = of_authority
       and u.person_id <> of_person)
  select p.died_on,
         case when g.live_since is null then greatest(g.over_on, c.over_on)
              when g.live_since <= c.over_on then c.over_on end,
         p.information_format, p.may_email, p.may_text, p.may_post, a.not_with_parent,
         exists (select from family f where lower(f.email) = lower(p.email)),
         exists (select from family f where p.mobile_phone = any (f.phones))
    from person p, registered g, cared c, asked a
   where p.authority_id = of_authority and p.id = of_person and of_authority = actor_authority()
$$;
grant execute on function message_facts(integer, uuid) to alongside_app;

-- What of a parent's record tells of a child who asked that they are not told goes out on nobody's word:
-- it can be withheld, and nothing else.
alter table data_request_item add column kept_from boolean not null default false,
  add check (not kept_from or decision is null or decision = 'withhold');

create or replace function plain_row(said jsonb) returns jsonb language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(said)
   where key not in ('authority_id', 'readers', 'identity_readers', 'support_readers', 'assessment_readers',
                     'emergency_readers', 'kept_from_cared_for', 'workers',
                     'version', 'token_hash', 'bytes', 'pdf', 'json', 'named')
     and value <> 'null' and value <> '[]' and value <> '{}'
     and not (key = 'body' and said ->> 'purpose' = 'sign_in')
$$;

create or replace function gather_for_request(of_request uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked data_request;
  whole uuid[];
  gathered integer;
begin
  select * into asked from data_request where authority_id = actor_authority() and id = of_request for update;
  if asked.id is null or asked.kind <> 'access' or asked.state <> 'open'
     or not actor_holds('council_practitioner', 'safeguarding_lead') then
    raise insufficient_privilege using message = 'nothing is gathered without an open request, by who works on it';
  end if;
  if not exists (select from data_request_step s where s.authority_id = asked.authority_id and s.request_id = asked.id
                    and s.step = 'identity_checked') then
    raise insufficient_privilege using message = 'nothing is gathered before it is known who asks';
  end if;
  whole := whole_person(asked.authority_id, asked.person_id);
  delete from data_request_item where authority_id = asked.authority_id and request_id = asked.id and decision is null;
  with rows as materialized (select * from rows_on_person(asked.authority_id, asked.person_id)),
  -- Children who asked that their family is not told; what they themselves ask for is theirs.
  silent as materialized (select n.person_id::text as id from communication_needs n
    where n.authority_id = asked.authority_id and n.not_with_parent and n.person_id <> all (whole)),
  found as (
    select r.table_name, r.row_key, r.lies, plain_row(r.said) as said,
           -- Whom the person looks after they said themselves.
           not (r.table_name = 'caring' and r.lies = 'own')
             and exists (select from jsonb_each_text(r.said) e join silent s on s.id = e.value) as kept_from,
           r.purpose = 'restricted' and r.table_name not in ('told_page', 'told_link', 'told_opening', 'data_request') as restricted
      from rows r
     where r.table_name not in ('search_key', 'data_request_step', 'data_request_item', 'data_release', 'legal_hold')
       and not (r.table_name = 'data_request' and r.row_key = asked.id::text)
    union all
    -- Rows that are gone, told by what was kept of them.
    select h.table_name, h.row_id, 'own', plain_row(h.before),
           exists (select from jsonb_each_text(h.before) e join silent s on s.id = e.value),
           coalesce((select t.purpose = 'restricted' from record_table t where t.name = h.table_name), true)
      from history h where h.authority_id = asked.authority_id and h.person_id = any (whole) and h.action = 'delete'
       and h.table_name not in ('search_key', 'data_request_item')
       and not exists (select from rows r where r.table_name = h.table_name and r.row_key = h.row_id)
    union all
    select 'read_log', case when l.withheld then 'withheld' else 'looks' end, 'own',
           jsonb_build_object('looks', jsonb_agg(jsonb_strip_nulls(jsonb_build_object('at', l.at, 'who', l.reader_name,
             'what', l.what, 'purpose', l.purpose)) order by l.id)),
           l.withheld and exists (select from caring c where c.authority_id = asked.authority_id
             and c.cared_for_id = any (whole) and c.kept_from_cared_for), l.withheld
      from read_log l where l.authority_id = asked.authority_id and l.person_id = any (whole)
     group by l.withheld
    union all
    select 'session', s.id::text, 'own', jsonb_build_object('created_at', s.created_at, 'last_seen_at', s.last_seen_at,
             'ip_address', s.ip_address, 'user_agent', s.user_agent), false, false
      from auth.session s join account a on a.id = s.user_id
     where a.authority_id = asked.authority_id and a.person_id = any (whole))
  insert into data_request_item as i (authority_id, id, request_id, person_id, table_name, row_key, lies, restricted, said, changes,
                                      gathered_at, set_aside_because, kept_from)
  select distinct on (f.table_name, f.row_key) asked.authority_id, gen_random_uuid(), asked.id, asked.person_id, f.table_name, f.row_key, f.lies,
         f.restricted or f.kept_from, f.said,
         coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('at', h.at, 'action', h.action,
                     'by', (select a.display_name from account a where a.authority_id = h.authority_id and a.id = h.account_id),
                     'before', case when h.action = 'update' then plain_row(h.before) end)) order by h.id)
                     from history h where h.authority_id = asked.authority_id and h.row_id = f.row_key and h.table_name = f.table_name
                      and (h.action <> 'update' or h.before - '{readers,identity_readers,support_readers,assessment_readers,emergency_readers,kept_from_cared_for,version}'::text[] <> '{}')), '[]'),
         clock_timestamp(), case when f.kept_from then 'A child asked that their family is not told: it is withheld'
           when f.restricted then 'Restricted: only the safeguarding lead decides' else 'Not looked through yet' end, f.kept_from
    from found f
   order by f.table_name, f.row_key, f.lies = 'own' desc
  on conflict (authority_id, request_id, table_name, row_key) do update
     set said = excluded.said, changes = excluded.changes, gathered_at = excluded.gathered_at, restricted = excluded.restricted,
         set_aside_because = excluded.set_aside_because, kept_from = excluded.kept_from,
         decision = null, decision_words = null, decided_by = null, decided_by_name = null, decided_at = null
   where i.said <> excluded.said or i.kept_from <> excluded.kept_from;
  select count(*) into gathered from data_request_item where authority_id = asked.authority_id and request_id = asked.id;
  return gathered;
end $$;

create or replace function changes_for_request(of_request uuid)
  returns table (table_name text, at timestamptz, action text, columns text[], by_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select h.table_name, h.at, h.action, array(select jsonb_object_keys(h.before - '{readers,identity_readers,support_readers,assessment_readers,emergency_readers,kept_from_cared_for,version}'::text[]) order by 1), a.display_name
    from data_request r
    join history h on h.authority_id = r.authority_id and h.person_id = r.person_id
     and h.at >= r.received_on::timestamp at time zone 'Europe/London'
     and h.table_name not like 'data_request%' and h.table_name <> 'legal_hold'
    join record_table t on t.name = h.table_name and t.purpose <> 'restricted'
    left join account a on a.authority_id = h.authority_id and a.id = h.account_id
   where r.authority_id = actor_authority() and r.id = of_request
     and actor_holds('council_practitioner', 'safeguarding_lead') and h.action in ('update', 'delete')
     and h.before - '{readers,identity_readers,support_readers,assessment_readers,emergency_readers,kept_from_cared_for,version}'::text[] <> '{}'
   order by h.id desc limit 100
$$;

-- The names of everybody whom the register links with a person. Whoever gathers may not read all of
-- them, and what names them must be set aside all the same.
create function names_around(of_person uuid) returns table (name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct n.name from (
    select unnest(array[p.given_name, p.family_name, p.known_as]) as name
      from caring c join person p on p.authority_id = c.authority_id
       and p.id = case when c.carer_id = of_person then c.cared_for_id else c.carer_id end
     where c.authority_id = actor_authority() and of_person in (c.carer_id, c.cared_for_id)
    except
    select unnest(array[given_name, family_name, known_as]) from person
     where authority_id = actor_authority() and id = of_person) n
   where length(n.name) > 1 and actor_holds('system', 'council_practitioner', 'safeguarding_lead')
$$;

-- A parent who asks for their child's record gets nothing of a child who asked that they are not told.
create function keep_from_parent() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if exists (select from data_request r where r.authority_id = new.authority_id and r.id = new.request_id
               and r.asked_by = 'parent' and asked_not_to_tell(r.authority_id, r.person_id)) then
    raise exception 'they asked that a parent is not told' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_from_parent before insert on data_release for each row execute function keep_from_parent();
create function request_kept_from_parent(of_request uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from data_request r where r.authority_id = actor_authority() and r.id = of_request
    and r.asked_by = 'parent' and asked_not_to_tell(r.authority_id, r.person_id)
    and actor_holds('system', 'council_practitioner', 'safeguarding_lead'))
$$;

-- Whether a child could decide something, seen for that one decision and that day: never a mark on the
-- child. A view stands as it was formed; another day has another.
create table competence_view (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  -- A code of data/codes/child-decisions.json, and the decision itself in words.
  about text not null,
  decision text not null check (btrim(decision) <> ''),
  competent boolean not null,
  -- What they understood, weighed up and said: or what they could not, and how it was explained to them.
  because text not null check (btrim(because) <> ''),
  -- They themselves; or who decides with or for them, where they cannot yet.
  who_decides text not null check (btrim(who_decides) <> ''),
  formed_on date not null,
  formed_by uuid not null,
  formed_by_name text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, organisation_id) references organisation
);
create index competence_view_person on competence_view (authority_id, person_id, formed_on);
call make_record_table('competence_view', 'assessment', 'person_id');
revoke update, delete on competence_view from alongside_app;
create policy competence_view_by on competence_view as restrictive for insert
  with check (formed_by = actor_account() and actor_works());

-- A child's own words are theirs: the child reads them, who works with the child by name, and the
-- safeguarding lead. Nobody else does, wherever they work and whatever else they do for the family.
alter table assessment_own_words add column of_child boolean not null default false,
  add column workers uuid[] not null default '{}';

create function workers_of_assessment(of_authority integer, of_person uuid, of_assessment uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct w.id order by w.id), '{}') from (
    select i.worker_id as id from involvement i
     where i.authority_id = of_authority and i.person_id = of_person and i.until is null
    union all
    select a.assessor_id from assessment a where a.authority_id = of_authority and a.id = of_assessment) w
   where w.id is not null
$$;
create function wall_own_words() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  select a.kind = 'young_carer'
         or coalesce(p.date_of_birth + interval '18 years' > coalesce(a.asked_on, a.begun_on, current_date), false)
    into new.of_child from assessment a
    join person p on p.authority_id = a.authority_id and p.id = a.person_id
   where a.authority_id = new.authority_id and a.id = new.assessment_id;
  new.of_child := coalesce(new.of_child, false);
  new.workers := workers_of_assessment(new.authority_id, new.person_id, new.assessment_id);
  return new;
end $$;
create trigger wall_own_words before insert on assessment_own_words
  for each row execute function wall_own_words();
create function own_words_follow_worker() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update assessment_own_words w set workers = workers_of_assessment(w.authority_id, w.person_id, w.assessment_id)
   where w.authority_id = new.authority_id and w.person_id = new.person_id
     and w.workers <> workers_of_assessment(w.authority_id, w.person_id, w.assessment_id);
  return null;
end $$;
create trigger own_words_follow after insert or update of worker_id, until, person_id on involvement
  for each row when (not in_bulk()) execute function own_words_follow_worker();
create trigger own_words_follow after update of assessor_id on assessment
  for each row when (not in_bulk()) execute function own_words_follow_worker();

alter table assessment_own_words disable trigger keep_history;
update assessment_own_words w set workers = workers_of_assessment(w.authority_id, w.person_id, w.assessment_id),
    of_child = coalesce(a.kind = 'young_carer'
      or p.date_of_birth + interval '18 years' > coalesce(a.asked_on, a.begun_on, current_date), false)
  from assessment a join person p on p.authority_id = a.authority_id and p.id = a.person_id
 where a.authority_id = w.authority_id and a.id = w.assessment_id;
alter table assessment_own_words enable trigger keep_history;

drop policy assessment_own_words_workers on assessment_own_words;
create policy assessment_own_words_walled on assessment_own_words as restrictive for select using (
  person_id = actor_person() or actor_holds('system')
  or actor_works() and not of_child
  or of_child and (actor_holds('safeguarding_lead') or actor_account() = any (workers)
       -- Until somebody is named, the service that works with the child.
       or actor_works() and workers = '{}' and readers && actor_organisations()));
create policy assessment_own_words_lead on assessment_own_words for select using (
  authority_id = actor_authority() and of_child and actor_holds('safeguarding_lead'));
-- What they were before a change is theirs as much.
create policy history_of_own_words on history as restrictive for select using (
  table_name <> 'assessment_own_words' or actor_holds('system'));

revoke execute on function asked_not_to_tell, known_through_carer, names_around, request_kept_from_parent,
  workers_of_assessment from public;
grant execute on function names_around, request_kept_from_parent to alongside_app;
