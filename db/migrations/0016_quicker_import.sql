-- What an import of hundreds of thousands of rows need not do one by one.

-- Who may say "in bulk" is unchanged: the house itself. Said so that it costs little where it is asked
-- for each row: compared as text, without making an array of it.
create or replace function in_bulk() returns boolean language sql stable parallel safe
  return coalesce(current_setting('alongside.bulk', true), '') = 'on'
     and coalesce(current_setting('alongside.duties', true), '') = '{system}';

-- The history of all rows that one statement inserted, in one statement; by row it took longer than
-- the rows themselves. Says the same of each row as `keep_insert`, which works whenever this does not.
-- Arguments: the table's name, its id column, its person column or '', its readers column or ''.
create function keep_inserts() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  execute format('insert into history (authority_id, table_name, row_id, person_id, action,
                                       account_id, request_id, reason, readers)
      select n.authority_id, $1, n.%1$I::text, %2$s, ''insert'', $2, $3, $4, %3$s from added n',
    tg_argv[1],
    case when tg_argv[2] = '' then 'null' else format('n.%I', tg_argv[2]) end,
    case when tg_argv[3] = '' then '''{}''' else format('n.%I', tg_argv[3]) end)
  using tg_argv[0], actor_account(),
    nullif(current_setting('alongside.request', true), ''),
    nullif(current_setting('alongside.reason', true), '');
  return null;
end $$;

-- Lets a table of records keep the history of its inserts by row, and by statement in bulk.
-- Each table has a function of its own for a row (`keep_insert_of_…`); there must be one.
create procedure keep_inserts_of(target text, id_column text, person_column text) language plpgsql as $$
declare
  readers_column text := coalesce((select column_name::text from information_schema.columns
    where table_schema = 'public' and table_name = target and column_name = 'readers'), '');
begin
  execute format('create or replace trigger keep_insert after insert on %I
    for each row when (not in_bulk()) execute function %I()', target, 'keep_insert_of_' || target);
  execute format('create or replace trigger keep_inserts after insert on %I
    referencing new table as added for each statement when (in_bulk())
    execute function keep_inserts(%L, %L, %L, %L)',
    target, target, id_column, coalesce(person_column, ''), readers_column);
end $$;

-- Makes a table a table of records: row-level security, history (in bulk too), grants.
-- `purpose` chooses whose agreement lets an organisation read it; `office` tables (settings, lists
-- of work, imports) have no carer and are read by the authority's workers and administrators.
-- `own` lets the carer read their own rows; a column `withheld` keeps single rows from them.
create or replace procedure make_record_table(
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
  call keep_inserts_of(target, id_column, person_column);
  if has_readers and person_column is not null and target <> 'person' then
    execute format('create trigger set_readers before insert on %I
      for each row when (not in_bulk()) execute function readers_of_person(%L, %L)', target, purpose, person_column);
  end if;
end $$;

-- The tables there are: what `keep_history` was told of each says the rest.
do $$
declare
  made record;
begin
  for made in select c.relname, string_to_array(encode(t.tgargs, 'escape'), '\000') as said
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where t.tgname = 'keep_history' and c.relnamespace = 'public'::regnamespace
       and exists (select from pg_trigger i where i.tgrelid = t.tgrelid and i.tgname = 'keep_insert')
  loop
    call keep_inserts_of(made.relname, made.said[2], made.said[3]);
  end loop;
end $$;

-- No reference from a search key: it is derived wholly from its person and written with them, nobody
-- deletes a person, and checking each of some ten keys a person took longer than writing them.
alter table search_key drop constraint search_key_authority_id_person_id_fkey;
