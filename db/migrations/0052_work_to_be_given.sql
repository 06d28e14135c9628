-- Who is to decide on an assessment, and who is to send a decision, where a manager gave that to
-- somebody else than who assessed or decided. Neither says who did it.
alter table assessment add column decider_id uuid;
alter table determination add column sender_id uuid;
