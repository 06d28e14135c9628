-- The ground floor: who acts, who may read, what is kept of every change and every look.
-- The group role alongside_app exists before the first migration; it owns nothing.

create function actor_authority() returns integer language sql stable parallel safe
  return nullif(current_setting('alongside.authority', true), '')::integer;

create function actor_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('alongside.account', true), '')::uuid;

create function actor_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('alongside.person', true), '')::uuid;

create function actor_organisations() returns integer[] language sql stable parallel safe
  return coalesce(nullif(current_setting('alongside.organisations', true), '')::integer[], '{}'::integer[]);

create function actor_duties() returns text[] language sql stable parallel safe
  return coalesce(nullif(current_setting('alongside.duties', true), '')::text[], '{}'::text[]);

create function actor_holds(variadic wanted text[]) returns boolean language sql stable parallel safe
  return actor_duties() && wanted;

create function actor_works() returns boolean language sql stable parallel safe
  return actor_duties() && '{adviser,assessor,key_worker,manager,council_practitioner,safeguarding_lead,system}'::text[];

-- The house's own bulk work (the import) says itself who may read its rows: working it out row by
-- row would take most of its time. History is kept by row all the same.
create function in_bulk() returns boolean language sql stable parallel safe
  return coalesce(current_setting('alongside.bulk', true), '') = 'on' and actor_holds('system');

-- Reference data: shared by all authorities, so without row-level security.

create table authority (
  id integer primary key,
  code text not null unique,
  name text not null,
  gss_code text not null unique,
  telephone text,
  settings jsonb not null default '{}'
);

create table bank_holiday (
  day date primary key,
  name text not null
);

-- Every change of a record, written by trigger only.

create table history (
  authority_id integer not null,
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  table_name text not null,
  row_id text not null,
  person_id uuid,
  action text not null check (action in ('insert', 'update', 'delete')),
  before jsonb,
  account_id uuid,
  request_id text,
  reason text,
  readers integer[] not null default '{}',
  primary key (authority_id, id)
);
create index history_row on history (authority_id, row_id);
create index history_person on history (authority_id, person_id) where person_id is not null;

-- An insert keeps who and when; the row itself, or the first `before`, tells what. An update keeps
-- the old values of the columns that changed, a delete the whole row.
-- Arguments: the table's name (a shard has another), its id column, its person column or ''.
create function keep_history() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  seen jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  was jsonb;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(o.key, o.value) into was
      from jsonb_each(to_jsonb(old)) o where o.value is distinct from seen -> o.key;
    if was is null then return null; end if;
  elsif tg_op = 'DELETE' then
    was := seen;
  end if;
  insert into history (authority_id, table_name, row_id, person_id, action, before,
                       account_id, request_id, reason, readers)
  values ((seen ->> 'authority_id')::integer, tg_argv[0], seen ->> tg_argv[1],
          case when tg_argv[2] = '' then null else (seen ->> tg_argv[2])::uuid end,
          lower(tg_op), was, actor_account(),
          nullif(current_setting('alongside.request', true), ''),
          nullif(current_setting('alongside.reason', true), ''),
          case when jsonb_typeof(seen -> 'readers') = 'array'
               then array(select jsonb_array_elements_text(seen -> 'readers')::integer)
               else '{}'::integer[] end);
  return null;
end $$;

-- Every look at a carer's record: the carer reads it in words.
create table read_log (
  authority_id integer not null,
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  person_id uuid not null,
  account_id uuid,
  reader_name text not null,
  organisation_ids integer[] not null,
  what text not null,
  reason text,
  request_id text,
  primary key (authority_id, id)
);
create index read_log_person on read_log (authority_id, person_id, id);

alter table history enable row level security;
alter table read_log enable row level security;
create policy history_read on history for select using (
  authority_id = actor_authority()
  and (actor_holds('system') or actor_works() and readers && actor_organisations()));
create policy read_log_read on read_log for select using (
  authority_id = actor_authority()
  and (actor_holds('system', 'safeguarding_lead') or person_id = actor_person()
       or actor_holds('manager') and organisation_ids && actor_organisations()));
