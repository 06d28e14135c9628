-- Scored measures: the wording that a licensed organisation brought, and what each carer answered.

create table instrument_wording (
  authority_id integer not null references authority,
  id uuid not null,
  -- A file of data/instruments, by its version.
  instrument text not null,
  -- The words of each item, by its id.
  texts jsonb not null,
  holder text not null,
  licence text not null,
  imported_on date not null,
  imported_by uuid,
  imported_by_name text not null,
  primary key (authority_id, id)
);
create index instrument_wording_of on instrument_wording (authority_id, instrument, imported_on);
call make_record_table('instrument_wording', 'office');
revoke update, delete on instrument_wording from alongside_app;

create table instrument_reading (
  authority_id integer not null references authority,
  id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  instrument text not null,
  held_on date not null,
  mode text not null check (mode in ('alone', 'with_worker', 'worker_wrote')),
  present text,
  answers jsonb not null,
  -- As they were worked out on the day: a score keeps the rules that it was made with.
  scores jsonb not null,
  alerts jsonb not null default '[]',
  -- now | same_day; null where no answer raised an alert.
  urgency text check (urgency in ('now', 'same_day')),
  answered_on date,
  answered_words text,
  answered_by_name text,
  recorded_by uuid,
  recorded_by_name text not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  foreign key (authority_id, person_id) references person,
  check (answered_on is null or (urgency is not null and coalesce(answered_words, '') > ''))
);
create index instrument_reading_person on instrument_reading (authority_id, person_id, instrument, held_on);
create index instrument_reading_alert on instrument_reading (authority_id, held_on) where urgency is not null and answered_on is null;
call make_record_table('instrument_reading', 'assessment', 'person_id');
revoke delete on instrument_reading from alongside_app;

-- Whoever referred a carer never reads what they answered, whatever organisation they are of.
create policy instrument_reading_workers on instrument_reading as restrictive for select
  using (actor_works() or person_id = actor_person());

create function keep_reading() returns trigger language plpgsql as $$
begin
  if new.answers is distinct from old.answers or new.scores is distinct from old.scores
      or new.alerts is distinct from old.alerts or new.instrument is distinct from old.instrument
      or new.held_on is distinct from old.held_on or new.urgency is distinct from old.urgency
      or (old.answered_on is not null and new.answered_words is distinct from old.answered_words) then
    raise exception 'a reading cannot be changed: take another';
  end if;
  return new;
end $$;
create trigger keep_reading before update on instrument_reading for each row execute function keep_reading();
