-- A carer asks for their data rights on their own pages, and reads the answer there; erasure may be
-- asked for, and is decided by somebody with a name.

alter table data_request drop constraint data_request_kind_check;
alter table data_request add constraint data_request_kind_check check (kind in ('access', 'correction', 'erasure'));
alter table data_request drop constraint data_request_state_check;
alter table data_request add constraint data_request_state_check
  check (state in ('open', 'released', 'corrected', 'agreed', 'refused', 'withdrawn'));
alter table data_request_step drop constraint data_request_step_step_check;
alter table data_request_step add constraint data_request_step_step_check check (step in ('asked_identity', 'identity_checked',
  'asked_clarification', 'clarified', 'extended', 'gathered', 'lead_signed', 'released', 'corrected', 'erasure_agreed', 'refused',
  'withdrawn', 'note'));

-- What a carer asked for themself, on their own pages, they see; what came for them in another way
-- they are answered in that way.
create policy data_request_own on data_request for select using (
  authority_id = actor_authority() and person_id = actor_person() and logged_by = actor_account());
create policy data_request_own_add on data_request for insert with check (
  authority_id = actor_authority() and person_id = actor_person() and logged_by = actor_account()
  and asked_by = 'self' and received_how = 'online' and state = 'open' and closed_on is null);
create policy data_release_own on data_release for select using (
  authority_id = actor_authority() and exists (select from data_request r where r.authority_id = data_release.authority_id
    and r.id = data_release.request_id and r.person_id = actor_person() and r.logged_by = actor_account()));

-- The steps that move the clock of one's own request or answer it. Words are told only where they
-- are an answer; what the workers noted in between is not.
create function own_request_steps(of_request uuid) returns table (step text, taken_on date, words text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.step, s.taken_on,
         case when s.step in ('extended', 'corrected', 'erasure_agreed', 'refused') then s.words end
    from data_request r
    join data_request_step s on s.authority_id = r.authority_id and s.request_id = r.id
   where r.authority_id = actor_authority() and r.id = of_request
     and r.person_id = actor_person() and r.logged_by = actor_account()
     and s.step not in ('gathered', 'lead_signed', 'note')
   order by s.at, s.id
$$;

-- What the retention schedule asks about one person. `offset 0`: the ids are found out once, and not for
-- each row that is held against them.
create function record_facts(of_authority integer, of_person uuid)
  returns table (kinds text[], last_support_end date, last_contact date, had_case boolean, last_payment date,
    open_safeguarding boolean, last_safeguarding date, open_request boolean, last_request date, held boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select array_agg(distinct i.kind) from involvement i where i.authority_id = p.authority_id and i.person_id = any (w.ids)), '{}'),
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
    cross join lateral (select whole_person(p.authority_id, p.id) as ids offset 0) w
   where p.authority_id = of_authority and p.id = of_person
$$;
revoke execute on function record_facts from public;

create or replace function retention_facts(today date, after uuid, most integer)
  returns table (person_id uuid, reference text, born date, died_on date, kinds text[], last_support_end date,
    last_contact date, had_case boolean, last_payment date, open_safeguarding boolean, last_safeguarding date,
    open_request boolean, last_request date, held boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.reference, p.date_of_birth, p.died_on, f.*
    from (
      select p.* from person p
       cross join lateral (select whole_person(p.authority_id, p.id) as ids offset 0) w
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
       order by p.id limit most) p
    cross join lateral record_facts(p.authority_id, p.id) f
   order by p.id
$$;

-- The same of whom a request is about, for who decides on it. Only the safeguarding lead hears here
-- whether there is a concern; to the others it is as though there were none.
create function facts_for_request(of_request uuid, today date)
  returns table (born date, died_on date, kinds text[], last_support_end date, last_contact date, had_case boolean,
    last_payment date, open_safeguarding boolean, last_safeguarding date, open_request boolean, last_request date, held boolean,
    in_use boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.date_of_birth, p.died_on, f.kinds, f.last_support_end, f.last_contact, f.had_case, f.last_payment,
         f.open_safeguarding and actor_holds('safeguarding_lead'),
         case when actor_holds('safeguarding_lead') then f.last_safeguarding end,
         exists (select from data_request d where d.authority_id = p.authority_id and d.person_id = any (w.ids)
                    and d.state = 'open' and d.id <> r.id),
         null::date, f.held,
         exists (select from involvement i where i.authority_id = p.authority_id and i.person_id = any (w.ids)
                    and (i.until is null or i.until >= today))
    from data_request r
    join person p on p.authority_id = r.authority_id and p.id = r.person_id
    cross join lateral (select whole_person(p.authority_id, p.id) as ids offset 0) w
    cross join lateral record_facts(p.authority_id, p.id) f
   where r.authority_id = actor_authority() and r.id = of_request
     and actor_holds('council_practitioner', 'safeguarding_lead')
$$;

revoke execute on function own_request_steps, facts_for_request from public;
grant execute on function own_request_steps, facts_for_request to alongside_app;
