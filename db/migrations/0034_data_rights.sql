-- Data rights: what is held on a person and who asked for it, what may not be told them, when a record
-- has been kept for long enough, and its end.
--
-- Which rows are about somebody is read from the catalogue (foreign keys, the register of record
-- tables, columns called person_id), so that a table made later is gathered and erased without a word.

-- Tables of data rights themselves: who may read and write each is said in full.
create procedure make_rights_table(target text, may_read text, may_write text, person_column text default null)
language plpgsql as $$
begin
  insert into record_table values (target, 'restricted', person_column);
  execute format('alter table %I enable row level security', target);
  execute format('create policy %I on %I for select using (authority_id = actor_authority() and (%s))', target || '_read', target, may_read);
  execute format('create policy %I on %I for insert with check (authority_id = actor_authority() and (%s))', target || '_add', target, may_write);
  execute format('create policy %I on %I for update using (authority_id = actor_authority() and (%s))', target || '_change', target, may_write);
  execute format('grant select, insert, update on %I to alongside_app', target);
  execute format('create trigger keep_history after insert or update or delete on %I
    for each row execute function keep_history(%L, ''id'', %L)', target, target, coalesce(person_column, ''));
end $$;

create table data_request (
  authority_id integer not null references authority,
  id uuid not null,
  reference text not null,
  person_id uuid not null,
  -- Whose record it is: the safeguarding lead, who decides on what is restricted, may not open it.
  person_name text not null,
  person_reference text not null,
  kind text not null check (kind in ('access', 'correction')),
  asked_by text not null check (asked_by in ('self', 'parent', 'attorney_or_deputy', 'solicitor', 'somebody_else')),
  asker_name text not null check (btrim(asker_name) <> ''),
  received_how text not null check (received_how in ('letter', 'email', 'telephone', 'in_person', 'online')),
  received_on date not null,
  -- What they want to see, or what is wrong and how it ought to read.
  words text,
  state text not null default 'open' check (state in ('open', 'released', 'corrected', 'refused', 'withdrawn')),
  logged_by uuid not null,
  logged_by_name text not null,
  closed_on date,
  version integer not null default 1,
  primary key (authority_id, id),
  unique (authority_id, reference),
  foreign key (authority_id, person_id) references person
);
create index data_request_person on data_request (authority_id, person_id);
create index data_request_open on data_request (authority_id, received_on) where state = 'open';
call make_rights_table('data_request', 'actor_holds(''system'', ''council_practitioner'', ''safeguarding_lead'')',
  'actor_holds(''council_practitioner'', ''safeguarding_lead'')', 'person_id');

-- What was done about a request, day by day: its clock is counted from these. Never changed.
create table data_request_step (
  authority_id integer not null,
  id uuid not null,
  request_id uuid not null,
  step text not null check (step in ('asked_identity', 'identity_checked', 'asked_clarification', 'clarified', 'extended',
    'gathered', 'lead_signed', 'released', 'corrected', 'refused', 'withdrawn', 'note')),
  taken_on date not null,
  words text not null check (btrim(words) <> ''),
  account_id uuid not null,
  account_name text not null,
  at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, request_id) references data_request
);
create index data_request_step_of on data_request_step (authority_id, request_id, at);
call make_rights_table('data_request_step', 'actor_holds(''system'', ''council_practitioner'', ''safeguarding_lead'')',
  'actor_holds(''council_practitioner'', ''safeguarding_lead'') and account_id = actor_account()');
revoke update on data_request_step from alongside_app;
create policy data_request_step_lead on data_request_step as restrictive for insert with check (
  step <> 'lead_signed' or actor_holds('safeguarding_lead'));

-- One thing that is held, as it stood when it was gathered, with what was changed in it. Nothing goes
-- out that is set aside and not decided on; what is restricted only the safeguarding lead reads and decides.
create table data_request_item (
  authority_id integer not null,
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  table_name text not null,
  row_key text not null,
  -- The person's own row, somebody else's that names them, or one that lies under such a row.
  lies text not null check (lies in ('own', 'other', 'under')),
  restricted boolean not null,
  said jsonb not null,
  changes jsonb not null default '[]',
  gathered_at timestamptz not null,
  -- Null once it may go out as it is.
  set_aside_because text,
  decision text check (decision in ('disclose', 'redact', 'withhold')),
  -- What stands in its place, or why it is withheld.
  decision_words text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, request_id, table_name, row_key),
  foreign key (authority_id, request_id) references data_request,
  check (decision is null or decided_by is not null and decided_by_name is not null and decided_at is not null),
  check (decision is null or decision = 'disclose' or btrim(coalesce(decision_words, '')) <> '')
);
call make_rights_table('data_request_item',
  'actor_holds(''system'', ''safeguarding_lead'') or actor_holds(''council_practitioner'') and not restricted',
  'actor_holds(''safeguarding_lead'') or actor_holds(''council_practitioner'') and not restricted', 'person_id');
