-- Receipts that parties took along from the scene, by their digests. Follows from the journal; can be emptied and rebuilt.
create table scene_receipt (
    digest          text primary key,                 -- sha256:…
    agency          text not null,
    activity        uuid not null,
    version         bigint not null,                  -- of the event that lodged it
    code            text not null,
    lodged_at       timestamptz(3) not null
);
create index scene_receipt_by_activity on scene_receipt (activity, version);
create index recording_by_sha256 on recording (agency, sha256);

alter table scene_receipt enable row level security;
alter table scene_receipt force row level security;
create policy of_agency on scene_receipt as permissive for all
    using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
    with check ((select current_setting('liuhen.agency', true)) in (agency, '*'));

-- Who asked after a receipt, and was answered: holders of receipts are not signed in. Only added to. No projection.
create table scene_receipt_question (
    at              timestamptz not null,
    agency          text not null,
    digest          text not null,
    address         text not null
);
create index scene_receipt_question_by_time on scene_receipt_question (at);
revoke update, delete, truncate on scene_receipt_question from liuhen_app;
