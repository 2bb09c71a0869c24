-- The list of cases is found without reading a case: every filter stands in the index of each order, and in that of the ids. Every event of a
-- case is written into all indexes, so three wide ones also cost less than the seven narrow ones before.
drop index case_by_opened, case_by_changed, case_by_status, case_by_kind, case_by_unit, case_with_findings;
create index case_by_opened on case_file (agency, opened_at, id) include (kind, unit, stage, status, findings, changed_at);
create index case_by_changed on case_file (agency, changed_at, id) include (kind, unit, stage, status, findings, opened_at);
alter table case_file drop constraint case_file_pkey;
alter table case_file add primary key (id) include (agency, kind, unit, stage, status, findings, opened_at, changed_at);
-- An index spares the table only where the table was vacuumed since.
alter table case_file set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

drop index case_finding_by_article;
create index case_finding_by_article on case_finding (agency, article, case_id) where state not in ('cleared', 'accepted');

-- What can be searched for, apart from the cases: it is written seldom, a case with each of its events. Its index of pairs of characters
-- needs no column of its own, and what is found is compared with the words right here.
create table case_words (
    case_id         uuid primary key,
    agency          text not null,
    words           text not null
);
insert into case_words select id, agency, words from case_file;
create index case_words_by_pairs on case_words using gin (pairs(agency, words));
drop table case_pairs;

-- Under row-level security no index of pairs can be used: its operator is not leakproof. Who asks sees the rows of his agency alone; the
-- owner, who is not bound here, answers for the same agency only.
alter table case_words enable row level security;
create policy of_agency on case_words as permissive for all
    using ((select current_setting('liuhen.agency', true)) in (agency, '*'))
    with check ((select current_setting('liuhen.agency', true)) in (agency, '*'));

-- The cases of an agency whose words have the text, of two characters at least; no more than so many, in no order. As one array: ten thousand
-- rows out of a function cost more than finding them.
create function cases_saying(of_agency text, said text, most integer) returns uuid[]
    language sql stable security definer
    set search_path = public, pg_temp set enable_seqscan = off set enable_bitmapscan = on set jit = off as $$
    select array(select case_id from case_words
        where agency = of_agency and current_setting('liuhen.agency', true) in (of_agency, '*')
            and pairs(agency, words) @> pairs(of_agency, said) and position(said in words) > 0
        limit most)
$$;
revoke execute on function cases_saying from public;
grant execute on function cases_saying to liuhen_app;