revoke insert on data_request_item from alongside_app;
-- Who decided what is history; that the house gathered the same again is none.
drop trigger keep_history on data_request_item;
create trigger keep_history after update on data_request_item for each row
  when (old.decision is distinct from new.decision or old.decision_words is distinct from new.decision_words)
  execute function keep_history('data_request_item', 'id', 'person_id');

-- What went out, byte for byte.
create table data_release (
  authority_id integer not null,
  id uuid not null,
  request_id uuid not null,
  released_at timestamptz not null,
  released_by uuid not null,
  released_by_name text not null,
  how text not null,
  items integer not null,
  withheld integer not null,
  pdf bytea not null,
  json text not null,
  pdf_checksum text not null,
  json_checksum text not null,
  primary key (authority_id, id),
  foreign key (authority_id, request_id) references data_request
);
call make_rights_table('data_release', 'actor_holds(''system'', ''council_practitioner'', ''safeguarding_lead'')',
  'actor_holds(''council_practitioner'', ''safeguarding_lead'') and released_by = actor_account()');
revoke update on data_release from alongside_app;
-- The bytes are kept once: its history would keep them again if the row were ever taken away.
drop trigger keep_history on data_release;

-- Somebody's record is kept whatever its age: an inquiry, a court, a request under way. With no person
-- it holds every record of the authority.
create table legal_hold (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid,
  reason text not null check (length(btrim(reason)) >= 10),
  placed_by uuid not null,
  placed_by_name text not null,
  placed_on date not null,
  ended_on date,
  ended_by uuid,
  ended_because text,
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  check (ended_on is null or ended_by is not null and btrim(coalesce(ended_because, '')) <> '')
);
create index legal_hold_open on legal_hold (authority_id, person_id) where ended_on is null;
call make_rights_table('legal_hold', 'actor_holds(''system'', ''administrator'', ''council_practitioner'', ''safeguarding_lead'')',
  'actor_holds(''administrator'', ''council_practitioner'', ''safeguarding_lead'')', 'person_id');

-- A record that has been kept for long enough, proposed by the house; after its end the stub that stays.
-- Without a key to the person: it outlives them.
create table disposal (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  -- For whoever decides; taken away with the record.
  person_reference text,
  rule text not null,
  because text not null,
  due_on date not null,
  -- Lines on who looked are kept from this day on.
  keep_looks_since date not null,
  proposed_on date not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'kept', 'erased')),
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  kept_because text,
  erased_by uuid check (erased_by <> approved_by),
  erased_by_name text,
  erased_at timestamptz,
  -- How many rows of which table, and nothing of what stood in them.
  erased jsonb,
  primary key (authority_id, id),
  check (state not in ('approved', 'erased') or approved_by is not null)
);
create unique index disposal_open on disposal (authority_id, person_id) where state in ('proposed', 'approved');
call make_rights_table('disposal', 'actor_holds(''system'', ''administrator'', ''council_practitioner'')',
  'actor_holds(''system'', ''administrator'', ''council_practitioner'')');

-- The tables that hold something on people, and the columns that say on whom; `own_column` is whose
-- row it is, the others name somebody in it.
create function person_tables() returns table (table_name text, purpose text, own_column text, other_columns text[])
  language sql stable set search_path = public, pg_temp as $$
  with named as (
    select t.oid, t.relname::text as name, a.attname::text as col
      from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join record_table r on r.name = t.relname
     where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
       and t.relname not in ('history', 'read_log', 'disposal')
       and exists (select from pg_attribute x where x.attrelid = t.oid and x.attname = 'authority_id')
       and (a.attname = 'person_id' or a.attname = r.person_column or exists (
         select from pg_constraint c where c.contype = 'f' and c.conrelid = t.oid and c.confrelid = 'person'::regclass
            and a.attnum = any (c.conkey) and a.attname <> 'authority_id'))),
  owned as (
    select n.name, coalesce(max(r.purpose), 'office') as purpose,
           coalesce(max(r.person_column), max(n.col) filter (where n.col = 'person_id'), min(n.col)) as own, array_agg(n.col) as cols
      from named n left join record_table r on r.name = n.name group by n.name)
  select name, purpose, own, array_remove(cols, own) from owned
$$;

