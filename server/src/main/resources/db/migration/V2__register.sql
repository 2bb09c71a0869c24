-- The register as tables: projections of the events of agencies and devices. Owner: server.agencies.

create table agency (
    code     text primary key,
    name     text not null,
    superior text,
    origin   text not null,
    stream   uuid not null unique
);

create table unit (
    agency text not null,
    code   text not null,
    name   text not null,
    kind   text not null,
    primary key (agency, code)
);

create table person (
    id          uuid primary key,
    agency      text not null,
    username    text not null unique,
    name        text not null,
    certificate text,
    unit        text
);
create index person_agency on person (agency);

-- until: the last legal day; open when null
create table role_granted (
    agency  text not null,
    person  uuid not null,
    role    text not null,
    since   date not null,
    until   date,
    primary key (person, role, since)
);

create table station (
    id     uuid primary key,
    agency text not null,
    number text not null,
    name   text not null,
    unit   text not null,
    unique (agency, number)
);

create table device (
    id      uuid primary key,
    agency  text not null,
    number  text not null,
    kind    text not null,
    unit    text not null,
    officer uuid,
    serial  text,
    model   text,
    unique (agency, number)
);
