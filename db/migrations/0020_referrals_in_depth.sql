-- Referrals from anyone: through which door, to whom it may go, and what its sender may know.

alter table referral
  -- The door it came through: self, for_someone, gp_practice, ward, school, social_worker, jobcentre,
  -- charity; null where it came in with a register's import or as a message.
  add column door text,
  -- Whoever of the hub filled it in on the telephone, for the sender or the carer; else null.
  add column taken_by uuid,
  -- For whom the sender spoke, in their own words, where no account of that organisation sent it.
  add column from_name text,
  -- Where somebody without an account hears of it.
  add column referrer_telephone text,
  -- Why it went to whom it went, in the words of the rule.
  add column routed_because text,
  -- That the carer agreed to its being passed on to somebody else who can help.
  add column may_pass_on boolean not null default false,
  -- Who had it and could not take it, in that order. They go on reading it: they answer for that.
  add column passed_by integer[] not null default '{}',
  -- The day on which it had stalled and went on the manager's list.
  add column escalated_on date,
  -- The day on which somebody rang a sender who has no account with the answer.
  add column sender_told_on date,
  add constraint referral_passed_by_agreement check (cardinality(passed_by) = 0 or may_pass_on);

-- What waits for an answer, whoever has it: asked each morning for what has stalled.
create index referral_unanswered on referral (authority_id, received_on) where state in ('new', 'asked');

-- Each time a referral was passed on: by whom, to whom, and the agreement that covered it.
create table referral_passing (
  authority_id integer not null,
  id uuid not null,
  referral_id uuid not null,
  number integer not null check (number > 0),
  from_organisation_id integer not null,
  to_organisation_id integer not null,
  passed_on date not null,
  passed_by uuid not null,
  why text not null check (why in ('full', 'area', 'kind', 'reason', 'better_placed')),
  -- What the sender may be told.
  words text,
  agreed_on date not null,
  agreed_how text not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, referral_id, number),
  foreign key (authority_id, referral_id) references referral,
  foreign key (authority_id, from_organisation_id) references organisation,
  foreign key (authority_id, to_organisation_id) references organisation
);
create function readers_of_passing() returns trigger language plpgsql as $$
begin
  select r.readers into new.readers from referral r
   where r.authority_id = new.authority_id and r.id = new.referral_id;
  new.readers := coalesce(new.readers, '{}');
  return new;
end $$;
call make_record_table('referral_passing', 'identity');
create trigger set_readers before insert on referral_passing
  for each row execute function readers_of_passing();

-- The row itself is read by who has it and by who had it. Its sender reads the view below, which
-- gives the outcome only while the carer agrees to that: no statement of a sender's can ask for more.
create or replace function readers_of_referral() returns trigger language plpgsql as $$
begin
  new.readers := new.to_organisation_id || new.passed_by;
  return new;
end $$;
drop trigger set_readers on referral;
create trigger set_readers before insert or update of to_organisation_id, passed_by on referral
  for each row execute function readers_of_referral();
alter table referral disable trigger keep_history;
update referral set readers = array[to_organisation_id] where from_organisation_id is not null;
alter table referral enable trigger keep_history;

create view sent_referral with (security_barrier) as
  select r.authority_id, r.id, r.reference, r.kind, r.received_on, r.urgent, r.state, r.told, r.door,
         r.question, r.asked_on, r.answer, r.answered_on, r.triaged_on, r.share_outcome, r.referrer_name,
         r.version, r.from_organisation_id, r.to_organisation_id, r.may_pass_on,
         case when r.share_outcome then r.first_contact_on end as first_contact_on,
         case when r.share_outcome then r.outcome end as outcome,
         case when r.share_outcome then r.outcome_on end as outcome_on,
         case when r.share_outcome then r.outcome_words end as outcome_words
    from referral r
   where r.authority_id = actor_authority() and r.from_organisation_id = any (actor_organisations());
create view sent_referral_passing with (security_barrier) as
  select p.authority_id, p.referral_id, p.number, p.from_organisation_id, p.to_organisation_id, p.passed_on, p.why,
         case when r.share_outcome then p.words end as words
    from referral_passing p
    join referral r on r.authority_id = p.authority_id and r.id = p.referral_id
   where r.authority_id = actor_authority() and r.from_organisation_id = any (actor_organisations());
grant select on sent_referral, sent_referral_passing to alongside_app;

-- A sender changes one thing of a referral: the answer to what triage asked.
drop policy referral_answered on referral;
create function answer_referral(of_referral uuid, of_version integer, words text, on_day date) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  with answered as (
    update referral set answer = words, answered_on = on_day, state = 'new', version = version + 1
     where authority_id = actor_authority() and id = of_referral and version = of_version and state = 'asked'
       and actor_holds('referrer') and from_organisation_id = any (actor_organisations())
    returning 1)
  select exists (select from answered)
$$;
revoke all on function answer_referral from public;
grant execute on function answer_referral to alongside_app;

-- Whether a form's referral has been taken already, for whoever sends the same form again.
create function referral_is_there(of_referral uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from referral where authority_id = actor_authority() and id = of_referral)
$$;
revoke all on function referral_is_there from public;
grant execute on function referral_is_there to alongside_app;

