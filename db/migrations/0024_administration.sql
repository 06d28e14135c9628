-- What an administrator sees to: organisations and their rules for signing in, teams, invitations,
-- duties with their dates, what single sign-on gives, what the council delegated, and a server's
-- addresses on the web. None of it opens a carer's record by itself; what would, for the
-- administrator's own account or across the whole authority, waits for a second administrator.

-- `domains` are the organisation's own e-mail domains: an invitation beyond them needs a second
-- administrator. Where sign_in_rule is 'sso' nobody comes in by password; where second_step is
-- 'proved' the organisation's sign-in must say that it asked for a second factor.
alter table organisation
  add column domains text[] not null default '{}',
  add column sign_in_rule text not null default 'either' check (sign_in_rule in ('either', 'sso')),
  add column second_step text not null default 'trusted' check (second_step in ('trusted', 'proved')),
  add column version integer not null default 1;

alter table account add column closed_on date;

-- Each duty has its own dates, so an account may have several rows at one organisation.
-- `rule_id` is the rule of single sign-on that gave the row; null where a person gave it.
alter table membership add column id uuid not null default gen_random_uuid(), add column rule_id uuid;
alter table membership drop constraint membership_pkey, add primary key (authority_id, id);
create index membership_of_account on membership (authority_id, account_id, organisation_id);
create index membership_of_organisation on membership (authority_id, organisation_id);

-- The last fence: an administrator's own account gets no duty that opens records or accounts from
-- their own hand, only from another's. Taking a duty away is always allowed.
create policy membership_not_own on membership as restrictive for insert with check (
  actor_holds('system') or account_id is distinct from actor_account()
  or not duties && '{referrer,adviser,assessor,key_worker,manager,council_practitioner,safeguarding_lead,administrator}'::text[]);
create policy membership_not_own_change on membership as restrictive for update using (true) with check (
  actor_holds('system') or account_id is distinct from actor_account() or until < current_date
  or not duties && '{referrer,adviser,assessor,key_worker,manager,council_practitioner,safeguarding_lead,administrator}'::text[]);

