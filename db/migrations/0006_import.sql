-- What came from previous systems, and who turned out to be one person.

-- One import: from the command line or from an upload, previewed and then stored.
create table import_run (
  authority_id integer not null references authority,
  id uuid not null,
  organisation_id integer not null,
  account_id uuid,
  -- uploaded: to be looked at; waiting: told to begin; done: stored, whole; refused: nothing could be taken.
  state text not null check (state in ('uploaded', 'waiting', 'running', 'done', 'refused')),
  asked_at timestamptz not null default now(),
  finished_at timestamptz,
  -- Of each file its name, what it holds, its headings and which column holds which field.
  files jsonb not null default '[]',
  row_count integer,
  taken_count integer,
  new_count integer,
  refused_count integer,
  joined_count integer,
  review_count integer,
  why text,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, organisation_id) references organisation
);
create index import_run_waiting on import_run (authority_id, asked_at) where state in ('waiting', 'running');
call make_record_table('import_run', 'identity');

-- The job acts within one authority; this tells it in which an import waits.
create function authorities_with_imports() returns table (id integer, code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.code from authority a where exists (
    select from import_run r where r.authority_id = a.id and r.state in ('waiting', 'running'))
$$;
grant execute on function authorities_with_imports() to alongside_app;

-- How far it has come: written while the import's own transaction runs, so without history.
create table import_progress (
  authority_id integer not null,
  run_id uuid not null,
  percent integer not null check (percent between 0 and 100),
  doing text not null,
  readers integer[] not null default '{}',
  primary key (authority_id, run_id),
  foreign key (authority_id, run_id) references import_run on delete cascade
);

-- The files of an upload, until they are stored or thrown away. Their contents are kept in no history.
create table import_upload (
  authority_id integer not null,
  run_id uuid not null,
  name text not null,
  bytes bytea not null,
  readers integer[] not null default '{}',
  primary key (authority_id, run_id, name),
  foreign key (authority_id, run_id) references import_run on delete cascade
);
-- Who sees the run sees these.
alter table import_progress enable row level security;
alter table import_upload enable row level security;
create policy import_progress_all on import_progress for all using (authority_id = actor_authority()
  and (actor_holds('system') or actor_works() and readers && actor_organisations()));
create policy import_upload_all on import_upload for all using (authority_id = actor_authority()
  and (actor_holds('system') or actor_works() and readers && actor_organisations()));
grant select, insert, update, delete on import_progress, import_upload to alongside_app;
insert into record_table values ('import_progress', 'office', null), ('import_upload', 'office', null);

-- Rows that could not be taken, to be mended and sent again.
create table import_refusal (
  authority_id integer not null,
  id uuid not null,
  run_id uuid not null,
  file text not null,
  line integer not null,
  source_id text not null,
  reasons jsonb not null,
  cells text[] not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, run_id) references import_run on delete cascade
);
create index import_refusal_run on import_refusal (authority_id, run_id, file, line);
call make_record_table('import_refusal', 'identity');

-- Which column holds which field, as staff set it, for files with these headings.
create table import_mapping (
  authority_id integer not null references authority,
  id uuid not null,
  -- A digest of the file's headings in their order.
  headings_key text not null,
  kind text not null,
  -- Field to heading.
  headings jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, headings_key)
);
call make_record_table('import_mapping', 'office');

-- What a row said when it was last taken: the same row sent again changes nothing.
create table import_row (
  authority_id integer not null,
  source text not null,
  source_id text not null,
  -- A digest.
  said text not null,
  primary key (authority_id, source, source_id)
);
alter table import_row enable row level security;
create policy import_row_all on import_row for all
  using (authority_id = actor_authority() and actor_holds('system'))
  with check (authority_id = actor_authority() and actor_holds('system'));
grant select, insert, update, delete on import_row to alongside_app;
insert into record_table values ('import_row', 'office', null);

-- Two records found to be one person. Undone, it is kept and says so.
create table record_join (
  authority_id integer not null,
  id uuid not null,
  kept_id uuid not null,
  joined_id uuid not null,
  -- surely: by their score; decided: by somebody, here or before the move.
  how text not null check (how in ('surely', 'decided')),
  points integer,
  parts jsonb not null default '[]',
  joined_at timestamptz not null default now(),
  joined_by uuid,
  -- Rows that went over to the kept record, by table, and its blanks that were filled, by column.
  moved jsonb not null default '{}',
  filled jsonb not null default '{}',
  -- Rows that the joined record had in the previous system and does not have here, to be made if they are taken apart.
  left_out jsonb not null default '{}',
  undone_at timestamptz,
  undone_by uuid,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, kept_id) references person,
  foreign key (authority_id, joined_id) references person
);
create unique index record_join_once on record_join (authority_id, joined_id) where undone_at is null;
create index record_join_kept on record_join (authority_id, kept_id);
call make_record_table('record_join', 'identity', 'kept_id', own => false);

-- Two records that may be one person, and what somebody decided: "different" is never asked again.
create table likely_pair (
  authority_id integer not null,
  id uuid not null,
  -- The lesser id first.
  person_id uuid not null,
  other_id uuid not null,
  state text not null check (state in ('open', 'same', 'different')),
  points integer,
  parts jsonb not null default '[]',
  doubts text[] not null default '{}',
  found_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  decided_how text,
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, person_id, other_id),
  check (person_id < other_id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, other_id) references person
);
create index likely_pair_open on likely_pair (authority_id, points desc) where state = 'open';
create index likely_pair_other on likely_pair (authority_id, other_id);
call make_record_table('likely_pair', 'identity', 'person_id', own => false);
