-- A carer's account holds their name and address: staff need neither to work with a record that is not
-- shared with them. Colleagues' accounts stay readable to who works.
drop policy account_read on account;
create policy account_read on account for select using (
  authority_id = actor_authority()
  and (id = actor_account() or actor_holds('administrator', 'system') or actor_works() and person_id is null));
