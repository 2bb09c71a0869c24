-- Who answers for devices: what units have, what devices recorded beside their check-outs, purchases, faults and remarks. Owner: server.devices.

create table unit_equipment (
    id              uuid primary key,
    agency          text not null,
    version         bigint not null,
    unit            text not null,
    findings        integer not null default 0,       -- neither cleared nor accepted
    unique (agency, unit)
);

create table unit_finding (
    unit_id         uuid not null,
    agency          text not null,
    duty            text not null,
    subject         text not null,
    occurrence      text not null,
    article         text not null,
    severity        text not null,
    state           text not null,
    raised_at       timestamptz(3) not null,
    primary key (unit_id, duty, subject, occurrence)
);
create index unit_finding_by_article on unit_finding (agency, article);
create index unit_finding_open on unit_finding (agency, raised_at) where state not in ('cleared', 'accepted');

-- When each recording was made, as its file tells; one without a time cannot lie outside anything.
create table made_recording (
    recording       uuid primary key,
    agency          text not null,
    device          uuid not null,
    name            text not null,
    from_at         timestamptz(3),
    to_at           timestamptz(3),
    uncertain       bigint not null default 0,        -- milliseconds, either way
    accidental      boolean not null default false
);
create index made_recording_of_device on made_recording (agency, device, from_at);

-- How often something changed that the comparison of a device's recordings with its check-outs goes by.
create table use_change (
    device          uuid primary key,
    agency          text not null,
    changes         bigint not null
);
-- Up to which change they were compared. No projection.
create table use_compared (
    device          uuid primary key,
    agency          text not null,
    changes         bigint not null,
    not_before      timestamptz(3)                    -- put off until then
);

create table device_purchase (
    device          uuid primary key,
    agency          text not null,
    bought_on       date not null,
    order_number    text,
    price_yuan      text,
    purpose         text,
    standard        text,
    agreed          boolean,                          -- null: finance has not said anything
    opinion         text
);

-- What was wrong with devices, and what was remarked of them.
create table device_trouble (
    device          uuid not null,
    version         bigint not null,
    agency          text not null,
    what            text not null check (what in ('fault', 'repair', 'remark', 'return')),
    cause           text,                             -- of a fault; the condition of a return
    at              timestamptz(3) not null,
    told            text not null,
    person          uuid,                             -- who remarked it, or brought it back
    primary key (device, version)
);
create index device_trouble_by_agency on device_trouble (agency, what, at);

-- What is in the journal already is taken over by `liuhen rebuild`; the times of recordings are here.
insert into made_recording (recording, agency, device, name, from_at, to_at, uncertain)
    select f.recording, f.agency, f.device, r.name, r.started_at, coalesce(r.ended_at, r.started_at), coalesce(c.uncertain, 0)
    from hand_in_file f join recording r on r.id = f.recording left join recording_custody c on c.recording = f.recording
    where f.device is not null;

-- When the server heard each station last; kept to the minute. No projection.
create table station_contact (
    station         uuid primary key,
    agency          text not null,
    heard_at        timestamptz(3) not null
);

do $$
declare t text;
begin
    foreach t in array array['unit_equipment', 'unit_finding', 'made_recording', 'use_change', 'use_compared', 'device_purchase', 'device_trouble', 'station_contact'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
            with check ((select current_setting('liuhen.agency', true)) in (agency, '*'))$p$, t);
    end loop;
end $$;