-- What an organisation takes of what is referred: an empty list takes all. Known to every door, which
-- must choose; set by the organisation's manager or an administrator.
create table referral_intake (
  authority_id integer not null references authority,
  organisation_id integer not null,
  kinds text[] not null check (kinds <@ '{adult_carer,parent_carer,young_carer,young_adult_carer}'),
  -- ONS codes of districts.
  areas text[] not null default '{}',
  -- Of data/codes/referral-reasons.json.
  reasons text[] not null default '{}',
  -- How many it can hold that wait for an answer or a first talk; null: as many as come.
  capacity integer check (capacity >= 0),
  paused boolean not null default false,
  paused_until date,
  paused_because text,
  -- Who is asked first, of several who can take it.
  place integer not null default 5 check (place between 1 and 9),
  version integer not null default 1,
  primary key (authority_id, organisation_id),
  foreign key (authority_id, organisation_id) references organisation
);
alter table referral_intake enable row level security;
create policy referral_intake_read on referral_intake for select using (authority_id = actor_authority());
create policy referral_intake_add on referral_intake for insert with check (
  authority_id = actor_authority() and (actor_holds('administrator', 'system')
    or actor_holds('manager') and organisation_id = any (actor_organisations())));
create policy referral_intake_change on referral_intake for update using (
  authority_id = actor_authority() and (actor_holds('administrator', 'system')
    or actor_holds('manager') and organisation_id = any (actor_organisations())));
grant select, insert, update on referral_intake to alongside_app;
create trigger keep_history after insert or update on referral_intake
  for each row execute function keep_history('referral_intake', 'organisation_id', '');

-- How many referrals each organisation holds: a number, and nothing of whom they are about.
create function referrals_held() returns table (organisation_id integer, held bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select to_organisation_id, count(*) from (
    select to_organisation_id from referral
     where authority_id = actor_authority() and state in ('new', 'asked')
    union all
    select to_organisation_id from referral
     where authority_id = actor_authority() and state = 'accepted' and first_contact_on is null
       and contact_due_on is not null) as waits
   group by to_organisation_id
$$;
revoke all on function referrals_held from public;
grant execute on function referrals_held to alongside_app;

-- The authority's own promises, from a day on; those that ship with the house hold until then.
create table referral_target (
  authority_id integer not null references authority,
  id uuid not null,
  kind text not null check (kind in ('adult_carer', 'parent_carer', 'young_carer', 'young_adult_carer')),
  urgent boolean not null,
  from_on date not null,
  -- Working days from being asked to the answer, to its turning amber, and from the answer to the first talk.
  answer_days integer not null check (answer_days between 1 and 60),
  amber_days integer not null check (amber_days between 0 and answer_days),
  talk_days integer not null check (talk_days between 1 and 60),
  primary key (authority_id, id)
);
alter table referral_target enable row level security;
create policy referral_target_read on referral_target for select using (authority_id = actor_authority());
create policy referral_target_add on referral_target for insert
  with check (authority_id = actor_authority() and actor_holds('manager', 'administrator', 'system'));
grant select, insert on referral_target to alongside_app;
create trigger keep_history after insert on referral_target
  for each row execute function keep_history('referral_target', 'id', '');

-- How senders of the same kind fared: middle figures of at least five others, and never one's own.
create function senders_like(of_organisation integer, from_day date, to_day date)
  returns table (senders bigint, lower_sent integer, middle_sent integer, upper_sent integer, taken_on_percent integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with others as (
    select count(*) as sent, count(*) filter (where r.state in ('accepted', 'closed')) as taken_on
      from referral r
      join organisation o on o.authority_id = r.authority_id and o.id = r.from_organisation_id
      join organisation mine on mine.authority_id = r.authority_id and mine.id = of_organisation
     where r.authority_id = actor_authority() and o.kind = mine.kind and o.id <> mine.id
       and r.received_on between from_day and to_day
       and (of_organisation = any (actor_organisations()) or actor_holds('system'))
     group by r.from_organisation_id)
  select count(*),
         percentile_disc(0.25) within group (order by sent)::integer,
         percentile_disc(0.5) within group (order by sent)::integer,
         percentile_disc(0.75) within group (order by sent)::integer,
         round(100.0 * sum(taken_on) / sum(sent))::integer
    from others having count(*) >= 5
$$;
revoke all on function senders_like from public;
grant execute on function senders_like to alongside_app;

-- That a practice's letter of a year has gone: of two jobs at once, one writes it.
create table referral_letter (
  authority_id integer not null,
  organisation_id integer not null,
  -- The first day of the year that it tells of.
  year_from date not null,
  sent_on date not null,
  primary key (authority_id, organisation_id, year_from),
  foreign key (authority_id, organisation_id) references organisation
);
alter table referral_letter enable row level security;
create policy referral_letter_house on referral_letter for all
  using (authority_id = actor_authority() and actor_holds('system'))
  with check (authority_id = actor_authority() and actor_holds('system'));
grant select, insert on referral_letter to alongside_app;
create trigger keep_history after insert or update or delete on referral_letter
  for each row execute function keep_history('referral_letter', 'organisation_id', '');
insert into record_table values
  ('referral_intake', 'office', null), ('referral_target', 'office', null), ('referral_letter', 'office', null);

-- Where somebody waits for an answer or a first talk, for what runs by the clock.
create function authorities_with_referrals() returns table (id integer, code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.code from authority a where exists (select from referral r where r.authority_id = a.id)
$$;
revoke all on function authorities_with_referrals from public;
grant execute on function authorities_with_referrals to alongside_app;
