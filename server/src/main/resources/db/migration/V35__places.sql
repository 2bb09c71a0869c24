-- Places with fixed devices, as lists show them. Follows from the journal; can be emptied and rebuilt.
create table place (
    id              uuid primary key,
    agency          text not null,
    version         bigint not null,
    kind            text not null,
    name            text not null,
    unit            text not null,
    hall            boolean not null,                 -- a window of the district's service hall
    in_use_from     date not null,
    closed_on       date,                             -- the last day on which it is used
    checked_to      date,                             -- the last day of which somebody said whether its record is there
    findings        integer not null default 0,       -- neither cleared nor accepted
    changed_at      timestamptz(3) not null
);
create index place_by_agency on place (agency, name);

-- What stands, or stood, in which place.
create table place_camera (
    place           uuid not null,
    version         bigint not null,                  -- of the event that began it
    agency          text not null,
    device          uuid not null,
    since           timestamptz(3) not null,
    until           timestamptz(3),
    primary key (place, version)
);
create index place_camera_by_device on place_camera (agency, device);

create table place_finding (
    place           uuid not null,
    agency          text not null,
    duty            text not null,
    subject         text not null,
    occurrence      text not null,
    article         text not null,
    severity        text not null,
    state           text not null,
    raised_at       timestamptz(3) not null,
    primary key (place, duty, subject, occurrence)
);
create index place_finding_by_article on place_finding (agency, article);
create index place_finding_open on place_finding (agency, raised_at) where state not in ('cleared', 'accepted');

-- What a unit's work needs of its devices, and what they can do.
create table special_need (
    id              uuid primary key,
    agency          text not null,
    version         bigint not null,
    unit            text not null,
    needs           text[] not null,
    held            text[] not null default '{}',     -- as counted last
    findings        integer not null default 0        -- neither cleared nor accepted
);
create index special_need_by_unit on special_need (agency, unit);

create table special_need_finding (
    special_need    uuid not null,
    agency          text not null,
    duty            text not null,
    subject         text not null,
    occurrence      text not null,
    article         text not null,
    severity        text not null,
    state           text not null,
    raised_at       timestamptz(3) not null,
    primary key (special_need, duty, subject, occurrence)
);
create index special_need_finding_by_article on special_need_finding (agency, article);
create index special_need_finding_open on special_need_finding (agency, raised_at) where state not in ('cleared', 'accepted');

do $$
declare t text;
begin
    foreach t in array array['place', 'place_camera', 'place_finding', 'special_need', 'special_need_finding'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
            with check ((select current_setting('liuhen.agency', true)) in (agency, '*'))$p$, t);
    end loop;
end $$;
