-- The lines of a plan in full, the plan beside the one before it, and what carers say of how it went.

-- When support starts, when the line is looked at again, who pays, and the goal that it serves.
alter table plan_action add column starts_on date, add column review_on date,
  add column paid_by text check (paid_by in ('council', 'carer', 'cared_for', 'nhs', 'someone_else', 'free')),
  add column goal_id uuid,
  add constraint plan_action_reviewed_after_start check (review_on >= starts_on);

-- The line of the former number of the plan that this one goes on from.
alter table plan_need add column continues_id uuid;
alter table plan_goal add column continues_id uuid;
alter table plan_action add column continues_id uuid;

-- That the carer was sent the written review, and in which format.
alter table review add column sent_at timestamptz, add column sent_as text;

-- How often the carer can say the words of a goal, at one review: what they wrote at home before it
-- and what was written down in the talk stand beside each other.
create table review_answer (
  authority_id integer not null,
  id uuid not null,
  review_id uuid not null,
  goal_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('always', 'most_of_the_time', 'some_of_the_time', 'never')),
  answered_by text not null check (answered_by in ('carer', 'worker')),
  answered_on date not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, review_id, goal_id, answered_by),
  foreign key (authority_id, review_id) references review on delete cascade,
  foreign key (authority_id, goal_id) references plan_goal,
  foreign key (authority_id, person_id) references person
);
create index review_answer_goal on review_answer (authority_id, goal_id);
create index review_answer_person on review_answer (authority_id, person_id);
call make_record_table('review_answer', 'support', 'person_id');

-- How satisfied the carer is and whether they would recommend the support: said once a review.
create table review_feedback (
  authority_id integer not null,
  id uuid not null,
  review_id uuid not null,
  person_id uuid not null,
  organisation_id integer not null,
  satisfaction text check (satisfaction in ('very', 'quite', 'neither', 'not_very', 'not_at_all')),
  recommend text check (recommend in ('yes', 'perhaps', 'no')),
  words text,
  said_by text not null check (said_by in ('carer', 'worker')),
  said_on date not null,
  readers integer[] not null default '{}',
  primary key (authority_id, id),
  unique (authority_id, review_id),
  foreign key (authority_id, review_id) references review on delete cascade,
  foreign key (authority_id, person_id) references person,
  check (satisfaction is not null or recommend is not null or words is not null)
);
create index review_feedback_day on review_feedback (authority_id, said_on);
create index review_feedback_person on review_feedback (authority_id, person_id);
call make_record_table('review_feedback', 'support', 'person_id');

-- A surgery or school that refers never reads what a carer thinks of their support.
create policy review_answer_for_workers on review_answer as restrictive for select
  using (actor_works() or person_id = actor_person());
create policy review_feedback_for_workers on review_feedback as restrictive for select
  using (actor_works() or person_id = actor_person());

-- Figures of outcomes ask by the day on which a review was held.
create index review_held on review (authority_id, done_on) where done_on is not null;
