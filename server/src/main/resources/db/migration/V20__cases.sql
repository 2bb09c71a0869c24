-- What the lists of cases show. Follows from the journal; can be emptied and rebuilt.

create table case_file (
    id              uuid primary key,
    agency          text not null,
    version         bigint not null,
    number          text,
    kind            text not null,
    procedure       text not null,
    origin          text not null,
    subject         text not null,
    unit            text not null,
    party           text,
    handlers        text not null default '',
    status          text not null check (status in ('running', 'suspended', 'ended')),
    stage           text not null,
    opened_at       timestamptz(3) not null,
    ended_on        date,
    changed_at      timestamptz(3) not null,
    findings        integer not null default 0,       -- neither cleared nor accepted
    words           text not null                     -- what can be searched for, in lower case
);
create index case_by_opened on case_file (agency, opened_at, id);
create index case_by_changed on case_file (agency, changed_at, id);
create index case_by_status on case_file (agency, status, opened_at, id);
create index case_by_kind on case_file (agency, kind, opened_at, id);
create index case_by_unit on case_file (agency, unit, opened_at, id);
create index case_with_findings on case_file (agency, opened_at, id) where findings > 0;

create table case_pairs (
    case_id         uuid primary key,
    pairs           text[] not null
);
create index case_pairs_gin on case_pairs using gin (pairs);

create table case_handler (
    case_id         uuid not null,
    agency          text not null,
    person          uuid not null,
    name            text not null,
    primary key (case_id, person)
);
create index case_handler_by_person on case_handler (agency, person, case_id);

create table case_finding (
    case_id         uuid not null,
    agency          text not null,
    duty            text not null,
    subject         text not null,
    occurrence      text not null,
    article         text not null,
    severity        text not null,
    state           text not null,
    raised_at       timestamptz(3) not null,
    primary key (case_id, duty, subject, occurrence)
);
create index case_finding_open on case_finding (agency, raised_at) where state not in ('cleared', 'accepted');
create index case_finding_by_article on case_finding (agency, article);

-- When what the rules say of a case can next change by itself, and of which version that was said. No projection: noted after each judgement;
-- what is missing here, or noted for an older version, is judged by the sweep.
create table case_clock (
    case_id         uuid primary key,
    agency          text not null,
    version         bigint not null,
    due_at          timestamptz(3)                    -- null: never
);
create index case_clock_by_due on case_clock (due_at);

-- The jobs of cases: apart from those of recordings, so that neither waits for the other's threads.
create table case_tasks (like scheduled_tasks including all);

-- What somebody is typing and has not saved: nobody else's, and no record.
create table case_typing (
    agency          text not null,
    person          uuid not null,
    document        uuid not null,
    saved_at        timestamptz(3) not null,
    content         bytea not null,                   -- JSON as it was typed
    primary key (agency, person, document)
);

do $$
declare t text;
begin
    foreach t in array array['case_file', 'case_handler', 'case_finding', 'case_clock', 'case_typing'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
            with check ((select current_setting('liuhen.agency', true)) in (agency, '*'))$p$, t);
    end loop;
end $$;
