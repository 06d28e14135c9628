-- Who may come in: the secrets by which people sign in, their sessions, and how often it was tried.
--
-- No row-level security here: these rows are read before anybody is known to act, by the hash of a
-- secret that only the asker holds, so there is no actor whom a policy could ask. The fence is the
-- schema: only alongside_app may enter it, no page or report selects from it, and what would let
-- anyone in is hashed (sessions, codes, passwords) or encrypted (second factor, recovery codes).
-- No history either: it would keep the secrets that a change was meant to end.
-- No foreign key to account: on a cluster accounts lie with their authority and these tables do not.

create schema auth;
revoke all on schema auth from public;
grant usage on schema auth to alongside_app;

-- One row for each account that has begun to sign in. The e-mail address stands in account alone:
-- here it is the account's id at a domain that cannot exist, so that two authorities may know one address.
create table auth."user" (
  id uuid primary key,
  authority_id integer not null references authority,
  name text not null default '',
  email text not null unique,
  email_verified boolean not null default true,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth.session (
  id uuid primary key,
  user_id uuid not null references auth."user" on delete cascade,
  -- SHA-256 of what the cookie carries: a copy of this table signs nobody in.
  token text not null unique,
  -- Whether all factors were given; a password alone only leads to setting up the second.
  complete boolean not null,
  expires_at timestamptz not null,
  idle_seconds integer not null,
  last_seen_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_of_user on auth.session (user_id);
create index session_expiry on auth.session (expires_at);

-- A password, hashed; named so because "account" is ours.
create table auth.credential (
  id uuid primary key,
  user_id uuid not null references auth."user" on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_user on auth.credential (user_id);

-- What was sent out and is waited for: codes, links, challenges. Names and values are hashed.
create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on auth.verification (identifier, created_at);
create index verification_expiry on auth.verification (expires_at);

create table auth.two_factor (
  id uuid primary key,
  user_id uuid not null unique references auth."user" on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

create table auth.passkey (
  id uuid primary key,
  user_id uuid not null references auth."user" on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkey_user on auth.passkey (user_id);

-- A single sign-on under way: taken by the first answer that names it, so none counts twice.
create table auth.single_sign_on (
  state_hash text primary key,
  authority_id integer not null references authority,
  nonce text not null,
  code_verifier text not null,
  return_to text,
  expires_at timestamptz not null
);

-- Each try to get in, under a keyed hash of who tried: an address on the network, an e-mail address,
-- an account. Shared by all processes.
create table auth.attempt (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null,
  at timestamptz not null
);
create index attempt_key on auth.attempt (kind, key, at desc);
create index attempt_at on auth.attempt (at);

grant select, insert, update, delete on all tables in schema auth to alongside_app;

-- Counts one more try and gives null, or gives the moment from which the next one counts again.
-- The lock makes tries under one key wait for each other: a burst cannot slip past the count.
create function auth.count_attempt(of_kind text, of_key text, most integer, within interval, moment timestamptz)
  returns timestamptz language plpgsql as $$
declare
  full_since timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(of_kind || ' ' || of_key, 0));
  select a.at into full_since from auth.attempt a
   where a.kind = of_kind and a.key = of_key and a.at > moment - within
   order by a.at desc offset most - 1 limit 1;
  if full_since is not null then return full_since + within; end if;
  insert into auth.attempt (kind, key, at) values (of_kind, of_key, moment);
  return null;
end $$;

-- Whose session this is, with everything that makes an actor, in one call; nothing for a session that
-- is over or an account that was closed. As the owner, because before it answers nobody is known to act.
-- Seeing a session keeps it from idling out; written at most once a minute.
create function auth.session_holder(of_token text, moment timestamptz, today date)
  returns table (session_id uuid, complete boolean, authority_id integer, authority_code text,
                 account_id uuid, display_name text, email text, person_id uuid, sign_in text, memberships jsonb)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  update auth.session s set last_seen_at = moment
   where s.token = of_token and s.expires_at > moment
     and s.last_seen_at + make_interval(secs => s.idle_seconds) > moment
     and s.last_seen_at < moment - interval '1 minute';
  return query
    select s.id, s.complete, a.authority_id, y.code, a.id, a.display_name, a.email, a.person_id, a.sign_in,
           (select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'duties', m.duties)
                             order by m.organisation_id)
              from membership m
             where m.authority_id = a.authority_id and m.account_id = a.id
               and m.since <= today and (m.until is null or m.until >= today))
      from auth.session s
      join auth."user" u on u.id = s.user_id
      join account a on a.authority_id = u.authority_id and a.id = u.id
      join authority y on y.id = a.authority_id
     where s.token = of_token and s.expires_at > moment
       and s.last_seen_at + make_interval(secs => s.idle_seconds) > moment
       and a.active;
end $$;

-- How an account may sign in, for the gate that every new session passes; nothing for a closed account.
create function auth.way_in(of_account uuid)
  returns table (sign_in text, two_factor_enabled boolean)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.sign_in, u.two_factor_enabled
    from auth."user" u
    join account a on a.authority_id = u.authority_id and a.id = u.id
   where u.id = of_account and a.active;
end;

revoke execute on all functions in schema auth from public;
grant execute on all functions in schema auth to alongside_app;
