-- The clocks of a carer's pathway after the first talk: what an authority promises of each step, and
-- what had stalled and went on a manager's list.

-- The authority's own promises, from a day on; those that ship with the house hold until then.
create table pathway_target (
  authority_id integer not null references authority,
  id uuid not null,
  kind text not null
    check (kind in ('adult_carer', 'parent_carer', 'young_carer', 'young_adult_carer', 'transition')),
  step text not null check (step in ('assessed', 'decided', 'planned', 'supported')),
  from_on date not null,
  -- Working days until the step is due, and until its clock turns amber.
  days integer not null check (days between 1 and 120),
  amber_days integer not null check (amber_days between 0 and days),
  primary key (authority_id, id)
);
alter table pathway_target enable row level security;
create policy pathway_target_read on pathway_target for select using (authority_id = actor_authority());
create policy pathway_target_add on pathway_target for insert
  with check (authority_id = actor_authority() and actor_holds('manager', 'administrator', 'system'));
grant select, insert on pathway_target to alongside_app;
create trigger keep_history after insert on pathway_target
  for each row execute function keep_history('pathway_target', 'id', '');

-- That a step has stalled: noted once, on the day on which it went on the manager's list. Which row
-- of which room waits is its kind and id; a step whose clock began anew may stall anew.
create table stalled_step (
  authority_id integer not null references authority,
  kind text not null,
  id uuid not null,
  since date not null,
  organisation_id integer not null,
  due_on date,
  escalated_on date not null,
  primary key (authority_id, kind, id, since),
  foreign key (authority_id, organisation_id) references organisation
);
alter table stalled_step enable row level security;
create policy stalled_step_read on stalled_step for select using (
  authority_id = actor_authority()
    and (actor_holds('system') or organisation_id = any (actor_organisations()) and actor_works()));
create policy stalled_step_add on stalled_step for insert
  with check (authority_id = actor_authority() and actor_holds('system'));
grant select, insert on stalled_step to alongside_app;
create trigger keep_history after insert on stalled_step
  for each row execute function keep_history('stalled_step', 'id', '');
insert into record_table values ('pathway_target', 'office', null), ('stalled_step', 'office', null);

-- Referrals that were taken on and talked about, and not closed: asked for whether anything is next.
create index referral_talked on referral (authority_id, to_organisation_id, received_on)
  where state = 'accepted' and first_contact_on is not null;
