-- Money that comes back from the bank and is mended, agreements that are sent and agreed to, accounts
-- checked by the banks' own tables; and a payment run marked as paid in a few statements.

-- History by statement, for who changes many rows in one: the same lines as by row, whoever asks for
-- it, so that asking gives nobody anything. Deletes are kept by row everywhere.
create function by_statement() returns boolean language sql stable parallel safe
  return in_bulk() or coalesce(current_setting('alongside.history', true), '') = 'by statement';

-- The history of all rows that one statement changed. Says the same of each as `keep_history`.
-- Arguments: the table's name, its id column, its person column.
create function keep_updates() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set enable_nestloop = off as $$
declare
  changed text;
begin
  select string_agg(format('case when o.%1$I is distinct from n.%1$I then jsonb_build_object(%1$L, o.%1$I) else ''{}'' end',
           attname), ' || ' order by attnum)
    into changed from pg_attribute where attrelid = tg_relid and attnum > 0 and not attisdropped;
  if exists (select from was o where not exists (
       select from became n where n.authority_id = o.authority_id and n.id = o.id)) then
    raise exception 'the key of a record stays as it is';
  end if;
  execute format('insert into history (authority_id, table_name, row_id, person_id, action, before,
                                       account_id, request_id, reason, readers)
      select n.authority_id, $1, n.%1$I::text, n.%2$I, ''update'', k.before, $2, $3, $4, n.readers
        from was o join became n on n.authority_id = o.authority_id and n.%1$I = o.%1$I
       cross join lateral (select %3$s as before) k where k.before <> ''{}''', tg_argv[1], tg_argv[2], changed)
  using tg_argv[0], actor_account(),
    nullif(current_setting('alongside.request', true), ''),
    nullif(current_setting('alongside.reason', true), '');
  return null;
end $$;

do $$
declare
  target text;
begin
  foreach target in array array['payment', 'payment_instalment'] loop
    execute format('create or replace trigger keep_history after delete on %1$I
      for each row execute function keep_history(%1$L, ''id'', ''person_id'')', target);
    execute format('create trigger keep_update after update on %1$I
      for each row when (not by_statement()) execute function keep_history(%1$L, ''id'', ''person_id'')', target);
    execute format('create trigger keep_updates after update on %1$I
      referencing old table as was new table as became for each statement when (by_statement())
      execute function keep_updates(%1$L, ''id'', ''person_id'')', target);
    execute format('create or replace trigger keep_insert after insert on %1$I
      for each row when (not by_statement()) execute function %2$I()', target, 'keep_insert_of_' || target);
    execute format('create or replace trigger keep_inserts after insert on %1$I
      referencing new table as added for each statement when (by_statement())
      execute function keep_inserts(%1$L, ''id'', ''person_id'', ''readers'')', target);
  end loop;
end $$;

-- Asked only of rows in which something settled is changed, and then once a row.
create or replace function keep_settled() returns trigger language plpgsql as $$
declare
  was jsonb := to_jsonb(old);
  becomes jsonb := to_jsonb(new);
  kept text;
begin
  foreach kept in array tg_argv[1:] loop
    if was -> kept is distinct from becomes -> kept then
      raise exception '% is settled: its % cannot be changed', tg_argv[0], kept;
    end if;
  end loop;
  return new;
end $$;
create or replace trigger keep_settled before update on payment for each row when (old.state <> 'proposed'
    and (old.kind, old.basis, old.amount_pence, old.frequency, old.purpose, old.need_ids, old.proposed_on, old.proposed_by,
         old.agreed_on, old.agreed_by)
      is distinct from (new.kind, new.basis, new.amount_pence, new.frequency, new.purpose, new.need_ids, new.proposed_on,
                        new.proposed_by, new.agreed_on, new.agreed_by))
  execute function keep_settled('this payment', 'kind', 'basis', 'amount_pence', 'frequency', 'purpose', 'need_ids',
    'proposed_on', 'proposed_by', 'agreed_on', 'agreed_by');

-- A payment that the bank sent back. It stays as it was paid and says so; its number is free again.
alter table payment_instalment add column returned_on date,
  add constraint payment_instalment_returns check (returned_on is null or paid_on is not null and returned_on >= paid_on),
  drop constraint payment_instalment_authority_id_payment_id_number_key;
create unique index payment_instalment_once on payment_instalment (authority_id, payment_id, number)
  where returned_on is null;
create index payment_instalment_returned on payment_instalment (authority_id, payment_id) where returned_on is not null;
create or replace trigger keep_settled before update on payment_instalment for each row when (old.paid_on is not null
    and (old.payment_id, old.number, old.due_on, old.amount_pence, old.basis, old.run_id, old.payee_id, old.paid_on)
      is distinct from (new.payment_id, new.number, new.due_on, new.amount_pence, new.basis, new.run_id, new.payee_id,
                        new.paid_on))
  execute function keep_settled('money that went out', 'payment_id', 'number', 'due_on', 'amount_pence', 'basis',
    'run_id', 'payee_id', 'paid_on');
create trigger keep_returned before update on payment_instalment for each row
  when (old.returned_on is not null and old.returned_on is distinct from new.returned_on)
  execute function keep_settled('money that came back', 'returned_on');

-- The same as before, asked once of all that a statement adds.
drop trigger keep_bases_apart on payment_instalment;
create or replace function keep_bases_apart() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  wrong record;
begin
  select distinct (p.basis, p.amount_pence, p.person_id) is distinct from (n.basis, n.amount_pence, n.person_id) as another,
         p.basis into wrong
    from added n
    join payment p on p.authority_id = n.authority_id and p.id = n.payment_id
   where (p.basis, p.amount_pence, p.person_id) is distinct from (n.basis, n.amount_pence, n.person_id)
      or not (p.plan_id is null and (p.basis = 'prevention_grant' or p.previous_ref is not null))
         and (p.basis = 'direct_payment') is distinct from exists (
           select from plan_need d join plan l on l.authority_id = d.authority_id and l.id = d.plan_id
            where d.authority_id = p.authority_id and d.plan_id = p.plan_id and d.id = any (p.need_ids)
              and (l.kind <> 'adult_carer' or d.eligible))
   order by another desc limit 1;
  if not found then return null; end if;
  if wrong.another then
    raise exception 'an instalment is of the same person, amount and kind as its payment';
  elsif wrong.basis = 'prevention_grant' then
    raise exception 'what meets an eligible need is a direct payment, not a prevention grant';
  end if;
  raise exception 'a direct payment meets an assessed eligible need';
end $$;
create trigger keep_bases_apart after insert on payment_instalment
  referencing new table as added for each statement execute function keep_bases_apart();

drop trigger keep_approved_lines on payment_instalment;
create function keep_added_lines() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  run record;
begin
  for run in select r.state from payment_run r
      where (r.authority_id, r.id) in (select authority_id, run_id from added) for share loop
    if run.state <> 'gathering' then
      raise exception 'lines are added only while a payment run is gathered';
    end if;
  end loop;
  return null;
end $$;
create trigger keep_added_lines after insert on payment_instalment
  referencing new table as added for each statement execute function keep_added_lines();
create trigger keep_approved_lines before delete on payment_instalment
  for each row execute function keep_approved_lines();

-- The house reads runs to tell which line a bank's answer is about; there are no accounts in them.
drop policy payment_run_for_payers on payment_run;
create policy payment_run_for_payers on payment_run as restrictive for all using (
  actor_holds('system', 'council_practitioner') or actor_holds('manager') and organisation_id = any (actor_organisations()));

-- A file of returned payments as it was read: what was taken, and each line that was not, with why.
create table bank_return_file (
  authority_id integer not null references authority,
  id uuid not null,
  organisation_id integer,
  hash text not null,
  name text not null,
  lines integer not null,
  taken integer not null,
  sum_pence bigint not null,
  -- [{ line, reference, why }]
  refused jsonb not null,
  read_on date not null,
  read_by_name text not null,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, organisation_id) references organisation
);
create unique index bank_return_file_once on bank_return_file (authority_id, coalesce(organisation_id, 0), hash);
call make_record_table('bank_return_file', 'office');
revoke update, delete on bank_return_file from alongside_app;
create policy bank_return_file_for_payers on bank_return_file as restrictive for all using (
  actor_holds('system', 'council_practitioner') or actor_holds('manager') and organisation_id = any (actor_organisations()));

-- One payment that came back, once, and what was then done: paid again or given up.
create table bank_return (
  authority_id integer not null references authority,
  id uuid not null,
  file_id uuid not null,
  instalment_id uuid not null,
  payment_id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  amount_pence integer not null check (amount_pence > 0),
  reason_code text not null,
  returned_on date not null,
  settled text check (settled in ('again', 'cancelled')),
  settled_on date,
  settled_by uuid,
  settled_by_name text,
  settled_words text,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, instalment_id),
  foreign key (authority_id, file_id) references bank_return_file,
  foreign key (authority_id, instalment_id) references payment_instalment,
  foreign key (authority_id, payment_id) references payment,
  foreign key (authority_id, person_id) references person,
  check ((settled is null) = (settled_on is null)),
  check (settled is distinct from 'cancelled' or settled_words is not null)
);
create index bank_return_payment on bank_return (authority_id, payment_id);
create index bank_return_person on bank_return (authority_id, person_id);
create index bank_return_waiting on bank_return (authority_id, organisation_id) where settled is null;
call make_record_table('bank_return', 'support', 'person_id');
revoke delete on bank_return from alongside_app;
create policy bank_return_for_workers on bank_return as restrictive for select
  using (actor_works() or person_id = actor_person());
create policy bank_return_for_payers on bank_return for select using (
  authority_id = actor_authority() and actor_holds('manager') and organisation_id = any (actor_organisations()));
create policy bank_return_add_for_payers on bank_return for insert with check (
  authority_id = actor_authority() and actor_holds('manager') and organisation_id = any (actor_organisations()));
create policy bank_return_only_payers on bank_return as restrictive for insert
  with check (actor_holds('system', 'manager', 'council_practitioner'));
create policy bank_return_change_by_payers on bank_return as restrictive for update
  using (actor_holds('system', 'manager', 'council_practitioner'));
create trigger keep_settled before update on bank_return for each row when (old.settled is not null)
  execute function keep_settled('what was done with money that came back', 'settled', 'settled_on', 'settled_by_name',
    'settled_words');

-- The tables by which the banks check an account against its sort code, as their publisher gives them out.
create table bank_check_table (
  authority_id integer not null references authority,
  id uuid not null,
  kind text not null check (kind in ('weights', 'substitutes')),
  body text not null,
  lines integer not null check (lines > 0),
  loaded_on date not null,
  loaded_by_name text not null,
  version integer not null default 1,
  primary key (authority_id, id)
);
call make_record_table('bank_check_table', 'office');
revoke update, delete on bank_check_table from alongside_app;
create policy bank_check_table_by_payers on bank_check_table as restrictive for insert
  with check (actor_holds('system', 'manager', 'council_practitioner'));

-- With many building societies the account is the society's own, and the roll number says whose money it is.
alter table payee_account add column roll_number text
  check (roll_number ~ '^[A-Z0-9][A-Z0-9/. -]{0,17}$');

-- An agreement may wait for the carer; agreed, it is kept in the words that were agreed.
alter table payment_agreement drop constraint payment_agreement_check1,
  add column agreed_how text check (agreed_how in ('in_person', 'telephone', 'in_writing', 'online')),
  add column document jsonb,
  add constraint payment_agreement_signed check ((signed_on is null) = (signed_by is null) and (met or signed_on is null));

create table payment_agreement_copy (
  authority_id integer not null references authority,
  id uuid not null,
  agreement_id uuid not null,
  payment_id uuid not null,
  person_id uuid not null,
  way text not null check (way in ('email', 'letter', 'by_hand')),
  format text not null,
  sent_on date not null,
  sent_by_name text not null,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, agreement_id) references payment_agreement,
  foreign key (authority_id, payment_id) references payment,
  foreign key (authority_id, person_id) references person
);
create index payment_agreement_copy_agreement on payment_agreement_copy (authority_id, agreement_id);
create index payment_agreement_copy_person on payment_agreement_copy (authority_id, person_id);
call make_record_table('payment_agreement_copy', 'support', 'person_id');
revoke update, delete on payment_agreement_copy from alongside_app;
grant update (person_id, readers) on payment_agreement_copy to alongside_app;
create policy payment_agreement_copy_for_workers on payment_agreement_copy as restrictive for select
  using (actor_works() or person_id = actor_person());