-- Tables that hang on those: their rows belong to whom the row belongs that they point at.
create function tables_under() returns table (table_name text, fk_column text, parent text, purpose text, own_column text)
  language sql stable set search_path = public, pg_temp as $$
  select t.relname::text, a.attname::text, p.table_name, coalesce(r.purpose, p.purpose), own.own_column
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid and t.relnamespace = 'public'::regnamespace and not t.relispartition
    join pg_class f on f.oid = c.confrelid
    join person_tables() p on p.table_name = f.relname and p.table_name <> 'person'
    join pg_attribute a on a.attrelid = t.oid and a.attnum = any (c.conkey) and a.attname <> 'authority_id'
    left join person_tables() own on own.table_name = t.relname
    left join record_table r on r.name = t.relname
   where c.contype = 'f'
     and exists (select from pg_attribute x where x.attrelid = c.confrelid and x.attname = 'id')
$$;

-- A person with every record that was joined into theirs.
create function whole_person(of_authority integer, of_person uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive whole as (
    select of_person as id
    union
    select p.id from person p join whole w on p.merged_into = w.id where p.authority_id = of_authority)
  select array_agg(id) from whole
$$;

-- Every row on a person. The key is the row's id, or its whole primary key where it has none.
create function rows_on_person(of_authority integer, of_person uuid)
  returns table (table_name text, row_key text, lies text, purpose text, said jsonb)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  whole uuid[] := whole_person(of_authority, of_person);
  t record;
  other text;
  key text;
begin
  for t in select * from person_tables() loop
    key := key_of(t.table_name);
    return query execute format(
      'select %L::text, %s, ''own'', %L::text, to_jsonb(x) from %I x where x.authority_id = $1 and x.%I = any ($2)',
      t.table_name, key, t.purpose, t.table_name, t.own_column) using of_authority, whole;
    foreach other in array t.other_columns loop
      return query execute format(
        'select %L::text, %s, ''other'', %L::text, to_jsonb(x) from %I x where x.authority_id = $1 and x.%I = any ($2)
           and not coalesce(x.%I = any ($2), false)',
        t.table_name, key, t.purpose, t.table_name, other, t.own_column) using of_authority, whole;
    end loop;
  end loop;
  for t in select u.*, p.own_column as parent_own from tables_under() u join person_tables() p on p.table_name = u.parent loop
    return query execute format(
      'select %L::text, %s, ''under'', %L::text, to_jsonb(x) from %I x
         join %I p on p.authority_id = x.authority_id and p.id = x.%I
        where x.authority_id = $1 and p.%I = any ($2) %s',
      t.table_name, key_of(t.table_name), t.purpose, t.table_name, t.parent, t.fk_column, t.parent_own,
      case when t.own_column is null then '' else format('and x.%I is null', t.own_column) end) using of_authority, whole;
  end loop;
end $$;

-- How a row of a table is told from others, as an expression over `x`.
create function key_of(of_table text) returns text language sql stable set search_path = public, pg_temp as $$
  select case when bool_or(a.attname = 'id') then 'x.id::text'
    else (select string_agg(format('x.%I::text', k.attname), ' || '' '' || ' order by k.attnum)
            from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
           where i.indrelid = of_table::regclass and i.indisprimary and k.attname <> 'authority_id') end
    from pg_attribute a where a.attrelid = of_table::regclass and a.attnum > 0
$$;

-- What in a row is the house's own bookkeeping, or a secret, and no statement on anybody.
create function plain_row(said jsonb) returns jsonb language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(said)
   where key not in ('authority_id', 'readers', 'support_readers', 'assessment_readers', 'emergency_readers',
                     'version', 'token_hash', 'bytes', 'pdf', 'json', 'named')
     and value <> 'null' and value <> '[]' and value <> '{}'
     and not (key = 'body' and said ->> 'purpose' = 'sign_in')
$$;

-- Gathers all that is held on whom a request is about. What was decided stands, unless the row has
-- changed since. Everything is set aside until the rule has looked at it.
create function gather_for_request(of_request uuid) returns integer
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
  found as (
    select r.table_name, r.row_key, r.lies, plain_row(r.said) as said,
           r.purpose = 'restricted' and r.table_name not in ('told_page', 'told_link', 'told_opening', 'data_request') as restricted
      from rows r
     where r.table_name not in ('search_key', 'data_request_step', 'data_request_item', 'data_release', 'legal_hold')
       and not (r.table_name = 'data_request' and r.row_key = asked.id::text)
    union all
    -- Rows that are gone, told by what was kept of them.
    select h.table_name, h.row_id, 'own', plain_row(h.before),
           coalesce((select t.purpose = 'restricted' from record_table t where t.name = h.table_name), true)
      from history h where h.authority_id = asked.authority_id and h.person_id = any (whole) and h.action = 'delete'
       and h.table_name not in ('search_key', 'data_request_item')
       and not exists (select from rows r where r.table_name = h.table_name and r.row_key = h.row_id)
    union all
    select 'read_log', case when l.withheld then 'withheld' else 'looks' end, 'own',
           jsonb_build_object('looks', jsonb_agg(jsonb_strip_nulls(jsonb_build_object('at', l.at, 'who', l.reader_name,
             'what', l.what, 'purpose', l.purpose)) order by l.id)), l.withheld
      from read_log l where l.authority_id = asked.authority_id and l.person_id = any (whole)
     group by l.withheld
    union all
    select 'session', s.id::text, 'own', jsonb_build_object('created_at', s.created_at, 'last_seen_at', s.last_seen_at,
             'ip_address', s.ip_address, 'user_agent', s.user_agent), false
      from auth.session s join account a on a.id = s.user_id
     where a.authority_id = asked.authority_id and a.person_id = any (whole))
  insert into data_request_item as i (authority_id, id, request_id, person_id, table_name, row_key, lies, restricted, said, changes,
                                      gathered_at, set_aside_because)
  select distinct on (f.table_name, f.row_key) asked.authority_id, gen_random_uuid(), asked.id, asked.person_id, f.table_name, f.row_key, f.lies,
         f.restricted, f.said,
         coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('at', h.at, 'action', h.action,
                     'by', (select a.display_name from account a where a.authority_id = h.authority_id and a.id = h.account_id),
                     'before', case when h.action = 'update' then plain_row(h.before) end)) order by h.id)
                     from history h where h.authority_id = asked.authority_id and h.row_id = f.row_key and h.table_name = f.table_name
                      and (h.action <> 'update' or h.before - '{readers,support_readers,assessment_readers,emergency_readers,version}'::text[] <> '{}')), '[]'),
         clock_timestamp(), case when f.restricted then 'Restricted: only the safeguarding lead decides' else 'Not looked through yet' end
    from found f
   order by f.table_name, f.row_key, f.lies = 'own' desc
  on conflict (authority_id, request_id, table_name, row_key) do update
     set said = excluded.said, changes = excluded.changes, gathered_at = excluded.gathered_at, restricted = excluded.restricted,
         set_aside_because = excluded.set_aside_because,
         decision = null, decision_words = null, decided_by = null, decided_by_name = null, decided_at = null
   where i.said <> excluded.said;
  select count(*) into gathered from data_request_item where authority_id = asked.authority_id and request_id = asked.id;
  return gathered;
