-- Money for carers after it is agreed (Care Act 2014 s.26, s.31 to s.33): on which terms, from which day,
-- into whose account, in which run, for what it was used, what came back.

-- The first and last day of a payment; without a first day one that goes on is in no run.
alter table payment add column starts_on date, add column ends_on date,
  add constraint payment_ends check (ends_on is null or starts_on is not null and ends_on >= starts_on);

-- The conditions of section 31 or 32, each as it was found, and who looks after the money. A changed
-- agreement is a further row; the latest holds.
create table payment_agreement (
  authority_id integer not null references authority,
  id uuid not null,
  payment_id uuid not null,
  person_id uuid not null,
  way text not null check (way in ('own', 'nominee', 'authorised')),
  who text,
  relationship text,
  -- { id: { met, reason } } for each condition of the way.
  conditions jsonb not null,
  met boolean not null,
  -- What the money may be used for and what the carer keeps and tells.
  terms text,
  signed_on date,
  signed_by text,
  recorded_by uuid,
  recorded_by_name text not null,
  recorded_on date not null,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, payment_id) references payment,
  foreign key (authority_id, person_id) references person,
  check (way = 'own' or who is not null),
  check (not met or signed_on is not null and signed_by is not null)
);
create index payment_agreement_payment on payment_agreement (authority_id, payment_id, id);
create index payment_agreement_person on payment_agreement (authority_id, person_id);
call make_record_table('payment_agreement', 'support', 'person_id');
revoke update, delete on payment_agreement from alongside_app;
grant update (person_id, readers) on payment_agreement to alongside_app;
create policy payment_agreement_for_workers on payment_agreement as restrictive for select
  using (actor_works() or person_id = actor_person());

-- Who is paid: the name on an account and its last two figures, for those who work with the carer.
create table payee (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  account_name text not null check (btrim(account_name) <> ''),
  ends_with text not null check (ends_with ~ '^[0-9]{2}$'),
  given_on date not null,
  given_how text not null check (given_how in ('in_person', 'telephone', 'in_writing')),
  recorded_by uuid,
  recorded_by_name text not null,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person
);
create index payee_person on payee (authority_id, person_id, id);
call make_record_table('payee', 'support', 'person_id');
revoke update, delete on payee from alongside_app;
grant update (person_id, readers) on payee to alongside_app;
create policy payee_for_workers on payee as restrictive for select using (actor_works() or person_id = actor_person());

-- The account itself, apart from the record: only who pays reads it, nobody changes it, and as it is
-- never changed its figures stand in no history. New details are a new payee with a new account.
create table payee_account (
  authority_id integer not null,
  payee_id uuid not null,
  organisation_id integer not null,
  sort_code text not null check (sort_code ~ '^[0-9]{6}$'),
  account_number text not null check (account_number ~ '^[0-9]{8}$'),
  primary key (authority_id, payee_id),
  foreign key (authority_id, payee_id) references payee on delete cascade,
  foreign key (authority_id, organisation_id) references organisation
);
alter table payee_account enable row level security;
create policy payee_account_read on payee_account for select using (
  authority_id = actor_authority()
  and (actor_holds('council_practitioner') or actor_holds('manager') and organisation_id = any (actor_organisations())));
create policy payee_account_add on payee_account for insert with check (
  authority_id = actor_authority()
  and (actor_holds('council_practitioner') or actor_works() and organisation_id = any (actor_organisations())));
grant select, insert on payee_account to alongside_app;

-- A run gathers what is due, is approved, makes its file, is sent. Null organisation: the whole authority.
create table payment_run (
  authority_id integer not null references authority,
  id uuid not null,
  reference text not null,
  organisation_id integer,
  up_to date not null,
  pay_on date not null,
  state text not null check (state in ('gathering', 'gathered', 'approved', 'sending', 'sent', 'given_up')),
  -- The last payment that was looked at, so that a run that was stopped goes on from there.
  gathered_to uuid,
  lines integer,
  sum_pence bigint,
  file_hash text,
  begun_by uuid not null,
  begun_by_name text not null,
  begun_at timestamptz not null default clock_timestamp(),
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  sent_by uuid,
  sent_by_name text,
  sent_at timestamptz,
  version integer not null default 1,
  primary key (authority_id, id),
  unique (authority_id, reference),
  foreign key (authority_id, organisation_id) references organisation,
  check (state not in ('approved', 'sending', 'sent')
    or lines > 0 and sum_pence > 0 and file_hash is not null and approved_by is not null and approved_at is not null),
  check (state <> 'sent' or sent_by is not null and sent_at is not null)
);
create index payment_run_begun on payment_run (authority_id, begun_at desc);
call make_record_table('payment_run', 'office');
revoke delete on payment_run from alongside_app;
create policy payment_run_for_payers on payment_run as restrictive for all using (
  actor_holds('council_practitioner') or actor_holds('manager') and organisation_id = any (actor_organisations()));
