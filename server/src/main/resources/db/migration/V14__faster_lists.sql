-- Lists over a hundred thousand rows without delay.

-- Counting by kind or state reads this index alone.
drop index recording_by_recorded;
create index recording_by_recorded on recording (agency, recorded_at, id) include (kind, has_gaps, classified);

-- What is searched for as a whole stands beside the pairs, and is found by the same index: classification keys, and how the digest begins.
-- Each is longer than a pair, so none can be taken for one.
create function marks(agency text, keys jsonb) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(agency || ' ' || key || '=' || value), '{}') from jsonb_each_text(keys)
$$;

create function marks(agency text, keys jsonb, sha256 text) returns text[] language sql immutable strict parallel safe as $$
    select array_append(marks(agency, keys), agency || ' sha256:' || left(sha256, 8))
$$;

update recording_pairs p set pairs = p.pairs || marks(r.agency, r.keys, r.sha256) from recording r where r.id = p.recording;

-- As before, but the agency is asked once for a statement and not once for a row.
alter policy of_agency on recording
    using ((select current_setting('liuhen.agency', true)) in (agency, '*'))
    with check ((select current_setting('liuhen.agency', true)) in (agency, '*'));
