-- Who goes back through a row's history asks what it was before a change: an insert does not tell. It is
-- found by its person, and its key by row was a third of what history's keys cost an import.
drop index history_row;
create index history_row on history (authority_id, row_id) where action <> 'insert';
