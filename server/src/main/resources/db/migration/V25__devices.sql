-- The life of devices, as lists show it. Follows from the journal; can be emptied and rebuilt.

create table device_life (
    device          uuid primary key,
    agency          text not null,
    version         bigint not null,                  -- of the last event of its life: hand-ins do not count
    number          text not null,
    kind            text not null,
    unit            text not null,
    serial          text,
    model           text,
    portable        boolean not null,
    capabilities    text[] not null default '{}',
    manager         uuid,
    holder          uuid,                             -- who has it out
    since           timestamptz(3),                   -- when he got it
    purpose         text,
    stopped         boolean not null default false,
    away            boolean not null default false,
    lost            boolean not null default false,
    retired         boolean not null default false,
    state           text not null generated always as (case when retired then 'retired' when lost then 'lost' when away then 'inRepair'
                        when stopped then 'stopped' when holder is not null then 'out' else 'available' end) stored,
    findings        integer not null default 0,       -- neither cleared nor accepted
    changed_at      timestamptz(3) not null,
    words           text not null                     -- what can be searched for, in lower case
);
create index device_life_by_number on device_life (agency, number);
create index device_life_by_serial on device_life (agency, serial);

-- Who had which device, and in what way.
create table device_holding (
    device          uuid not null,
    version         bigint not null,                  -- of the event that began it
    agency          text not null,
    number          text not null,
    person          uuid not null,
    how             text not null check (how in ('manages', 'uses')),
    since           timestamptz(3) not null,
    until           timestamptz(3),
    primary key (device, version, how)
);
create index device_holding_by_person on device_holding (agency, person, since);

create table device_finding (
    device          uuid not null,
    agency          text not null,
    duty            text not null,
    subject         text not null,
    occurrence      text not null,
    article         text not null,
    severity        text not null,
    state           text not null,
    raised_at       timestamptz(3) not null,
    primary key (device, duty, subject, occurrence)
);
create index device_finding_by_article on device_finding (agency, article);

-- When what the rules say of a device can next change by itself, as case_clock. No projection.
create table device_clock (
    device          uuid primary key,
    agency          text not null,
    version         bigint not null,
    due_at          timestamptz(3)                    -- null: never
);
create index device_clock_by_due on device_clock (due_at);

-- How busy each unit is, as the agency says: of the register, as V19.
create table unit_workload (
    agency   text not null,
    entry    bigint not null,
    unit     text not null,
    workload text not null,
    since    date not null,
    primary key (agency, entry)
);

do $$
declare t text;
begin
    foreach t in array array['device_life', 'device_holding', 'device_finding', 'device_clock'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
            with check ((select current_setting('liuhen.agency', true)) in (agency, '*'))$p$, t);
    end loop;
end $$;
