-- An agreement that has run out stops opening rows: asked for each night, across authorities.
create function refresh_ended_agreements() returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended record;
  refreshed integer := 0;
begin
  for ended in select distinct authority_id, person_id from agreement
      where ended_on is null and until < current_date and until >= current_date - 30
  loop
    perform refresh_readers(ended.authority_id, ended.person_id);
    refreshed := refreshed + 1;
  end loop;
  return refreshed;
end $$;
revoke all on function refresh_ended_agreements() from public;
grant execute on function refresh_ended_agreements() to alongside_app;
