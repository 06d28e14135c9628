-- Groups, courses and young carers' sessions: what happened and who was there.

create table support_group (
  authority_id integer not null references authority,
  id uuid not null,
  organisation_id integer not null,
  name text not null,
  town text,
  meets text,
  active boolean not null default true,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, organisation_id, name),
  foreign key (authority_id, organisation_id) references organisation
);
call make_record_table('support_group', 'office');

create table attendance (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  -- course: a training session of adults; club, one_to_one and the rest: young carers' sessions.
  kind text not null check (kind in ('course', 'club', 'one_to_one', 'trip', 'school', 'other')),
  name text not null,
  held_on date not null,
  venue text,
  hours numeric(5, 2) check (hours >= 0),
  previous_ref text,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person
);
create index attendance_held on attendance (authority_id, kind, held_on);
create index attendance_person on attendance (authority_id, person_id);
create unique index attendance_previous on attendance (authority_id, previous_ref) where previous_ref is not null;
call make_record_table('attendance', 'support', 'person_id');
