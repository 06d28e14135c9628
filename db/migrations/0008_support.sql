-- Support plans, their lines and goals, reviews and money.

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
  started_on date,
  agreed_on date,
  agreed_by text,
  agreed_how text,
  -- Personal budget under section 26: cost to the authority, what the person pays, and the balance.
  budget_pence integer,
  person_pays_pence integer,
  advice_reduce text,
  advice_prevent text,
  contingency jsonb not null default '{}',
  sent_at timestamptz,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, reference, number),
  foreign key (authority_id, person_id) references person
);
create index plan_person on plan (authority_id, person_id);
call make_record_table('plan', 'support', 'person_id');

create table plan_need (
  authority_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  position integer not null,
  need text not null,
  eligible boolean,
  outcome_id text,
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
  answer_before text,
  answer_after text,
  met boolean,
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
  -- For the carer, or for the person they look after (who must agree, Care Act s.20).
  target text not null default 'carer' check (target in ('carer', 'cared_for')),
  cared_for_agreed boolean,
  owner text not null,
  due_on date,
  done_on date,
  provider text,
  cost_pence integer,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plan,
  foreign key (authority_id, person_id) references person
);
create index plan_action_plan on plan_action (authority_id, plan_id, position);
call make_record_table('plan_action', 'support', 'person_id');

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
  purpose text not null,
  state text not null check (state in ('proposed', 'agreed', 'paid', 'cancelled')),
  agreed_on date,
  agreed_by uuid,
  paid_on date,
  previous_ref text,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person
);
create index payment_person on payment (authority_id, person_id);
create index payment_paid on payment (authority_id, paid_on) where state = 'paid';
create unique index payment_previous on payment (authority_id, previous_ref) where previous_ref is not null;
call make_record_table('payment', 'support', 'person_id');

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
  done_on date,
  words jsonb not null default '{}',
  outcome text,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plan,
  foreign key (authority_id, person_id) references person
);
create index review_due on review (authority_id, reviewer_id, due_on) where done_on is null;
create index review_person on review (authority_id, person_id);
call make_record_table('review', 'support', 'person_id');