create trigger keep_settled before update on payment_run for each row when (old.state in ('approved', 'sending', 'sent'))
  execute function keep_settled('this payment run', 'reference', 'organisation_id', 'up_to', 'pay_on', 'lines',
    'sum_pence', 'file_hash', 'begun_by', 'approved_by', 'approved_at');

-- One going-out of money. A payment has each number once, whichever run or hand pays it: so nothing is
-- paid twice, however often and however many at once somebody tries.
create table payment_instalment (
  authority_id integer not null references authority,
  id uuid not null,
  payment_id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  number integer not null check (number > 0),
  due_on date not null,
  amount_pence integer not null check (amount_pence > 0),
  basis text not null check (basis in ('direct_payment', 'prevention_grant')),
  run_id uuid,
  payee_id uuid,
  paid_on date,
  withheld boolean generated always as (paid_on is null) stored,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, payment_id, number),
  foreign key (authority_id, payment_id) references payment,
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, run_id) references payment_run,
  foreign key (authority_id, payee_id) references payee,
  check ((run_id is null) = (payee_id is null)),
  check (run_id is not null or paid_on is not null)
);
create index payment_instalment_run on payment_instalment (authority_id, run_id, id) where run_id is not null;
create index payment_instalment_paid on payment_instalment (authority_id, paid_on) where paid_on is not null;
create index payment_instalment_person on payment_instalment (authority_id, person_id);
call make_record_table('payment_instalment', 'support', 'person_id');
-- Who pays sees every line of their organisation's runs, so that a sum is never short of one.
create policy payment_instalment_for_payers on payment_instalment for select using (
  authority_id = actor_authority() and actor_holds('manager') and organisation_id = any (actor_organisations()));
create policy payment_instalment_change_for_payers on payment_instalment for update using (
  authority_id = actor_authority() and actor_holds('manager') and organisation_id = any (actor_organisations()));
create policy payment_instalment_only_workers on payment_instalment as restrictive for select
  using (actor_works() or person_id = actor_person());
create policy payment_instalment_only_payers on payment_instalment as restrictive for insert
  with check (actor_holds('manager', 'council_practitioner'));
create trigger keep_settled before update on payment_instalment for each row when (old.paid_on is not null)
  execute function keep_settled('money that went out', 'payment_id', 'number', 'due_on', 'amount_pence', 'basis',
    'run_id', 'payee_id', 'paid_on');

-- Care Act s.31 and s.2: what meets an assessed eligible need goes out as a direct payment and nothing
-- else does. Carried over from a register, a payment has no plan by which to tell.
create function keep_bases_apart() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  of payment;
  meets boolean;
begin
  select * into of from payment p where p.authority_id = new.authority_id and p.id = new.payment_id;
  if of.basis <> new.basis or of.amount_pence <> new.amount_pence or of.person_id <> new.person_id then
    raise exception 'an instalment is of the same person, amount and kind as its payment';
  end if;
  if of.plan_id is null and (of.basis = 'prevention_grant' or of.previous_ref is not null) then return new; end if;
  meets := exists (
    select from plan_need n join plan pl on pl.authority_id = n.authority_id and pl.id = n.plan_id
     where n.authority_id = of.authority_id and n.plan_id = of.plan_id and n.id = any (of.need_ids)
       and (pl.kind <> 'adult_carer' or n.eligible));
  if meets and of.basis = 'prevention_grant' then
    raise exception 'what meets an eligible need is a direct payment, not a prevention grant';
  elsif not meets and of.basis = 'direct_payment' then
    raise exception 'a direct payment meets an assessed eligible need';
  end if;
  return new;
end $$;
create trigger keep_bases_apart before insert on payment_instalment
  for each row execute function keep_bases_apart();

-- What was paid stays in the record as long as the person does.
create policy payment_instalment_paid_stays on payment_instalment as restrictive for delete using (paid_on is null);

