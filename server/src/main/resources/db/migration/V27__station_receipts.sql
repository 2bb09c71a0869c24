-- Receipts that designated stations signed while the server was away. Follows from the journal; can be emptied and rebuilt.

create table station_receipt (
    recording       uuid primary key,
    agency          text not null,
    station         uuid not null,
    sequence        bigint not null,
    receipt         text not null,                    -- its digest
    previous        text,                             -- the digest of the one before
    received_at     timestamptz(3) not null,
    unique (station, sequence)
);
create index station_receipt_by_digest on station_receipt (station, receipt);

-- The key of each station: of the register, as V19.
create table station_key (
    station  uuid primary key,
    agency   text not null,
    vkey     text not null
);

do $$
begin
    alter table station_receipt enable row level security;
    alter table station_receipt force row level security;
    create policy of_agency on station_receipt as permissive for all
        using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
        with check ((select current_setting('liuhen.agency', true)) in (agency, '*'));
end $$;
