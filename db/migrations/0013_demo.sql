-- Which demo steps have been taken, so that a start that was killed goes on where it stopped.
create table demo_step (
  room text primary key,
  loaded_at timestamptz not null default now()
);
grant select, insert on demo_step to alongside_app;