-- Once a run is approved its lines stay; until then one may be taken out again. The lock makes who
-- takes one out and who approves wait for each other.
create function keep_approved_lines() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  of_run text;
begin
  if tg_op = 'INSERT' then
    select state into of_run from payment_run r where r.authority_id = new.authority_id and r.id = new.run_id for share;
    if of_run <> 'gathering' then
      raise exception 'lines are added only while a payment run is gathered';
    end if;
    return new;
  end if;
  select state into of_run from payment_run r where r.authority_id = old.authority_id and r.id = old.run_id for share;
  if old.paid_on is null and of_run in ('approved', 'sending') then
    raise exception 'the lines of an approved payment run cannot be taken out';
  end if;
  return old;
end $$;
create trigger keep_approved_lines before insert or delete on payment_instalment
  for each row execute function keep_approved_lines();

-- What the money was used for, with its receipts: the monitoring return of a direct payment.
create table payment_return (
  authority_id integer not null references authority,
  id uuid not null,
  payment_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  to_on date not null,
  spent_pence integer not null check (spent_pence >= 0),
  used_for text not null check (btrim(used_for) <> ''),
  without_receipts text,
  recorded_by uuid,
  recorded_by_name text not null,
  recorded_on date not null,
  looked_at_by uuid,
  looked_at_by_name text,
  looked_at_on date,
  finding text check (finding in ('in_order', 'query')),
  finding_words text,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, payment_id) references payment,
  foreign key (authority_id, person_id) references person,
  check (to_on >= from_on),
  check ((finding is null) = (looked_at_on is null)),
  check (finding is distinct from 'query' or finding_words is not null)
);
create index payment_return_payment on payment_return (authority_id, payment_id, from_on);
create index payment_return_person on payment_return (authority_id, person_id);
call make_record_table('payment_return', 'support', 'person_id');
revoke delete on payment_return from alongside_app;
create policy payment_return_for_workers on payment_return as restrictive for select
  using (actor_works() or person_id = actor_person());

create table payment_receipt (
  authority_id integer not null references authority,
  id uuid not null,
  return_id uuid not null,
  person_id uuid not null,
  name text not null,
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  size integer not null check (size between 1 and 5242880),
  hash text not null,
  bytes bytea not null,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, return_id, hash),
  foreign key (authority_id, return_id) references payment_return,
  foreign key (authority_id, person_id) references person
);
create index payment_receipt_person on payment_receipt (authority_id, person_id);
call make_record_table('payment_receipt', 'support', 'person_id');
revoke update, delete on payment_receipt from alongside_app;
grant update (person_id, readers) on payment_receipt to alongside_app;
create policy payment_receipt_for_workers on payment_receipt as restrictive for select
  using (actor_works() or person_id = actor_person());

-- Money to come back (s.33): asked for, repaid, written off; nothing in it is ever changed.
create table payment_recovery (
  authority_id integer not null references authority,
  id uuid not null,
  payment_id uuid not null,
  person_id uuid not null,
  step text not null check (step in ('asked', 'repaid', 'written_off')),
  amount_pence integer not null check (amount_pence > 0),
  taken_on date not null,
  reason text,
  recorded_by uuid,
  recorded_by_name text not null,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, payment_id) references payment,
  foreign key (authority_id, person_id) references person,
  check (step = 'repaid' or reason is not null and btrim(reason) <> '')
);
create index payment_recovery_payment on payment_recovery (authority_id, payment_id, id);
create index payment_recovery_person on payment_recovery (authority_id, person_id);
call make_record_table('payment_recovery', 'support', 'person_id');
revoke update, delete on payment_recovery from alongside_app;
grant update (person_id, readers) on payment_recovery to alongside_app;
create policy payment_recovery_for_workers on payment_recovery as restrictive for select
  using (actor_works() or person_id = actor_person());

-- What an organisation has for a year's direct payments and grants.
create table budget_line (
  authority_id integer not null references authority,
  id uuid not null,
  organisation_id integer not null,
  -- The year in which the financial year begins.
  year integer not null check (year between 2000 and 2100),
  basis text not null check (basis in ('direct_payment', 'prevention_grant')),
  amount_pence bigint not null check (amount_pence >= 0),
  set_by_name text not null,
  version integer not null default 1,
  primary key (authority_id, id),
  unique (authority_id, organisation_id, year, basis),
  foreign key (authority_id, organisation_id) references organisation
);
call make_record_table('budget_line', 'office');
revoke delete on budget_line from alongside_app;
create policy budget_line_for_payers on budget_line as restrictive for all using (
  actor_holds('council_practitioner') or actor_holds('manager') and organisation_id = any (actor_organisations()));
