-- Whether a recording's file was looked through for its continuity. Follows from the journal, as the table does.
alter table recording add column examined boolean not null default false;
create index recording_unexamined on recording (recorded_at) where not examined and probe <> 'pending';

-- Looking through takes minutes: its jobs have a table and a thread of their own, so that no hand-in waits for them.
create table continuity_tasks (like scheduled_tasks including all);
