-- Referrals from anyone, and every contact once.

create table referral (
  authority_id integer not null references authority,
  id uuid not null,
  reference text not null,
  -- Null until triage decides who this is.
  person_id uuid,
  kind text not null check (kind in ('adult_carer', 'parent_carer', 'young_carer', 'young_adult_carer')),
  received_on date not null,
  received_at timestamptz,
  -- Who sent it: self, family_or_friend, gp_practice, hospital, school, social_worker, jobcentre, charity, community_nurse, other.
  source text not null,
  from_organisation_id integer,
  to_organisation_id integer not null,
  referrer_account_id uuid,
  referrer_name text,
  reason text,
  -- As told by the referrer, until it is on a record: names, date of birth, address, telephone, the person cared for.
  told jsonb not null default '{}',
  -- That the carer agreed to being referred, how and when.
  carer_agreed boolean,
  agreed_how text,
  -- That the carer agreed to the referrer being told what became of it.
  share_outcome boolean not null default false,
  urgent boolean not null default false,
  -- asked: the referrer owes an answer to a question of triage.
  state text not null check (state in ('new', 'asked', 'accepted', 'declined', 'closed')),
  question text,
  asked_on date,
  answer text,
  answered_on date,
  triaged_on date,
  triaged_by uuid,
  worker_id uuid,
  contact_due_on date,
  first_contact_on date,
  -- One of data/codes/referral-outcomes.json; the words are what the referrer may be told of it.
  outcome text,
  outcome_on date,
  outcome_words text,
  previous_ref text,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, reference),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, from_organisation_id) references organisation,
  foreign key (authority_id, to_organisation_id) references organisation
);
create index referral_state on referral (authority_id, to_organisation_id, state, received_on);
create index referral_from on referral (authority_id, from_organisation_id, received_on);
create index referral_person on referral (authority_id, person_id);
create index referral_to_contact on referral (authority_id, worker_id, contact_due_on)
  where state = 'accepted' and first_contact_on is null;
create index referral_received on referral (authority_id, kind, received_on);
create unique index referral_previous on referral (authority_id, previous_ref) where previous_ref is not null;

-- A referral is read by who sent it and who got it, whatever the record's agreements say.
create function readers_of_referral() returns trigger language plpgsql as $$
begin
  new.readers := array_remove(array[new.to_organisation_id, new.from_organisation_id], null);
  return new;
end $$;
call make_record_table('referral', 'identity');
drop trigger if exists set_readers on referral;
create trigger set_readers before insert or update of to_organisation_id, from_organisation_id on referral
  for each row execute function readers_of_referral();
create policy referral_own on referral for select
  using (authority_id = actor_authority() and person_id = actor_person());
-- A referrer sends, and answers a question; whatever else becomes of it is triage's.
create policy referral_sent on referral for insert
  with check (authority_id = actor_authority() and actor_holds('referrer')
    and from_organisation_id = any (actor_organisations()) and state = 'new' and person_id is null);
create policy referral_answered on referral for update
  using (authority_id = actor_authority() and actor_holds('referrer')
    and from_organisation_id = any (actor_organisations()) and state = 'asked')
  with check (state = 'new');

-- The referrer hears of the outcome as long as the carer's agreement to that lasts: given at the
-- referral, ended by the carer alone.
create function outcome_follows_agreement() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update referral r
     set share_outcome = exists (
       select from agreement a
        where a.authority_id = r.authority_id and a.person_id = r.person_id
          and a.organisation_id = r.from_organisation_id and 'outcome' = any (a.purposes)
          and a.ended_on is null)
   where r.authority_id = coalesce(new.authority_id, old.authority_id)
     and r.person_id = coalesce(new.person_id, old.person_id)
     and r.from_organisation_id = coalesce(new.organisation_id, old.organisation_id);
  return null;
end $$;
create trigger outcome_follows_agreement after insert or update or delete on agreement
  for each row execute function outcome_follows_agreement();

create table contact (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  account_id uuid,
  at timestamptz not null,
  -- phone, visit, drop_in, clinic, email, text, letter, web, video
  channel text not null,
  direction text not null check (direction in ('in', 'out')),
  minutes integer,
  words text not null default '',
  -- spoke, left_message, no_answer, information_given, …
  outcome text,
  breaks_discussed boolean,
  -- A promise made in the contact: what, by when, by whom.
  follow_up_on date,
  follow_up text,
  follow_up_by uuid,
  follow_up_done_at timestamptz,
  withheld boolean not null default false,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person
);
create index contact_person on contact (authority_id, person_id, at desc);
create index contact_promised on contact (authority_id, follow_up_by, follow_up_on)
  where follow_up_on is not null and follow_up_done_at is null;
call make_record_table('contact', 'support', 'person_id');

-- What someone has begun to type about a carer and not yet saved: theirs alone, gone once it is saved.
create table draft (
  authority_id integer not null references authority,
  account_id uuid not null,
  person_id uuid not null,
  form text not null,
  typed jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (authority_id, account_id, person_id, form),
  foreign key (authority_id, person_id) references person
);
alter table draft enable row level security;
create policy draft_own on draft for all
  using (authority_id = actor_authority() and account_id = actor_account())
  with check (authority_id = actor_authority() and account_id = actor_account());
grant select, insert, update, delete on draft to alongside_app;
