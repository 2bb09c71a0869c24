-- Hand-ins and what they balance against. Follows from the journal; can be emptied and rebuilt.

create table hand_in (
    id              uuid primary key,
    agency          text not null,
    device          uuid not null,
    number          text not null,
    officer         uuid,
    source          text not null,
    by_name         text not null,
    opened_at       timestamptz(3) not null,
    files           bigint not null,
    bytes           bigint not null,
    listing         text not null,            -- SHA-256 of the list in the vault
    clock_at        timestamptz(3),
    clock_offset    bigint,
    clock_uncertain bigint,
    balanced_at     timestamptz(3),
    camera          bigint,                   -- as the station says
    stored          bigint,
    failed          bigint
);
create index hand_in_by_time on hand_in (agency, opened_at, id);
create index hand_in_by_device on hand_in (agency, number, opened_at);

create table hand_in_device (
    agency          text not null,
    device          uuid not null,
    number          text not null,
    officer         uuid,
    primary key (agency, device)
);

-- What the server itself has of a hand-in: the third side of the balance.
create table hand_in_file (
    recording       uuid primary key,
    agency          text not null,
    hand_in         uuid not null,
    path            text not null,
    size_bytes      bigint not null,
    sha256          text not null
);
create index hand_in_file_by_hand_in on hand_in_file (agency, hand_in);

do $$
declare t text;
begin
    foreach t in array array['hand_in', 'hand_in_device', 'hand_in_file'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using (current_setting('liuhen.agency', true) in (agency, '*'))
            with check (current_setting('liuhen.agency', true) in (agency, '*'))$p$, t);
    end loop;
end $$;
