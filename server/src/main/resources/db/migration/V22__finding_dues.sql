-- By when what each open finding is about was or is due, beside the clock of its case: {"duty subject occurrence": instant}. Noted after
-- each judgement like the clock itself; empty until then.
alter table case_clock add column dues jsonb not null default '{}';
