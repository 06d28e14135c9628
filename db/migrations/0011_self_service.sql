-- What visitors and carers do by themselves.

-- What a visitor has typed of a registration and not yet sent. A visitor has no account: whoever
-- knows the id, which is random through and through and stands in a cookie, goes on with it. Only the
-- house reads it, and it is deleted when it is sent or after some days. So it has no history, which
-- would keep for ever what somebody chose not to send.
create table visitor_draft (
  authority_id integer not null references authority,
  id uuid not null,
  way text not null check (way in ('adult', 'young')),
  answers jsonb not null default '{}',
  -- Known from the start, so that sending twice makes one referral.
  referral_id uuid not null,
  -- The referral's, once it is sent.
  reference text,
  changed_at timestamptz not null default now(),
  primary key (authority_id, id)
);
create index visitor_draft_changed on visitor_draft (authority_id, changed_at);
alter table visitor_draft enable row level security;
create policy visitor_draft_house on visitor_draft for all
  using (authority_id = actor_authority() and actor_holds('system'))
  with check (authority_id = actor_authority() and actor_holds('system'));
grant select, insert, update, delete on visitor_draft to alongside_app;

-- Drafts that nobody came back to, of all authorities at once: the one thing that is done to them unasked.
create function forget_visitor_drafts(after_days integer) returns bigint
  language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from visitor_draft where changed_at <= now() - make_interval(days => after_days) returning 1)
  select count(*) from gone
$$;
grant execute on function forget_visitor_drafts(integer) to alongside_app;

-- A carer's message to their worker is a contact like any other, written by the carer.
create policy contact_own_message on contact for insert with check (
  authority_id = actor_authority() and person_id = actor_person() and account_id = actor_account()
  and direction = 'in' and channel = 'web' and not withheld);

-- Who works with the carer who is signed in: their names, and nothing else of their accounts.
create function workers_of_own_record()
  returns table (organisation_id integer, worker_id uuid, worker_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.organisation_id, i.worker_id, a.display_name
    from involvement i
    left join account a on a.authority_id = i.authority_id and a.id = i.worker_id and a.active
   where i.authority_id = actor_authority() and i.person_id = actor_person() and i.until is null
     and i.kind <> 'cared_for'
   order by i.since
$$;
grant execute on function workers_of_own_record() to alongside_app;
