-- What the lists of recordings show. Follows from the journal; can be emptied and rebuilt.

create table known_device (
    agency          text not null,
    device          uuid not null,
    number          text not null,
    unit            text not null,
    officer         uuid,
    primary key (agency, device)
);
create index known_device_by_number on known_device (agency, number);

create table known_hand_in (
    agency          text not null,
    hand_in         uuid not null,
    device          uuid not null,
    primary key (agency, hand_in)
);

create table known_person (
    agency          text not null,
    person          uuid not null,
    name            text not null,
    primary key (agency, person)
);

create table recording (
    id              uuid primary key,
    agency          text not null,
    version         bigint not null,
    recorded_at     timestamptz(3) not null,
    name            text not null,
    path            text not null,
    size_bytes      bigint not null,
    sha256          text not null,
    device          text not null,            -- its number, and whose it was, on the day of the hand-in
    officer         uuid,
    unit            text,
    hand_in         uuid,
    probe           text not null default 'pending' check (probe in ('pending', 'done', 'failed')),
    kind            text not null default 'pending',
    started_at      timestamptz(3),
    ended_at        timestamptz(3),
    duration_millis bigint,
    has_gaps        boolean not null default false,
    keys            jsonb not null default '{}',
    classified      boolean not null default false,
    has_poster      boolean not null default false,
    words           text not null             -- what can be searched for, in lower case
);
create index recording_by_recorded on recording (agency, recorded_at, id);
create index recording_by_started on recording (agency, started_at desc nulls last, id desc);
create index recording_by_size on recording (agency, size_bytes, id);
create index recording_by_name on recording (agency, name, id);
create index recording_by_device on recording (agency, device, id);
create index recording_by_officer on recording (agency, officer, recorded_at, id);
create index recording_by_unit on recording (agency, unit, recorded_at, id);
create index recording_unclassified on recording (agency, recorded_at, id) where not classified;
create index recording_unprobed on recording (agency, probe) where probe <> 'done';

-- Chinese is searched by pairs of characters. The pairs carry their agency, so that the index serves one agency at a time; what they find is then
-- read from recording, where row-level security stands. (Under row-level security itself an index of pairs could not be used: its operator is not leakproof.)
create table recording_pairs (
    recording       uuid primary key,
    pairs           text[] not null
);
create index recording_pairs_gin on recording_pairs using gin (pairs);

create function pairs(agency text, words text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct agency || ' ' || substr(words, n, 2)), '{}') from generate_series(1, length(words) - 1) n
$$;

create table recording_copy (
    recording       uuid not null,
    agency          text not null,
    copy            text not null,
    sha256          text,                     -- absent when it could not be made
    size_bytes      bigint,
    media_type      text,
    primary key (recording, copy)
);

create table recording_viewing (
    viewing         uuid primary key,
    agency          text not null,
    recording       uuid not null,
    viewer          text not null,            -- id of the person
    ends_at         timestamptz(3) not null
);

do $$
declare t text;
begin
    foreach t in array array['known_device', 'known_hand_in', 'known_person', 'recording', 'recording_copy', 'recording_viewing'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using (current_setting('liuhen.agency', true) in (agency, '*'))
            with check (current_setting('liuhen.agency', true) in (agency, '*'))$p$, t);
    end loop;
end $$;
