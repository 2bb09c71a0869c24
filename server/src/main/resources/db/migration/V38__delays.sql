-- What was said of each device before its recordings were handed in: why they come later (储存例外、不能入库的原因).
create table device_delay (
    device          uuid not null,
    version         bigint not null,
    agency          text not null,
    kind            text not null check (kind in ('exception', 'excuse')),
    ground          text not null,
    place           text,
    statement       text not null,
    expected_at     timestamptz(3),
    returned_at     timestamptz(3),
    evidence        text[] not null,
    by_person       uuid not null,
    stated_at       timestamptz(3),
    from_at         timestamptz(3) not null,
    until_at        timestamptz(3),                   -- null: the device is not back
    entered_at      timestamptz(3) not null,
    primary key (device, version)
);

-- Recordings with an exception of their own: when their device comes back they are told.
create table excepted_recording (
    recording       uuid primary key,
    agency          text not null
);

-- Up to which version of a device its recordings were told. No projection.
create table delays_told (
    device          uuid primary key,
    agency          text not null,
    version         bigint not null,
    not_before      timestamptz(3)                    -- put off until then
);

do $$
declare t text;
begin
    foreach t in array array['device_delay', 'excepted_recording', 'delays_told'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
            with check ((select current_setting('liuhen.agency', true)) in (agency, '*'))$p$, t);
    end loop;
end $$;