end $$;

-- Whether anything still waits, restricted or not, without telling which: that there is something
-- restricted is itself restricted.
create function request_waits(of_request uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from data_request_item i where i.authority_id = actor_authority() and i.request_id = of_request
    and i.set_aside_because is not null and i.decision is null)
$$;

-- What was changed in a record since a request came in: the table, which columns, who and when.
create function changes_for_request(of_request uuid)
  returns table (table_name text, at timestamptz, action text, columns text[], by_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select h.table_name, h.at, h.action, array(select jsonb_object_keys(h.before - '{readers,support_readers,assessment_readers,emergency_readers,version}'::text[]) order by 1), a.display_name
    from data_request r
    join history h on h.authority_id = r.authority_id and h.person_id = r.person_id
     and h.at >= r.received_on::timestamp at time zone 'Europe/London'
     and h.table_name not like 'data_request%' and h.table_name <> 'legal_hold'
    join record_table t on t.name = h.table_name and t.purpose <> 'restricted'
    left join account a on a.authority_id = h.authority_id and a.id = h.account_id
   where r.authority_id = actor_authority() and r.id = of_request
     and actor_holds('council_practitioner', 'safeguarding_lead') and h.action in ('update', 'delete')
     and h.before - '{readers,support_readers,assessment_readers,emergency_readers,version}'::text[] <> '{}'
   order by h.id desc limit 100
$$;

revoke execute on function person_tables, tables_under, whole_person, rows_on_person, key_of, plain_row,
  gather_for_request, request_waits, changes_for_request from public;
grant execute on function person_tables, tables_under, gather_for_request, request_waits, changes_for_request to alongside_app;

-- Whoever holds a record, or logs a request, may have to name one that they cannot open.
create function person_of_reference(of_reference text) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(p.merged_into, p.id) from person p
   where p.authority_id = actor_authority() and p.reference = of_reference
     and actor_holds('administrator', 'council_practitioner', 'safeguarding_lead')
$$;
revoke execute on function person_of_reference from public;
grant execute on function person_of_reference to alongside_app;
