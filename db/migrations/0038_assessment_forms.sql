-- What a carer wrote of their own assessment, at home; what was brought along and nobody confirmed
-- yet; and the questions that an authority added to a form.

create table assessment_own_words (
  authority_id integer not null references authority,
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  section text not null,
  -- By the name of the field, as in assessment_section: never written over by anybody else.
  answers jsonb not null default '{}',
  saved_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, assessment_id, section),
  foreign key (authority_id, assessment_id) references assessment,
  foreign key (authority_id, person_id) references person
);
call make_record_table('assessment_own_words', 'assessment', 'person_id');
revoke delete on assessment_own_words from alongside_app;
create policy assessment_own_words_workers on assessment_own_words as restrictive for select
  using (actor_works() or person_id = actor_person());

-- They may be written while the assessment is open, before it is begun too.
create function keep_own_words() returns trigger language plpgsql security definer as $$
begin
  if not exists (select from public.assessment a
      where a.authority_id = new.authority_id and a.id = new.assessment_id
        and a.person_id = new.person_id and a.state in ('asked', 'begun')) then
    raise exception 'the own words of an assessment that is not open cannot be changed';
  end if;
  return new;
end $$;
create trigger keep_own_words before insert or update of answers on assessment_own_words
  for each row execute function keep_own_words();

-- The fields of a section that were brought along and that nobody has gone through with the carer.
alter table assessment_section add column unconfirmed text[] not null default '{}';

-- A number is the whole of what stands added to a form from then on; the law's questions are not in
-- it, so none can be taken away.
create table assessment_addition (
  authority_id integer not null references authority,
  id uuid not null,
  form_version text not null,
  number integer not null check (number > 0),
  questions jsonb not null,
  added_on date not null,
  added_by uuid,
  added_by_name text not null,
  primary key (authority_id, id),
  unique (authority_id, form_version, number)
);
call make_record_table('assessment_addition', 'office');
revoke update, delete on assessment_addition from alongside_app;
-- A carer who writes at home answers them too.
create policy assessment_addition_all on assessment_addition for select
  using (authority_id = actor_authority() and actor_person() is not null);
