-- What lists of the regular hand-over show. Follows from the journal; can be emptied and rebuilt.
create table hand_over (
    id              uuid primary key,
    agency          text not null,
    version         bigint not null,
    month           date not null,                    -- its first day
    person          uuid not null,
    unit            text not null,
    state           text not null check (state in ('open', 'prepared', 'nothing')),
    received_at     timestamptz(3),
    findings        integer not null default 0,       -- neither cleared nor accepted
    unique (agency, month, person)
);

create table hand_over_recording (
    hand_over       uuid not null,
    agency          text not null,
    recording       uuid not null,
    size_bytes      bigint not null,
    primary key (hand_over, recording)
);
create index hand_over_recording_by_recording on hand_over_recording (agency, recording);

create table hand_over_finding (
    hand_over       uuid not null,
    agency          text not null,
    duty            text not null,
    subject         text not null,
    occurrence      text not null,
    article         text not null,
    severity        text not null,
    state           text not null,
    raised_at       timestamptz(3) not null,
    primary key (hand_over, duty, subject, occurrence)
);
create index hand_over_finding_by_article on hand_over_finding (agency, article);

do $$
declare t text;
begin
    foreach t in array array['hand_over', 'hand_over_recording', 'hand_over_finding'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
            with check ((select current_setting('liuhen.agency', true)) in (agency, '*'))$p$, t);
    end loop;
end $$;