-- Makes a table of an administrator's: written by administrators, never deleted from, with history.
create procedure make_administration_table(target text, readable text) language plpgsql as $$
begin
  insert into record_table values (target, 'office', null);
  execute format('alter table %I enable row level security', target);
  execute format('create policy %I on %I for select using (authority_id = actor_authority() and (actor_holds(''administrator'', ''system'') or %s))',
    target || '_read', target, readable);
  execute format('create policy %I on %I for insert with check (authority_id = actor_authority() and actor_holds(''administrator'', ''system''))',
    target || '_add', target);
  execute format('create policy %I on %I for update using (authority_id = actor_authority() and actor_holds(''administrator'', ''system''))',
    target || '_change', target);
  execute format('grant select, insert, update on %I to alongside_app', target);
  execute format('create trigger keep_history after insert or update or delete on %I
    for each row execute function keep_history(%L, ''id'', '''')', target, target);
end $$;

create table team (
  authority_id integer not null,
  id uuid not null,
  organisation_id integer not null,
  name text not null,
  active boolean not null default true,
  primary key (authority_id, id),
  unique (authority_id, organisation_id, name),
  foreign key (authority_id, organisation_id) references organisation
);
call make_administration_table('team', 'actor_works()');

create table team_member (
  authority_id integer not null,
  id uuid not null,
  team_id uuid not null,
  account_id uuid not null,
  since date not null,
  until date,
  primary key (authority_id, id),
  foreign key (authority_id, team_id) references team,
  foreign key (authority_id, account_id) references account
);
create unique index team_member_once on team_member (authority_id, team_id, account_id) where until is null;
call make_administration_table('team_member', 'actor_works()');

-- Somebody asked to come in. Only the hash of the link's token is kept; a link sent again has another.
create table invitation (
  authority_id integer not null,
  id uuid not null,
  email text not null check (email = lower(email)),
  display_name text not null,
  organisation_id integer not null,
  duties text[] not null check (cardinality(duties) > 0),
  since date not null,
  until date,
  sign_in text not null check (sign_in in ('sso', 'password')),
  state text not null check (state in ('to_confirm', 'sent', 'accepted', 'withdrawn')),
  token_hash text,
  expires_at timestamptz,
  times_sent integer not null default 0,
  invited_by uuid not null,
  invited_at timestamptz not null default now(),
  confirmed_by uuid check (confirmed_by <> invited_by),
  account_id uuid,
  settled_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, organisation_id) references organisation,
  foreign key (authority_id, account_id) references account
);
create unique index invitation_open on invitation (authority_id, email) where state in ('to_confirm', 'sent');
create unique index invitation_token on invitation (authority_id, token_hash) where token_hash is not null;
call make_administration_table('invitation', 'false');

-- A duty that one administrator asks for and a second one gives.
create table duty_request (
  authority_id integer not null,
  id uuid not null,
  account_id uuid not null,
  organisation_id integer not null,
  duty text not null,
  since date not null,
  until date,
  state text not null default 'asked' check (state in ('asked', 'given', 'declined')),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  settled_by uuid,
  primary key (authority_id, id),
  check (state <> 'given' or settled_by <> asked_by),
  foreign key (authority_id, account_id) references account,
  foreign key (authority_id, organisation_id) references organisation
);
call make_administration_table('duty_request', 'false');

-- What single sign-on gives by itself: whoever the issuer vouches for with this claim, or with an
-- address of this domain, holds these duties at this organisation for as long as it is so.
create table sign_on_rule (
  authority_id integer not null,
  id uuid not null,
  issuer text not null,
  claim text not null,
  value text not null,
  organisation_id integer not null,
  duties text[] not null check (cardinality(duties) > 0),
  state text not null check (state in ('to_confirm', 'in_force', 'ended')),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  confirmed_by uuid check (confirmed_by <> asked_by),
  primary key (authority_id, id),
  foreign key (authority_id, organisation_id) references organisation
);
create unique index sign_on_rule_once on sign_on_rule (authority_id, issuer, claim, value, organisation_id)
  where state <> 'ended';
call make_administration_table('sign_on_rule', 'false');

-- What was done to an account where the row itself is gone or is secret: sessions ended, a second step reset.
create table account_event (
  authority_id integer not null,
  id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  what text not null,
  by_account uuid,
  primary key (authority_id, id),
  foreign key (authority_id, account_id) references account
);
create index account_event_of on account_event (authority_id, account_id, at desc);
call make_administration_table('account_event', 'account_id = actor_account()');

-- Care Act 2014 s.79: what the authority has let others do on its behalf, from when until when.
create table delegation (
  authority_id integer not null,
  id uuid not null,
  organisation_id integer not null,
  function text not null check (function in ('determination')),
  since date not null,
  until date check (until >= since),
  reason text not null,
  primary key (authority_id, id),
  foreign key (authority_id, organisation_id) references organisation
);
create index delegation_of on delegation (authority_id, function, since);
call make_administration_table('delegation', 'actor_works()');

insert into delegation (authority_id, id, organisation_id, function, since, reason)
  select a.id, gen_random_uuid(), o.id, 'determination', current_date, 'Set before delegations had dates'
    from authority a
    cross join lateral jsonb_array_elements_text(a.settings #> '{delegates,determination}') as d (organisation)
    join organisation o on o.authority_id = a.id and o.id = d.organisation::integer;
update authority set settings = settings #- '{delegates,determination}'
 where settings #> '{delegates,determination}' is not null;

-- An administrator may read what was changed in accounts and settings, and no other history.
create policy history_read_administration on history for select using (
  authority_id = actor_authority() and actor_holds('administrator')
  and table_name in ('organisation', 'account', 'membership', 'team', 'team_member', 'invitation',
                     'duty_request', 'sign_on_rule', 'account_event', 'delegation'));
create index history_of_administration on history (authority_id, id desc)
  where table_name in ('organisation', 'account', 'membership', 'team', 'team_member', 'invitation',
                       'duty_request', 'sign_on_rule', 'account_event', 'delegation');

-- The addresses on the web that lead to an authority's door. Whoever runs the server says so, not an
-- administrator, who might claim a neighbour's.
alter table authority add column hosts text[] not null default '{}';

create function set_authority_hosts(names text[]) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  taken text;
begin
  if not actor_holds('system') or actor_account() is not null then
    raise insufficient_privilege using message = 'only whoever runs the server sets its addresses';
  end if;
  select a.code into taken from authority a where a.id <> actor_authority() and a.hosts && names;
  if taken is not null then
    raise unique_violation using message = 'one of these addresses leads to ' || taken || ' already';
  end if;
  update authority set hosts = names where id = actor_authority();
end $$;
revoke execute on function set_authority_hosts from public;
grant execute on function set_authority_hosts to alongside_app;
