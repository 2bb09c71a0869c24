-- Numbers of a camera's files are compared when a hand-in is done, and when a file comes after it. Files that came without a hand-in count too.
alter table hand_in_file alter column hand_in drop not null;
alter table hand_in_file add column device uuid;
alter table hand_in_file add column received_at timestamptz(3);         -- null: before there was this column
update hand_in_file f set device = h.device from hand_in h where h.agency = f.agency and h.id = f.hand_in;
insert into hand_in_file (recording, agency, hand_in, path, size_bytes, sha256, device, received_at)
    select r.id, r.agency, null, r.path, r.size_bytes, r.sha256, d.device, r.recorded_at
    from recording r join hand_in_device d on d.agency = r.agency and d.number = r.device where r.hand_in is null
    on conflict (recording) do nothing;
create index hand_in_file_by_device on hand_in_file (agency, device, received_at);
create index hand_in_balanced on hand_in (agency, device, balanced_at);
create index hand_in_open on hand_in (agency, device, opened_at) where balanced_at is null;

-- Up to which change the numbers of a device were compared. No projection.
create table file_numbers (
    device          uuid primary key,
    agency          text not null,
    compared_to     timestamptz(3),
    not_before      timestamptz(3)                    -- put off until then
);

alter table file_numbers enable row level security;
alter table file_numbers force row level security;
create policy of_agency on file_numbers as permissive for all
    using ((select current_setting('liuhen.agency', true)) in (agency, '*')) -- asked once for a statement
    with check ((select current_setting('liuhen.agency', true)) in (agency, '*'));

-- What stands beside a recording in the order of its camera's numbers.
create index recording_of_device on recording (agency, device, recorded_at, id);
