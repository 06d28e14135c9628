-- How an assessment that was asked for ended and why; those that were offered and never asked for, and
-- those that were not offered; what came of each matter; the combined one's agreements; a child who
-- helps; and how a worker likes to write.

alter table assessment
  -- One of data/codes/assessment-endings.json.
  add column closed_reason text,
  -- Of a combined assessment: when each agreed, and the cared-for person's own by reference, date, authority.
  add column combined_carer_on date,
  add column combined_cared_for_on date,
  add column combined_reference text,
  add column combined_on date,
  add column combined_authority text,
  drop constraint assessment_state_check,
  drop constraint assessment_check1;

alter table assessment disable trigger keep_history;
update assessment
   set closed_reason = 'other', closed_words = coalesce(nullif(btrim(closed_words), ''), 'Not written down at the time')
 where state in ('declined', 'withdrawn') and previous_ref is null;
alter table assessment enable trigger keep_history;

alter table assessment
  add constraint assessment_state_check
    check (state in ('asked', 'begun', 'completed', 'declined', 'refused', 'withdrawn')),
  -- None ends in silence; what another system held came as it was.
  add constraint assessment_ended check (state not in ('declined', 'refused', 'withdrawn')
    or previous_ref is not null
    or (closed_on is not null and closed_reason is not null and btrim(coalesce(closed_words, '')) > '')),
  -- It is linked to the other's only where both agreed: Care Act 2014 s.12(5) to (7).
  add constraint assessment_combined_agreed check (combined_reference is null
    or (combined and combined_carer_on is not null and combined_cared_for_on is not null));

-- An assessment, or a combined one, that was offered; how the carer answered; or why it was not offered.
create table assessment_offer (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  kind text not null check (kind in ('adult_carer', 'parent_carer', 'young_carer', 'transition')),
  combined boolean not null default false,
  state text not null check (state in ('offered', 'accepted', 'declined', 'refused', 'withdrawn', 'not_offered')),
  -- The day of the offer, or of the decision not to offer.
  on_day date not null,
  answered_on date,
  reason text,
  words text,
  -- What was asked for with the answer.
  assessment_id uuid,
  written_by uuid,
  written_by_name text not null,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, assessment_id) references assessment,
  constraint assessment_offer_answered check (
    case state when 'offered' then answered_on is null
      when 'accepted' then answered_on is not null
      else answered_on is not null and reason is not null and btrim(coalesce(words, '')) > '' end)
);
create index assessment_offer_person on assessment_offer (authority_id, person_id);
create index assessment_offer_day on assessment_offer (authority_id, on_day);
call make_record_table('assessment_offer', 'assessment', 'person_id');
revoke delete on assessment_offer from alongside_app;
create policy assessment_offer_workers on assessment_offer as restrictive for select
  using (actor_works() or person_id = actor_person());

-- What came of one matter, out of the answers that an assessment was completed with; kept to be counted.
create table assessment_matter (
  authority_id integer not null references authority,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  matter text not null,
  outcome text not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, assessment_id, matter),
  foreign key (authority_id, assessment_id) references assessment,
  foreign key (authority_id, person_id) references person
);
create index assessment_matter_outcome on assessment_matter (authority_id, matter, outcome);
call make_record_table('assessment_matter', 'assessment', 'person_id');
revoke update, delete on assessment_matter from alongside_app;
create policy assessment_matter_workers on assessment_matter as restrictive for select
  using (actor_works() or person_id = actor_person());

-- A child who was said to help: the referral that was opened for them, or why none was. It stands with
-- the adult's assessment and holds a name and no more; the rest is on the referral, which its sender
-- reads only as far as was agreed. The adult does not read it: a child may need that.
create table assessment_young_carer (
  authority_id integer not null references authority,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  given_name text not null,
  family_name text not null,
  -- The row of referral; it has gone where erasure took it.
  referral_id uuid,
  not_referred text check (not_referred in ('known', 'safeguarding', 'does_not_care', 'over_18')),
  not_referred_words text,
  on_day date not null,
  written_by uuid,
  written_by_name text not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, assessment_id) references assessment,
  foreign key (authority_id, person_id) references person,
  constraint assessment_young_carer_settled check (
    (referral_id is null) <> (not_referred is null)
    and (not_referred is null or btrim(coalesce(not_referred_words, '')) > ''))
);
create unique index assessment_young_carer_once on assessment_young_carer
  (authority_id, assessment_id, lower(given_name), lower(family_name));
call make_record_table('assessment_young_carer', 'assessment', 'person_id', 'id', false);
revoke delete on assessment_young_carer from alongside_app;
create policy assessment_young_carer_workers on assessment_young_carer as restrictive for select
  using (actor_works());

-- Whether a worker writes assessments by whole sections or one question a page.
create table assessment_way (
  authority_id integer not null references authority,
  account_id uuid not null,
  way text not null check (way in ('section', 'question')),
  primary key (authority_id, account_id)
);
alter table assessment_way enable row level security;
create policy assessment_way_own on assessment_way
  using (authority_id = actor_authority() and account_id = actor_account())
  with check (authority_id = actor_authority() and account_id = actor_account());
grant select, insert, update on assessment_way to alongside_app;

-- A question that an authority adds has a name that none of the law's has, and serves no matter of it.
alter table assessment_addition add constraint assessment_addition_beside_the_law check (
  not jsonb_path_exists(questions, '$[*] ? (!(@.id starts with "added_"))')
  and not jsonb_path_exists(questions, '$[*].matters[*]'));
