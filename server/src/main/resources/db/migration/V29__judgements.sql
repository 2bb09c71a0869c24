-- When what the rules say of a stream can next change by itself: one table for every kind that is judged alike. No projection.
create table judgement (
    stream          uuid primary key,
    kind            text not null,                    -- device, activity, recording …
    agency          text not null,
    version         bigint not null,
    due_at          timestamptz(3)                    -- null: never
);
create index judgement_by_due on judgement (kind, due_at);

insert into judgement (stream, kind, agency, version, due_at) select device, 'device', agency, version, due_at from device_clock;
insert into judgement (stream, kind, agency, version, due_at) select activity, 'activity', agency, version, due_at from activity_clock;
drop table device_clock;
drop table activity_clock;

alter table judgement enable row level security;
alter table judgement force row level security;
create policy of_agency on judgement as permissive for all
    using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
    with check ((select current_setting('liuhen.agency', true)) in (agency, '*'));
