-- What stands open is listed over all kinds at once: each is found by its agency without reading what is settled, as case_finding_open.
create index activity_finding_open on activity_finding (agency, raised_at) where state not in ('cleared', 'accepted');
create index device_finding_open on device_finding (agency, raised_at) where state not in ('cleared', 'accepted');
create index recording_finding_open on recording_finding (agency, raised_at) where state not in ('cleared', 'accepted');
-- What a custodian received on a day, for the paper of the hand-over.
create index recording_custody_handed on recording_custody (agency, handed_at, recording) where handed_at is not null;
