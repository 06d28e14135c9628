-- Support plans, their lines and goals, reviews and money (Care Act 2014, sections 25 to 27 and 31 to 33).
-- A plan that was agreed is never written over: a changed one is the next number under the same
-- reference. Drafts, and the rows under them, are withheld from the carer until they are agreed.

-- What people relied on is not written over. Arguments: what the row is, then the columns that stay.
create function keep_settled() returns trigger language plpgsql as $$
declare
  kept text;
begin
  foreach kept in array tg_argv[1:] loop
    if to_jsonb(old) -> kept is distinct from to_jsonb(new) -> kept then
      raise exception '% is settled: its % cannot be changed', tg_argv[0], kept;
    end if;
  end loop;
  return new;
end $$;

create table plan (
  authority_id integer not null references authority,
  id uuid not null,
  reference text not null,
  person_id uuid not null,
  organisation_id integer not null,
  assessment_id uuid,
  determination_id uuid,
  worker_id uuid,
  number integer not null default 1,
  state text not null check (state in ('draft', 'agreed', 'replaced', 'ended')),
  -- Carers under 18 and parents of disabled children have plans too, which section 25 does not govern.
  kind text not null default 'adult_carer' check (kind in ('adult_carer', 'parent_carer', 'young_carer')),
  started_on date not null,
  agreed_on date,
  agreed_by text,
  agreed_how text check (agreed_how in ('in_person', 'telephone', 'video', 'in_writing', 'online')),
  -- Who else took part because the carer asked, and who else gets a copy: s.25(4) and (10).
  involved text,
  copies_to text,
  -- Personal budget under section 26: cost to the authority, what the carer pays, and the balance.
  budget_pence integer check (budget_pence >= 0),
  person_pays_pence integer check (person_pays_pence >= 0),
  authority_pays_pence integer check (authority_pays_pence >= 0),
  -- The matters of section 10(5) and (6) that the support could be relevant to: s.25(1)(d).
  matters text[] not null default '{}',
  advice_reduce text,
  advice_prevent text,
  -- Who steps in and what they must know: { people: [{ name, relationship, phone, agreed }], facts, none }.
  contingency jsonb not null default '{}',
  ended_on date,
  end_reason text,
  sent_at timestamptz,
  sent_as text,
  withheld boolean generated always as (agreed_on is null) stored,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, reference, number),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, organisation_id) references organisation,
  foreign key (authority_id, worker_id) references account,
  check (state not in ('agreed', 'replaced') or agreed_on is not null and agreed_by is not null and agreed_how is not null)
);
create index plan_person on plan (authority_id, person_id);
create index plan_waiting on plan (authority_id, worker_id) where state = 'draft' or sent_at is null;
-- Of one reference at most one number is being written and one holds. By reference, not by person:
-- two records that turn out to be one person's can be joined with both their plans.
create unique index plan_draft on plan (authority_id, reference) where state = 'draft';
create unique index plan_agreed on plan (authority_id, reference) where state = 'agreed';
call make_record_table('plan', 'support', 'person_id');
create trigger keep_settled before update on plan for each row when (old.state <> 'draft')
  execute function keep_settled('this plan', 'reference', 'number', 'kind', 'assessment_id', 'determination_id',
    'started_on', 'agreed_on', 'agreed_by', 'agreed_how', 'involved', 'copies_to', 'budget_pence', 'person_pays_pence',
    'authority_pays_pence', 'matters', 'advice_reduce', 'advice_prevent', 'contingency');
revoke delete on plan from alongside_app;

create table plan_need (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  position integer not null,
  need text not null,
  -- Null until someone says whether it meets the criteria.
  eligible boolean,
  outcome_id text,
  withheld boolean not null default true,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plan,
  foreign key (authority_id, person_id) references person
);
create index plan_need_plan on plan_need (authority_id, plan_id, position);
call make_record_table('plan_need', 'support', 'person_id');

create table plan_goal (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  position integer not null,
  -- In the carer's own words, and the I-statement of the strategy that it serves.
  words text not null,
  i_statement text not null,
  -- How often it is so: when the plan was made, and at its last review.
  answer_before text check (answer_before in ('always', 'most_of_the_time', 'some_of_the_time', 'never')),
  answer_after text check (answer_after in ('always', 'most_of_the_time', 'some_of_the_time', 'never')),
  met boolean,
  withheld boolean not null default true,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plan,
  foreign key (authority_id, person_id) references person
);
create index plan_goal_plan on plan_goal (authority_id, plan_id, position);
call make_record_table('plan_goal', 'support', 'person_id');

create table plan_action (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  position integer not null,
  need_id uuid,
  action text not null,
  -- For the carer, or for the person they look after (who must agree, Care Act s.20(1)(c)).
  target text not null default 'carer' check (target in ('carer', 'cared_for')),
  -- Null: not asked yet, or not needed.
  cared_for_agreed boolean,
  cared_for_asked_on date,
  cared_for_agreed_how text,
  owner text not null,
  due_on date,
  done_on date,
  provider text,
  cost_pence integer check (cost_pence >= 0),
  withheld boolean not null default true,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plan,
  foreign key (authority_id, person_id) references person
);
create index plan_action_plan on plan_action (authority_id, plan_id, position);
call make_record_table('plan_action', 'support', 'person_id');

