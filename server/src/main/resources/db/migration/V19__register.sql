-- The grown register: certificates with validity, deputies and ended roles, entrusted bodies, custodians, adopted profiles. Owner: server.agencies.
-- entry: version of the event in the agency's stream; of several, the greatest counts.

-- A role may be held twice at once, as one's own and as a deputy.
alter table role_granted drop constraint role_granted_pkey;
alter table role_granted add column deputy_for uuid;
create index role_granted_by_person on role_granted (person, role);

create table certificate (
    agency text not null,
    entry  bigint not null,
    person uuid not null,
    number text not null,
    since  date not null,
    until  date not null,
    primary key (agency, entry)
);
create index certificate_by_person on certificate (person, entry);

create table entrustment (
    agency   text not null,
    entry    bigint not null,
    unit     text not null,
    body     text not null,
    document text not null,
    since    date not null,
    until    date not null,
    primary key (agency, entry)
);

create table custodian (
    agency text not null,
    entry  bigint not null,
    unit   text not null,
    person uuid not null,
    kind   text not null,
    deputy uuid,
    since  date not null,
    until  date,
    primary key (agency, entry)
);

create table profile_adopted (
    agency     text not null,
    entry      bigint not null,
    digest     text not null,
    since      date not null,
    activation date,
    person     uuid not null,
    recorded   timestamptz(3) not null,
    primary key (agency, entry)
);

create table profile_confirmed (
    agency text not null,
    entry  bigint not null,
    key    text not null,
    person uuid not null,
    day    date not null,
    primary key (agency, entry, key)
);
