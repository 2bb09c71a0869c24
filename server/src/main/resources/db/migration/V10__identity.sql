-- Who may come in. Not in the journal: none of this is evidence, and all of it may be forgotten. Usernames are unique in the installation, so that signing
-- in needs no agency; these tables therefore have no row-level security and are read by server.identity alone.

create table account (
    username        text primary key,
    agency          text not null,
    person          uuid not null,
    password        text,                  -- Argon2id with salt and parameters; absent until first use
    one_time_code   text,                  -- likewise
    one_time_until  timestamptz,
    unique (agency, person)
);

create table session (
    secret_sha256   bytea primary key,     -- of the cookie's value, which is nowhere else
    username        text not null references account,
    started_at      timestamptz not null,
    expires_at      timestamptz not null
);
create index session_by_end on session (expires_at);

create table station_token (
    secret_sha256   bytea primary key,
    agency          text not null,
    station         uuid not null,
    name            text not null,
    unit            text not null,
    issued_at       timestamptz not null,
    expires_at      timestamptz not null,
    revoked_at      timestamptz
);

-- Failures since the last success, for names that exist and for names that do not: the answer is the same.
create table sign_in_wait (
    username        text primary key,
    failures        integer not null,
    last_at         timestamptz not null,
    wait_until      timestamptz
);

create table sign_in (
    at              timestamptz not null,
    username        text not null,
    outcome         text not null check (outcome in ('success', 'failure', 'waiting', 'signed-out', 'first-use')),
    address         text not null
);
create index sign_in_by_time on sign_in (at);

grant select, insert, update, delete on account, session, station_token, sign_in_wait to liuhen_app;
grant select, insert on sign_in to liuhen_app; -- append-only
