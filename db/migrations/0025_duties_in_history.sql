-- A duty has an id of its own, so its history names it and no longer the account that holds it.
drop trigger keep_history on membership;
create trigger keep_history after insert or update or delete on membership
  for each row execute function keep_history('membership', 'id', '');
