-- What is said on site, by agency and version; why recordings were left out. Owners: server.agencies, server.recordings.activities.

create table phrase_guide (
    agency   text not null,
    number   integer not null,
    since    date not null,                            -- its first legal day
    person   uuid not null,
    recorded timestamptz(3) not null,
    primary key (agency, number)
);

create table phrase (
    agency   text not null,
    number   integer not null,                         -- of the guide's version
    place    integer not null,
    step     text not null,                            -- word of law/phrases.yaml
    acts     text[] not null,                          -- of law/items.yaml; none: all
    words    text not null,
    primary key (agency, number, place)
);

-- Who left out a recording on which ground, and when; an activity has one exemption, the newest.
create table activity_exemption (
    activity uuid primary key,
    agency   text not null,
    person   uuid not null,
    ground   text not null,
    at       timestamptz(3) not null
);
create index activity_exemption_by_person on activity_exemption (agency, person, ground, at);

alter table activity_exemption enable row level security;
alter table activity_exemption force row level security;
create policy of_agency on activity_exemption as permissive for all
    using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
    with check ((select current_setting('liuhen.agency', true)) in (agency, '*'));

-- Which kind of secret kept it from being recorded; it and its recordings are shown to those whom it concerns.
alter table activity add column secret text;
