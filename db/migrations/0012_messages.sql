-- The outbox: what is to be said to somebody, written in the same transaction as what it tells of.

create table message (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid,
  account_id uuid,
  channel text not null check (channel in ('email', 'text', 'letter')),
  -- sign_in messages carry secrets and are read by nobody but the house.
  purpose text not null check (purpose in ('sign_in', 'receipt', 'decision', 'plan', 'reminder', 'conversation', 'office')),
  recipient text not null,
  subject text,
  body text not null,
  created_at timestamptz not null default now(),
  -- queued, sending, sent; failed after its tries; unsure where the house stopped while sending
  -- (it is not sent again unasked, because it may have gone); kept where nothing is set up to send.
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'unsure', 'kept', 'stopped')),
  tries integer not null default 0,
  next_try_at timestamptz not null default now(),
  claimed_at timestamptz,
  sent_at timestamptz,
  fault text,
  withheld boolean not null default false,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person
);
create index message_waiting on message (authority_id, next_try_at) where state = 'queued';
create index message_person on message (authority_id, person_id, created_at desc) where person_id is not null;
call make_record_table('message', 'support', 'person_id');
create policy message_add_anyone on message for insert with check (authority_id = actor_authority());

create table message_attachment (
  authority_id integer not null,
  id uuid not null,
  message_id uuid not null,
  person_id uuid,
  name text not null,
  type text not null,
  bytes bytea not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, message_id) references message,
  foreign key (authority_id, person_id) references person
);
create index message_attachment_message on message_attachment (authority_id, message_id);
call make_record_table('message_attachment', 'support', 'person_id');
create policy message_attachment_add_anyone on message_attachment for insert with check (authority_id = actor_authority());

-- A job acts within one authority; these tell it in which there is something to do.
create function authorities_with_messages() returns table (id integer, code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.code from authority a where exists (
    select from message m where m.authority_id = a.id
       and (m.state = 'queued' and m.next_try_at <= now()
            or m.state = 'sending' and m.claimed_at < now() - interval '10 minutes'))
$$;
grant execute on function authorities_with_messages() to alongside_app;
