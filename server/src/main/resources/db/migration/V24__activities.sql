-- What the lists of field activities show. Follows from the journal; can be emptied and rebuilt.

create table activity (
    id              uuid primary key,
    agency          text not null,
    version         bigint not null,
    act             text not null,                    -- word of law/items.yaml
    title           text not null,
    title_en        text not null,
    place           text not null,
    unit            text not null,
    officers        text not null default '',
    planned_from    timestamptz(3),
    started_at      timestamptz(3),
    ended_at        timestamptz(3),
    begins_at       timestamptz(3) not null,          -- of its start, else of its plan, else of its opening
    status          text not null check (status in ('planned', 'running', 'ended', 'closed', 'cancelled')),
    recordings      integer not null default 0,
    findings        integer not null default 0,       -- neither cleared nor accepted
    changed_at      timestamptz(3) not null,
    words           text not null                     -- what can be searched for, in lower case
);
create index activity_by_time on activity (agency, begins_at, id);
create index activity_by_changed on activity (agency, changed_at, id);
create index activity_by_status on activity (agency, status, begins_at, id);
create index activity_by_unit on activity (agency, unit, begins_at, id);
create index activity_by_act on activity (agency, act, begins_at, id);
create index activity_with_findings on activity (agency, begins_at, id) where findings > 0;

create table activity_pairs (
    activity        uuid primary key,
    pairs           text[] not null
);
create index activity_pairs_gin on activity_pairs using gin (pairs);

create table activity_officer (
    activity        uuid not null,
    agency          text not null,
    person          uuid not null,
    primary key (activity, person)
);
create index activity_officer_by_person on activity_officer (agency, person, activity);

-- A recording may be of two activities at once: the camera went on.
create table activity_recording (
    activity        uuid not null,
    recording       uuid not null,
    agency          text not null,
    device          uuid not null,
    kind            text not null,
    began_at        timestamptz(3) not null,
    ended_at        timestamptz(3) not null,
    uncertain       bigint not null,                  -- milliseconds, either way
    primary key (activity, recording)
);
create index activity_recording_by_recording on activity_recording (agency, recording);

create table activity_document (
    activity        uuid not null,
    document        uuid not null,
    agency          text not null,
    case_id         uuid not null,
    primary key (activity, document)
);
create index activity_document_by_case on activity_document (agency, case_id, activity);

create table activity_finding (
    activity        uuid not null,
    agency          text not null,
    duty            text not null,
    subject         text not null,
    occurrence      text not null,
    article         text not null,
    severity        text not null,
    state           text not null,
    raised_at       timestamptz(3) not null,
    primary key (activity, duty, subject, occurrence)
);
create index activity_finding_by_article on activity_finding (agency, article);

-- When what the rules say of an activity can next change by itself, as case_clock. No projection.
create table activity_clock (
    activity        uuid primary key,
    agency          text not null,
    version         bigint not null,
    due_at          timestamptz(3)                    -- null: never
);
create index activity_clock_by_due on activity_clock (due_at);

-- One clock judges whatever has findings; its tasks have new names.
alter table case_tasks rename to clock_tasks;
delete from clock_tasks;

-- The keys of all acts, whatever they are of.
alter table case_request rename to act_request;

do $$
declare t text;
begin
    foreach t in array array['activity', 'activity_officer', 'activity_recording', 'activity_document', 'activity_finding', 'activity_clock'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format($p$create policy of_agency on %I as permissive for all
            using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
            with check ((select current_setting('liuhen.agency', true)) in (agency, '*'))$p$, t);
    end loop;
end $$;
