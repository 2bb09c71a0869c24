-- Unfinished uploads, and finished ones for as long as a client may still ask what became of them. Working data, not evidence.
create table upload (
    id              uuid primary key,
    agency          text not null,
    creator         text not null,           -- id of the person or station; nobody else may go on with it
    creator_kind    text not null,
    creator_name    text not null,
    creator_role    text not null,
    key             uuid,                    -- the client's: creating twice gives the same upload
    recording       uuid not null,           -- the id that the recording will have, chosen now so that finishing twice is finishing once
    device          uuid not null,
    hand_in         uuid,
    name            text not null,
    name_bytes      bytea not null,
    path            text not null,
    modified_at     timestamptz(3),
    clock_at        timestamptz(3),
    clock_offset    bigint,                  -- milliseconds
    clock_uncertain bigint,
    claimed_sha256  text,
    size_bytes      bigint not null check (size_bytes >= 0),
    state           text not null check (state in ('open', 'finished', 'refused')),
    sha256          text,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    unique (agency, creator, key)
);
create index upload_by_end on upload (expires_at);
create index upload_open on upload (agency, creator) where state = 'open';
alter table upload enable row level security;
alter table upload force row level security;
create policy of_agency on upload as permissive for all
    using (current_setting('liuhen.agency', true) in (agency, '*'))
    with check (current_setting('liuhen.agency', true) in (agency, '*'));
