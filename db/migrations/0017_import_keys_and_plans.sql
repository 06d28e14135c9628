-- Who goes back through a row's history asks what it was before a change: an insert does not tell. It is
-- found by its person, and its key by row was a third of what history's keys cost an import.
drop index history_row;
create index history_row on history (authority_id, row_id) where action <> 'insert';

-- The planner may believe of the people that there are none, as after an import that broke off: each
-- row that refers to one of the thousands new in this transaction would then be checked by way of the
-- wrong index, which takes minutes. In bulk the figures are taken anew.
create function analyze_people() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if in_bulk() then analyze person (authority_id, id, reference); end if;
end $$;
revoke all on function analyze_people() from public;
grant execute on function analyze_people() to alongside_app;
