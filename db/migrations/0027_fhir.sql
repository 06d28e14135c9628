-- Other systems: each belongs to an organisation, shows who it is by a key of its own, and acts with
-- that organisation's rights and no more.

create table registered_system (
  authority_id integer not null references authority,
  id uuid not null,
  organisation_id integer not null,
  name text not null,
  -- What it may do here, of what its organisation may.
  duties text[] not null check (duties <@ '{referrer,adviser,council_practitioner}' and cardinality(duties) > 0),
  scopes text[] not null check (cardinality(scopes) > 0),
  -- Its public keys as a JWK set; the private ones never leave it.
  public_keys jsonb not null,
  registered_by uuid,
  registered_at timestamptz not null,
  ended_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, organisation_id) references organisation
);
alter table registered_system enable row level security;
create policy registered_system_read on registered_system for select
  using (authority_id = actor_authority() and actor_holds('administrator', 'system'));
create policy registered_system_add on registered_system for insert
  with check (authority_id = actor_authority() and actor_holds('administrator', 'system'));
create policy registered_system_change on registered_system for update
  using (authority_id = actor_authority() and actor_holds('administrator', 'system'));
grant select, insert, update on registered_system to alongside_app;
create trigger keep_history after insert or update on registered_system
  for each row execute function keep_history('registered_system', 'id', '');
insert into record_table values ('registered_system', 'office', null);

-- What systems come in with, for some minutes; only the hash is kept. And the signed assertions that
-- bought them, so that none buys twice.
create table system_token (
  token_hash text primary key,
  authority_id integer not null,
  system_id uuid not null,
  scopes text[] not null,
  expires_at timestamptz not null,
  foreign key (authority_id, system_id) references registered_system
);
create table system_assertion (
  system_id uuid not null,
  assertion_id text not null,
  expires_at timestamptz not null,
  primary key (system_id, assertion_id)
);
alter table system_token enable row level security;
alter table system_assertion enable row level security;

-- Nobody is known to act yet when a system shows its key or its token: these tell the little needed.
create function system_keys(of_system uuid) returns table (authority_id integer, scopes text[], public_keys jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.authority_id, s.scopes, s.public_keys from registered_system s
    join organisation o on o.authority_id = s.authority_id and o.id = s.organisation_id
   where s.id = of_system and s.ended_at is null and o.active
$$;

-- Gives a token for an assertion that was not seen before; false where it was.
create function give_system_token(
  of_hash text, of_system uuid, granted text[], until timestamptz,
  of_assertion text, assertion_until timestamptz, moment timestamptz)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from system_token where expires_at < moment;
  delete from system_assertion where expires_at < moment;
  insert into system_assertion values (of_system, of_assertion, assertion_until) on conflict do nothing;
  if not found then return false; end if;
  insert into system_token
    select of_hash, s.authority_id, s.id, granted, until from registered_system s
     where s.id = of_system and s.ended_at is null;
  return found;
end $$;

create function system_of_token(of_hash text, moment timestamptz)
  returns table (authority_id integer, authority_code text, system_id uuid, name text, organisation text,
                 organisation_id integer, duties text[], scopes text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.authority_id, a.code, s.id, s.name, o.name, s.organisation_id, s.duties, t.scopes
    from system_token t
    join registered_system s on s.authority_id = t.authority_id and s.id = t.system_id
    join organisation o on o.authority_id = s.authority_id and o.id = s.organisation_id
    join authority a on a.id = s.authority_id
   where t.token_hash = of_hash and t.expires_at > moment and s.ended_at is null and o.active
$$;
revoke all on function system_keys, give_system_token, system_of_token from public;
grant execute on function system_keys, give_system_token, system_of_token to alongside_app;

-- What came in from a system under the system's own name for it: the same sent twice is one.
create table received_resource (
  authority_id integer not null references authority,
  organisation_id integer not null,
  kind text not null check (kind in ('ServiceRequest')),
  identifier_system text not null,
  identifier_value text not null,
  resource_id uuid not null,
  received_at timestamptz not null,
  primary key (authority_id, organisation_id, kind, identifier_system, identifier_value),
  foreign key (authority_id, organisation_id) references organisation
);
create index received_resource_id on received_resource (authority_id, resource_id);
alter table received_resource enable row level security;
create policy received_resource_read on received_resource for select
  using (authority_id = actor_authority() and organisation_id = any (actor_organisations()));
create policy received_resource_add on received_resource for insert
  with check (authority_id = actor_authority() and organisation_id = any (actor_organisations()));
grant select, insert on received_resource to alongside_app;
create trigger keep_history after insert on received_resource
  for each row execute function keep_history('received_resource', 'resource_id', '');
insert into record_table values ('received_resource', 'office', null);

-- A partner asks for those who agreed with it, not for everybody.
create index agreement_organisation on agreement (authority_id, organisation_id, person_id);
