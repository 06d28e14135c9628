-- What people write beside the figures of a year, kept with that year.
create table report_commentary (
  authority_id integer not null references authority,
  id uuid not null,
  report text not null check (report in ('annual')),
  year text not null check (year ~ '^\d{4}/\d{2}$'),
  part text not null,
  words text not null,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (authority_id, id),
  unique (authority_id, report, year, part)
);
call make_record_table('report_commentary', 'office');
