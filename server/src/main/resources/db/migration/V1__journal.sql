-- The journal, the ledger's index and the jobs. Runs as liuhen_owner; the roles themselves are made before (DatabaseRoles).
-- Append-only is kept by privileges: the server's own user can insert and select here, nothing else.

-- Tables of later migrations are projections and working tables unless they say otherwise.
alter default privileges in schema public grant select, insert, update, delete, truncate on tables to liuhen_app;
alter default privileges in schema public grant usage, select on sequences to liuhen_app;
alter default privileges in schema public grant select on tables to liuhen_reader;

-- leaf: the very bytes that the ledger hashes; the other columns repeat what stands in them, to be found by.
create table event (
    position     bigint generated always as identity primary key,
    agency       text           not null,
    stream       uuid           not null,
    version      bigint         not null check (version > 0),
    type         text           not null,
    type_version int            not null,
    recorded_at  timestamptz(3) not null,
    leaf         bytea          not null,
    unique (stream, version)
);
create index event_agency_position on event (agency, position);

-- Names and actors stand in payloads only. A row leaves by liuhen_eraser alone, after the event PayloadDestroyed.
-- No foreign keys here and in ledger_entry: each would lock, and so write, the event's row again. Events are never deleted.
create table payload (
    event  bigint primary key,
    agency text  not null,
    salt   bytea not null check (octet_length(salt) = 32),
    bytes  bytea not null check (octet_length(bytes) <= 49152)
);

-- Which payloads an event PayloadDestroyed has condemned.
create table payload_condemned (
    event  bigint primary key references event,
    agency text   not null,
    by     bigint not null references event
);

-- A command is carried out once; events are what it did, in order.
create table command (
    agency  text     not null,
    command uuid     not null,
    events  bigint[] not null,
    primary key (agency, command)
);

-- The place of each event in its agency's Merkle log. The two keys are the compare-and-set of the sequencer.
create table ledger_entry (
    agency     text   not null,
    leaf_index bigint not null check (leaf_index >= 0),
    event      bigint not null unique,
    primary key (agency, leaf_index)
);

-- Every signed checkpoint, as in ledger/<agency>/checkpoints.
create table checkpoint (
    agency    text        not null,
    tree_size bigint      not null check (tree_size >= 0),
    root      bytea       not null check (octet_length(root) = 32),
    note      bytea       not null,
    signed_at timestamptz not null,
    primary key (agency, tree_size)
);

revoke update, delete, truncate on event, payload, payload_condemned, command, ledger_entry, checkpoint from liuhen_app;
grant select on event, payload, payload_condemned to liuhen_eraser;
grant delete on payload to liuhen_eraser;

-- Rows of one agency a transaction: set local liuhen.agency = 'SQ'. '*' is for what serves all agencies: the sequencer, rebuild,
-- backup, and reading a stream by its id. Without the setting nothing is seen and nothing can be written.
do $$
declare t text;
begin
    foreach t in array array['event', 'payload', 'payload_condemned', 'command', 'ledger_entry', 'checkpoint'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using (current_setting('liuhen.agency', true) in (agency, '*'))
            with check (current_setting('liuhen.agency', true) in (agency, '*'))$p$, t);
    end loop;
end $$;
create policy only_condemned on payload as restrictive for delete
    using (exists (select from payload_condemned c where c.event = payload.event));

-- db-scheduler's table (its own description for PostgreSQL).
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
