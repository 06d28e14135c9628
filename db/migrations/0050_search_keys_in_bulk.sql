-- Who writes search keys is asked once for each statement, not once for each of the two hundred thousand
-- keys of an import.
alter policy search_key_add on search_key
  with check (authority_id = (select actor_authority()) and (select actor_works()));
