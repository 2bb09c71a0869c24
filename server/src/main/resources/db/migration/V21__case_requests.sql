-- What each idempotency key of a client was used for. Noted just before the act is written, so that it is never missing for an act that was.
create table case_request (
    agency          text not null,
    key             uuid not null,
    request         text not null,                    -- digest of who asked what of which case
    primary key (agency, key)
);
alter table case_request enable row level security;
alter table case_request force row level security;
create policy of_agency on case_request as permissive for all
    using (current_setting('liuhen.agency', true) in (agency, '*'))
    with check (current_setting('liuhen.agency', true) in (agency, '*'));