create policy read_log_write on read_log for insert with check (
  authority_id = actor_authority() and account_id is not distinct from actor_account());

grant usage on schema public to alongside_app;
grant select on authority, bank_holiday, history to alongside_app;
grant select, insert on read_log to alongside_app;

-- The registry of record tables: which purpose each serves and which column names its carer.
create table record_table (
  name text primary key,
  purpose text not null check (purpose in ('identity', 'support', 'assessment', 'emergency', 'restricted', 'office')),
  person_column text
);
grant select on record_table to alongside_app;

-- Makes a table a table of records: row-level security, history, grants.
-- `purpose` chooses whose agreement lets an organisation read it; `office` tables (settings, lists
-- of work, imports) have no carer and are read by the authority's workers and administrators.
-- `own` lets the carer read their own rows; a column `withheld` keeps single rows from them.
create procedure make_record_table(
  target text, purpose text, person_column text default null, id_column text default 'id', own boolean default true)
language plpgsql as $$
declare
  has_readers boolean := exists (select from information_schema.columns
    where table_schema = 'public' and table_name = target and column_name = 'readers');
  has_withheld boolean := exists (select from information_schema.columns
    where table_schema = 'public' and table_name = target and column_name = 'withheld');
  may_read text;
  may_write text;
begin
  insert into record_table values (target, purpose, person_column);
  may_read := case purpose
    when 'office' then 'actor_works() or actor_holds(''administrator'', ''analyst'', ''commissioner'')'
    when 'restricted' then 'actor_holds(''system'', ''safeguarding_lead'')'
    else 'actor_holds(''system'', ''council_practitioner'')' end;
  may_write := case purpose
    when 'office' then 'actor_works() or actor_holds(''administrator'', ''analyst'')'
    when 'restricted' then 'actor_works()'
    else 'actor_holds(''system'', ''council_practitioner'')' end;
  if has_readers and purpose <> 'restricted' then
    may_read := may_read || ' or readers && actor_organisations()';
    may_write := may_write || ' or (actor_works() and readers && actor_organisations())';
  end if;
  if person_column is not null and own then
    may_read := may_read || format(' or (%I = actor_person()%s)', person_column,
      case when has_withheld then ' and not withheld' else '' end);
  end if;
  execute format('alter table %I enable row level security', target);
  execute format('create policy %I on %I for select using (authority_id = actor_authority() and (%s))',
    target || '_read', target, may_read);
  execute format('create policy %I on %I for insert with check (authority_id = actor_authority() and (%s))',
    target || '_add', target, may_write);
  execute format('create policy %I on %I for update using (authority_id = actor_authority() and (%s))',
    target || '_change', target, may_write);
  execute format('create policy %I on %I for delete using (authority_id = actor_authority() and (%s))',
    target || '_remove', target, may_write);
  execute format('grant select, insert, update, delete on %I to alongside_app', target);
  execute format('create trigger keep_history after update or delete on %I
    for each row execute function keep_history(%L, %L, %L)',
    target, target, id_column, coalesce(person_column, ''));
  -- An insert says little, and an import makes hundreds of thousands: each table has a function of
  -- its own that names its columns, which is several times quicker than going through jsonb.
  execute format($made$create function %I() returns trigger language plpgsql security definer as $body$
    begin
      insert into public.history (authority_id, table_name, row_id, person_id, action, account_id, request_id, reason, readers)
      values (new.authority_id, %L, new.%I::text, %s, 'insert', public.actor_account(),
              nullif(current_setting('alongside.request', true), ''),
              nullif(current_setting('alongside.reason', true), ''), %s);
      return null;
    end $body$ $made$, 'keep_insert_of_' || target, target, id_column,
    case when person_column is null then 'null' else format('new.%I', person_column) end,
    case when has_readers then 'new.readers' else '''{}''' end);
  execute format('create trigger keep_insert after insert on %I for each row execute function %I()',
    target, 'keep_insert_of_' || target);
  if has_readers and person_column is not null and target <> 'person' then
    execute format('create trigger set_readers before insert on %I
      for each row when (not in_bulk()) execute function readers_of_person(%L, %L)', target, purpose, person_column);
  end if;
end $$;
