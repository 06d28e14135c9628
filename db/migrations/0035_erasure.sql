-- The end of a record: what decides when it has been kept for long enough, and its erasure.

create index if not exists person_merged_into on person (authority_id, merged_into) where merged_into is not null;

-- What the retention schedule asks about a person, for those with whom nobody works any more.
create function retention_facts(today date, after uuid, most integer)
  returns table (person_id uuid, reference text, born date, died_on date, kinds text[], last_support_end date,
    last_contact date, had_case boolean, last_payment date, open_safeguarding boolean, last_safeguarding date,
    open_request boolean, last_request date, held boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.reference, p.date_of_birth, p.died_on,
         coalesce((select array_agg(distinct i.kind) from involvement i where i.authority_id = p.authority_id and i.person_id = any (w.ids)), '{}'),
         greatest((select max(i.until) from involvement i where i.authority_id = p.authority_id and i.person_id = any (w.ids)),
                  (select max(r.ended_on) from registration r where r.authority_id = p.authority_id and r.person_id = any (w.ids)),
                  (select max(l.ended_on) from plan l where l.authority_id = p.authority_id and l.person_id = any (w.ids))),
         greatest((select max(c.at)::date from contact c where c.authority_id = p.authority_id and c.person_id = any (w.ids)),
                  (select max(v.held_on) from conversation v where v.authority_id = p.authority_id and v.person_id = any (w.ids)),
                  (select max(a.held_on) from attendance a where a.authority_id = p.authority_id and a.person_id = any (w.ids)),
                  (select max(f.received_on) from referral f where f.authority_id = p.authority_id and f.person_id = any (w.ids)),
                  (select max(n.done_on) from review n where n.authority_id = p.authority_id and n.person_id = any (w.ids)),
                  (select max(m.completed_on) from assessment m where m.authority_id = p.authority_id and m.person_id = any (w.ids)),
                  p.created_at::date),
         exists (select from assessment a where a.authority_id = p.authority_id and a.person_id = any (w.ids))
           or exists (select from plan l where l.authority_id = p.authority_id and l.person_id = any (w.ids))
           or exists (select from payment y where y.authority_id = p.authority_id and y.person_id = any (w.ids)),
         (select max(coalesce(y.paid_on, y.cancelled_on, y.agreed_on, y.proposed_on)) from payment y
           where y.authority_id = p.authority_id and y.person_id = any (w.ids)),
         exists (select from safeguarding_concern s where s.authority_id = p.authority_id
                    and (s.person_id = any (w.ids) or s.record_id = any (w.ids)) and s.state <> 'closed'),
         (select max(t.at)::date from safeguarding_concern s
            join safeguarding_step t on t.authority_id = s.authority_id and t.concern_id = s.id
           where s.authority_id = p.authority_id and (s.person_id = any (w.ids) or s.record_id = any (w.ids))),
         exists (select from data_request d where d.authority_id = p.authority_id and d.person_id = any (w.ids) and d.state = 'open'),
         (select max(d.closed_on) from data_request d where d.authority_id = p.authority_id and d.person_id = any (w.ids)),
         exists (select from legal_hold h where h.authority_id = p.authority_id and h.ended_on is null
                    and (h.person_id is null or h.person_id = any (w.ids)))
    from person p
    cross join lateral (select whole_person(p.authority_id, p.id) as ids) w
   where p.authority_id = actor_authority() and actor_holds('system') and p.merged_into is null
     and (after is null or p.id > after)
     and not exists (select from involvement i where i.authority_id = p.authority_id and i.person_id = any (w.ids)
                        and (i.until is null or i.until >= today))
     and not exists (select from registration r where r.authority_id = p.authority_id and r.person_id = any (w.ids)
                        and r.state <> 'ended' and r.ended_on is null)
     -- Whom somebody looks after now is kept with the record of who looks after them.
     and not exists (select from caring c join involvement i on i.authority_id = c.authority_id and i.person_id = c.carer_id
                      where c.authority_id = p.authority_id and c.cared_for_id = any (w.ids) and c.until is null
                        and (i.until is null or i.until >= today))
   order by p.id limit most
$$;

-- Erases a person: every row on them, its history, who looked, their account, and what was sent to them.
-- Two people must have said so, and nothing may hold the record. What names them in somebody else's row
-- is emptied, or the row goes where it cannot be. Nothing of it can be undone.
create function erase_person(of_disposal uuid, moment timestamptz) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  approved disposal;
  whole uuid[];
  accounts uuid[];
  addresses text[];
  keys jsonb;
  counts jsonb := '{}';
  waiting text[];
  t record;
  other text;
  gone bigint;
  before_round integer;
begin
  select * into approved from disposal where authority_id = actor_authority() and id = of_disposal for update;
  if approved.id is null or approved.state <> 'approved' or approved.approved_by is null then
    raise insufficient_privilege using message = 'nothing is erased that nobody has approved';
  end if;
  if actor_account() is null or actor_account() = approved.approved_by
     or not actor_holds('administrator', 'council_practitioner') then
    raise insufficient_privilege using message = 'whoever erases a record is not who approved it';
  end if;
  whole := whole_person(approved.authority_id, approved.person_id);
  perform from person where authority_id = approved.authority_id and id = any (whole) for update;
  if exists (select from legal_hold h where h.authority_id = approved.authority_id and h.ended_on is null
               and (h.person_id is null or h.person_id = any (whole))) then
    raise insufficient_privilege using message = 'the record is held';
  end if;
  if exists (select from involvement i where i.authority_id = approved.authority_id and i.person_id = any (whole)
               and (i.until is null or i.until >= moment::date))
     or exists (select from data_request d where d.authority_id = approved.authority_id and d.person_id = any (whole) and d.state = 'open')
     or exists (select from safeguarding_concern s where s.authority_id = approved.authority_id and s.state <> 'closed'
                  and (s.person_id = any (whole) or s.record_id = any (whole))) then
    raise insufficient_privilege using message = 'somebody works with this person again';
  end if;
  -- Whose name stands in other rows under no key: their accounts, and where messages reached them.
  select coalesce(array_agg(a.id), '{}') into accounts from account a
   where a.authority_id = approved.authority_id and a.person_id = any (whole);
  select array_remove(array_agg(distinct address), null) into addresses from (
    select unnest(array[lower(p.email), p.mobile_phone]) as address from person p
     where p.authority_id = approved.authority_id and p.id = any (whole)
    union select a.email from account a where a.authority_id = approved.authority_id and a.id = any (accounts)) x;
  -- By table, the rows that go: read before anything does, for the history that goes with them.
  select jsonb_object_agg(r.table_name, r.row_keys) into keys from (
    select table_name, jsonb_agg(row_key) as row_keys from rows_on_person(approved.authority_id, approved.person_id)
     where lies <> 'other' group by table_name) r;
  delete from import_refusal f using previous_id v
   where f.authority_id = approved.authority_id and v.authority_id = f.authority_id
     and v.person_id = any (whole) and f.source_id = v.source_id;
  delete from import_row f using previous_id v
   where f.authority_id = approved.authority_id and v.authority_id = f.authority_id
     and v.person_id = any (whole) and f.source = v.source and f.source_id = v.source_id;
  delete from received_resource r using referral f
   where r.authority_id = approved.authority_id and f.authority_id = r.authority_id
     and f.person_id = any (whole) and r.resource_id = f.id;
  delete from data_request_item i using data_request d
   where i.authority_id = approved.authority_id and d.authority_id = i.authority_id and d.id = i.request_id and d.person_id = any (whole);
  delete from message_attachment b using message m
   where m.authority_id = approved.authority_id and b.authority_id = m.authority_id and b.message_id = m.id
     and (m.account_id = any (accounts) or lower(m.recipient) = any (addresses));
  with sent as (delete from message m where m.authority_id = approved.authority_id
     and (m.account_id = any (accounts) or lower(m.recipient) = any (addresses)) returning m.id::text as id)
  select keys || jsonb_build_object('message', coalesce(keys -> 'message', '[]') || coalesce(jsonb_agg(id), '[]')) into keys from sent;
  -- Rows that merely name the person lose the name; where it may not be empty the row goes.
  for t in select * from person_tables() where other_columns <> '{}' loop
    foreach other in array t.other_columns loop
      if (select a.attnotnull from pg_attribute a where a.attrelid = t.table_name::regclass and a.attname = other) then
        execute format('with d as (delete from %I x where x.authority_id = $1 and x.%I = any ($2) returning %s as id)
            select $3 || jsonb_build_object(%L, coalesce($3 -> %L, ''[]'') || coalesce(jsonb_agg(id), ''[]'')) from d',
          t.table_name, other, key_of(t.table_name), t.table_name, t.table_name)
          into keys using approved.authority_id, whole, keys;
      else
        execute format('update %I set %I = null where authority_id = $1 and %I = any ($2) and not coalesce(%I = any ($2), false)',
          t.table_name, other, other, t.own_column) using approved.authority_id, whole;
      end if;
    end loop;
  end loop;
  -- What hangs on a row goes before it.
  for t in select u.*, p.own_column as parent_own from tables_under() u join person_tables() p on p.table_name = u.parent loop
    execute format('delete from %I x using %I p where x.authority_id = $1 and p.authority_id = x.authority_id
        and p.id = x.%I and p.%I = any ($2) %s', t.table_name, t.parent, t.fk_column, t.parent_own,
      case when t.own_column is null then '' else format('and x.%I is null', t.own_column) end)
      using approved.authority_id, whole;
    get diagnostics gone = row_count;
    if gone > 0 then counts := counts || jsonb_build_object(t.table_name, coalesce((counts ->> t.table_name)::bigint, 0) + gone); end if;
  end loop;
  delete from auth."user" where id = any (accounts);
  select array_agg(table_name) into waiting from person_tables();
  while cardinality(waiting) > 0 loop
    before_round := cardinality(waiting);
    for t in select p.* from person_tables() p where p.table_name = any (waiting)
       and not exists (select from pg_constraint c where c.contype = 'f' and c.confrelid = p.table_name::regclass
             and c.conrelid <> c.confrelid and c.conrelid = any (select w::regclass::oid from unnest(waiting) w)) loop
      execute format('delete from %I where authority_id = $1 and %I = any ($2)', t.table_name, t.own_column)
        using approved.authority_id, whole;
      get diagnostics gone = row_count;
      if gone > 0 then counts := counts || jsonb_build_object(t.table_name, coalesce((counts ->> t.table_name)::bigint, 0) + gone); end if;
      waiting := array_remove(waiting, t.table_name);
    end loop;
    if cardinality(waiting) = before_round then raise exception 'tables point at each other: %', waiting; end if;
  end loop;
  delete from history h where h.authority_id = approved.authority_id and h.person_id = any (whole);
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('history', gone);
  delete from history h using jsonb_each(keys) k
   where h.authority_id = approved.authority_id and h.table_name = k.key
     and h.row_id in (select jsonb_array_elements_text(k.value));
  delete from history h where h.authority_id = approved.authority_id and h.table_name in ('message', 'message_attachment', 'data_request_item', 'import_refusal', 'received_resource')
     and h.action = 'delete' and h.at >= transaction_timestamp()
     and h.request_id is not distinct from nullif(current_setting('alongside.request', true), '');
  -- Lines on who looked are kept a while to account for the looks, under a bare number; none of the person's own.
  delete from read_log l where l.authority_id = approved.authority_id
     and (l.person_id = any (whole) and l.at < approved.keep_looks_since::timestamp or l.account_id = any (accounts));
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('read_log', gone);
  update read_log set reason = null, what = 'record', purpose = null, override_id = null
   where authority_id = approved.authority_id and person_id = any (whole);
  update disposal set state = 'erased', person_reference = null, because = '', kept_because = null, erased = counts,
         erased_by = actor_account(), erased_at = moment,
         erased_by_name = (select a.display_name from account a where a.authority_id = approved.authority_id and a.id = actor_account())
   where authority_id = approved.authority_id and person_id = any (whole) and id = of_disposal;
  -- The stub alone stays: what earlier proposals said of the person goes, and its history with it.
  delete from disposal where authority_id = approved.authority_id and person_id = any (whole) and id <> of_disposal;
  delete from history where authority_id = approved.authority_id and table_name = 'disposal'
     and (row_id = of_disposal::text or before ->> 'person_id' = any (whole::text[]));
  return counts;
end $$;

-- The lines that were kept longer end too, once nobody may ask about the looks any more.
create function forget_looks_of_the_erased(before_day date) returns bigint
  language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from read_log l using disposal d
     where l.authority_id = actor_authority() and actor_holds('system') and d.authority_id = l.authority_id
       and d.state = 'erased' and d.person_id = l.person_id and l.at < before_day::timestamp returning 1)
  select count(*) from gone
$$;

-- Where records may have been kept for long enough, for what runs by the clock.
create function authorities_with_people() returns table (id integer, code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.code from authority a where exists (select from person p where p.authority_id = a.id)
$$;

revoke execute on function retention_facts, erase_person, forget_looks_of_the_erased, authorities_with_people from public;
grant execute on function retention_facts, erase_person, forget_looks_of_the_erased, authorities_with_people to alongside_app;

-- The whole of a table within an authority, read row by row by who holds the server: the cursor is
-- opened as the owner, so that no table made later is handed over half.
create function export_cursor(of_table text, left_out text[], named refcursor) returns refcursor
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not actor_holds('system') or actor_account() is not null then
    raise insufficient_privilege using message = 'only whoever runs the server exports an authority';
  end if;
  if not exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname = of_table
                   and c.relkind in ('r', 'p') and not c.relispartition) then
    raise undefined_table using message = 'there is no such table';
  end if;
  open named no scroll for execute format('select (to_jsonb(x) - $2)::text as line from %I x where %I = $1', of_table,
    case when of_table = 'authority' then 'id' else 'authority_id' end) using actor_authority(), left_out;
  return named;
end $$;
revoke execute on function export_cursor from public;
grant execute on function export_cursor to alongside_app;