-- The lines of a plan stay as they were agreed; afterwards only what became of them is written.
create function keep_plan_lines() returns trigger language plpgsql as $$
declare
  line jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  of_plan text;
begin
  select state into of_plan from plan p
    where p.authority_id = (line ->> 'authority_id')::integer and p.id = (line ->> 'plan_id')::uuid;
  if of_plan = 'draft' or tg_op = 'UPDATE'
     and to_jsonb(old) - '{withheld,readers,person_id,version,done_on,answer_after,met}'::text[]
       = line - '{withheld,readers,person_id,version,done_on,answer_after,met}'::text[] then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception 'the lines of a plan that is not being written cannot be changed';
end $$;
create trigger keep_plan_lines before insert or update or delete on plan_need
  for each row execute function keep_plan_lines();
create trigger keep_plan_lines before insert or update or delete on plan_goal
  for each row execute function keep_plan_lines();
create trigger keep_plan_lines before insert or update or delete on plan_action
  for each row execute function keep_plan_lines();

create table payment (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  plan_id uuid,
  kind text not null check (kind in ('one_off', 'recurring')),
  -- A direct payment meets assessed eligible needs; anything else is a prevention grant.
  basis text not null check (basis in ('direct_payment', 'prevention_grant')),
  amount_pence integer not null check (amount_pence > 0),
  frequency text not null default 'once' check (frequency in ('once', 'weekly', 'every_four_weeks', 'monthly', 'yearly')),
  purpose text not null,
  -- The needs of the plan that a direct payment meets: s.25(2)(a).
  need_ids uuid[] not null default '{}',
  state text not null check (state in ('proposed', 'agreed', 'paid', 'cancelled')),
  proposed_on date,
  proposed_by uuid,
  agreed_on date,
  agreed_by uuid,
  paid_on date,
  cancelled_on date,
  cancel_reason text,
  previous_ref text,
  withheld boolean generated always as (agreed_on is null and paid_on is null) stored,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, plan_id) references plan,
  check ((kind = 'one_off') = (frequency = 'once')),
  check (state <> 'paid' or paid_on is not null)
);
create index payment_person on payment (authority_id, person_id);
create index payment_plan on payment (authority_id, plan_id) where plan_id is not null;
create index payment_paid on payment (authority_id, paid_on) where state = 'paid';
create index payment_day on payment (authority_id, (coalesce(paid_on, agreed_on, proposed_on)));
create index payment_waiting on payment (authority_id, organisation_id) where state in ('proposed', 'agreed');
create unique index payment_previous on payment (authority_id, previous_ref) where previous_ref is not null;
call make_record_table('payment', 'support', 'person_id');
create trigger keep_settled before update on payment for each row when (old.state <> 'proposed')
  execute function keep_settled('this payment', 'kind', 'basis', 'amount_pence', 'frequency', 'purpose', 'need_ids',
    'proposed_on', 'proposed_by', 'agreed_on', 'agreed_by');

create table review (
  authority_id integer not null references authority,
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  reviewer_id uuid,
  kind text not null check (kind in ('first', 'yearly', 'asked_for', 'change', 'direct_payment')),
  due_from date,
  due_on date not null,
  -- Who asked and why, where it was asked for or something changed: s.27(1)(b).
  asked_on date,
  asked_words text,
  done_on date,
  -- What changed, what works, what does not; who took part.
  words jsonb not null default '{}',
  -- Whether breaks from caring were talked about (NICE quality standard 200, statement 4).
  breaks_discussed boolean,
  outcome text check (outcome in ('continue', 'change', 'end')),
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  check ((done_on is null) = (outcome is null)),
  foreign key (authority_id, plan_id) references plan,
  foreign key (authority_id, person_id) references person
);
create index review_due on review (authority_id, reviewer_id, due_on) where done_on is null;
create index review_open on review (authority_id, organisation_id, due_on) where done_on is null;
create index review_plan on review (authority_id, plan_id);
create index review_person on review (authority_id, person_id);
call make_record_table('review', 'support', 'person_id');
create trigger keep_settled before update on review for each row when (old.done_on is not null)
  execute function keep_settled('this review', 'plan_id', 'kind', 'due_from', 'due_on', 'asked_on', 'asked_words',
    'done_on', 'words', 'breaks_discussed', 'outcome', 'reviewer_id');

-- A surgery or school that refers may know that a carer is supported, never what is in the plan.
create policy plan_for_workers on plan as restrictive for select using (actor_works() or person_id = actor_person());
create policy plan_need_for_workers on plan_need as restrictive for select using (actor_works() or person_id = actor_person());
create policy plan_goal_for_workers on plan_goal as restrictive for select using (actor_works() or person_id = actor_person());
create policy plan_action_for_workers on plan_action as restrictive for select using (actor_works() or person_id = actor_person());
create policy payment_for_workers on payment as restrictive for select using (actor_works() or person_id = actor_person());
create policy review_for_workers on review as restrictive for select using (actor_works() or person_id = actor_person());
