-- What boards show of each recording's custody, as judged last: it follows from the journal, the law and the check-outs. No projection;
-- what is missing is judged again by the sweep.
create table recording_custody (
    recording       uuid primary key,
    agency          text not null,
    version         bigint not null,
    completed_at    timestamptz(3),                   -- null: nothing tells when it ended
    uncertain       bigint not null,                  -- milliseconds, either way
    stored_at       timestamptz(3) not null,
    stored_by       timestamptz(3),                   -- the last moment in time; null: no text says
    handed_by       timestamptz(3),
    handed_at       timestamptz(3),
    custodian       uuid,
    used_by         uuid,                             -- who had the device out
    unfiled         text[] not null,                  -- words of what is still missing
    accident        text not null check (accident in ('none', 'claimed', 'confirmed')),
    without_case    boolean not null,
    assigned        uuid,
    findings        integer not null                  -- neither cleared nor accepted
);
create index recording_custody_to_hand on recording_custody (agency, handed_by, recording) where handed_at is null and handed_by is not null;
create index recording_custody_to_file on recording_custody (agency, stored_by, recording) where cardinality(unfiled) > 0;
create index recording_custody_accident on recording_custody (agency, recording) where accident = 'claimed';
create index recording_custody_findings on recording_custody (agency, stored_at, recording) where findings > 0;
create index recording_custody_stored on recording_custody (agency, stored_at, recording);

create table recording_finding (
    recording       uuid not null,
    agency          text not null,
    duty            text not null,
    subject         text not null,
    occurrence      text not null,
    article         text not null,
    severity        text not null,
    state           text not null,
    raised_at       timestamptz(3) not null,
    primary key (recording, duty, subject, occurrence)
);
create index recording_finding_by_article on recording_finding (agency, article);

do $$
declare t text;
begin
    foreach t in array array['recording_custody', 'recording_finding'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
            with check ((select current_setting('liuhen.agency', true)) in (agency, '*'))$p$, t);
    end loop;
end $$;
