-- Decisions under the Children Act and before an eighteenth birthday, in the same row of numbers as the
-- adults' regulations; where the adult lives, once it is found out; and the second look at a decision.

-- The adults' test answers with eligible or not; every other kind answers its own law's questions.
alter table determination
  add column kind text not null default 'adult_carer'
    check (kind in ('adult_carer', 'parent_carer', 'young_carer', 'transition')),
  -- By the question's id: { answer, reason }.
  add column family_findings jsonb not null default '{}',
  add column family_steps jsonb,
  add column answer text,
  -- Who else has the written record, or why nobody does.
  add column copies_to text,
  -- Where the adult who needs care lives, found out after the decision: s.13(4)(b).
  add column established jsonb,
  add column established_on date,
  add column established_by_name text,
  -- A decision made anew after a second look, and who may not make or sign it: those of the first.
  add column second_look_id uuid,
  add column not_by uuid[] not null default '{}',
  drop constraint determination_reasoned,
  drop constraint determination_advised,
  add constraint determination_answer check (answer is null or case kind
    when 'adult_carer' then false
    when 'transition' then answer in ('likely', 'not_likely')
    else answer in ('support', 'no_needs', 'not_by_services', 'not_provided') end),
  add constraint determination_reasoned check (state = 'draft'
    or (decided_on is not null and decided_by_name is not null and decided_as is not null
        and case when kind = 'adult_carer' then steps is not null and eligible is not null
                 else family_steps is not null and answer is not null and eligible is null end)),
  -- Advice is owed with a no to an adult carer, and with every answer before an eighteenth birthday.
  add constraint determination_advised check (sent_at is null
    or (state = 'decided' and (coalesce(eligible, false) or kind in ('parent_carer', 'young_carer')
        or (coalesce(advice_reduce, '') > '' and coalesce(advice_prevent, '') > '')))),
  -- Their written record goes to others too, or somebody said why not.
  add constraint determination_copied check (sent_at is null or kind not in ('parent_carer', 'young_carer')
    or coalesce(copies_to, '') > ''),
  add constraint determination_established check ((established is null) = (established_on is null)
    and (established is null) = (established_by_name is null)),
  add constraint determination_by_others check (decided_by is null or decided_by <> all (not_by)),
  add constraint determination_signed_by_others check (countersigned_by is null or countersigned_by <> all (not_by));

create or replace function keep_decisions() returns trigger language plpgsql as $$
declare
  settled text[] := array['assessment_id', 'person_id', 'organisation_id', 'number', 'rules_version', 'findings', 'steps', 'eligible',
    'responsibility', 'decided_on', 'decided_by', 'decided_by_name', 'decided_by_role', 'decided_as',
    'kind', 'family_findings', 'family_steps', 'answer', 'second_look_id', 'not_by'];
  sent text[] := array['state', 'advice_reduce', 'advice_prevent', 'sent_at', 'sent_as', 'copies_to',
    'countersigned_on', 'countersigned_by', 'countersigned_by_name', 'returned_words'];
  kept text[] := case when old.state = 'draft' then '{}'
    when old.sent_at is null and old.state <> 'returned' then settled else settled || sent end;
  changed text;
begin
  if old.established is not null then
    kept := kept || array['established', 'established_on', 'established_by_name'];
  end if;
  select o.key into changed from jsonb_each(to_jsonb(old)) o
    where o.key = any (kept) and o.value is distinct from to_jsonb(new) -> o.key limit 1;
  if changed is not null then
    raise exception 'determination % is decided: its % cannot be changed, make a new one', old.id, changed;
  end if;
  return new;
end $$;

-- The carer asks for a decision to be looked at again. It is open until the answer has been sent.
create table second_look (
  authority_id integer not null references authority,
  id uuid not null,
  determination_id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  asked_on date not null,
  asked_how text not null check (asked_how in ('own_page', 'telephone', 'in_person', 'in_writing')),
  -- In the carer's words, where they said more than that they ask.
  asked_words text,
  taken_by uuid,
  taken_by_name text not null,
  due_on date not null,
  -- The promise under which it was asked: a line of data/law/second-look-targets.json.
  target_days integer not null check (target_days > 0),
  answer text check (answer in ('stands', 'changed')),
  answered_on date,
  answered_by uuid,
  answered_by_name text,
  answered_by_role text,
  reason text,
  -- The decision made anew where the answer is that it changes.
  new_determination_id uuid,
  sent_at timestamptz,
  sent_as text,
  copy_on date,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, determination_id) references determination,
  foreign key (authority_id, new_determination_id) references determination,
  foreign key (authority_id, person_id) references person,
  constraint second_look_reasoned check ((answer is null) = (answered_on is null)
    and (answer is null or (answered_by_name is not null and btrim(coalesce(reason, '')) > ''))),
  constraint second_look_changed check ((answer is not distinct from 'changed') = (new_determination_id is not null)),
  constraint second_look_sent check (sent_at is null or (answer is not null and copy_on is not null))
);
create unique index second_look_open on second_look (authority_id, determination_id) where sent_at is null;
create index second_look_person on second_look (authority_id, person_id);
create index second_look_due on second_look (authority_id, due_on) where sent_at is null;
call make_record_table('second_look', 'assessment', 'person_id');
revoke delete on second_look from alongside_app;
create policy second_look_workers on second_look as restrictive for select
  using (actor_works() or person_id = actor_person());
create trigger keep_asked before update on second_look for each row
  execute function keep_settled('a second look', 'determination_id', 'asked_on', 'asked_how', 'asked_words',
    'taken_by', 'taken_by_name', 'due_on', 'target_days');
create trigger keep_answered before update on second_look for each row when (old.answer is not null)
  execute function keep_settled('an answered second look', 'answer', 'answered_on', 'answered_by', 'answered_by_name',
    'answered_by_role', 'reason', 'new_determination_id');
create trigger keep_sent before update on second_look for each row when (old.sent_at is not null)
  execute function keep_settled('a second look that was sent', 'sent_at', 'sent_as', 'copy_on');

-- Somebody other than who decided looks, and only the latest decision that was sent can be looked at.
create function keep_second_look() returns trigger language plpgsql as $$
declare
  of determination;
begin
  select * into of from determination d where d.authority_id = new.authority_id and d.id = new.determination_id;
  if tg_op = 'INSERT' then
    if of.sent_at is null then
      raise exception 'a decision that was not sent cannot be looked at again';
    end if;
  elsif new.answered_by is not null and new.answered_by in (of.decided_by, of.countersigned_by) then
    raise exception 'somebody other than who decided looks at a decision again';
  end if;
  return new;
end $$;
create trigger keep_second_look before insert or update of answered_by on second_look
  for each row execute function keep_second_look();
