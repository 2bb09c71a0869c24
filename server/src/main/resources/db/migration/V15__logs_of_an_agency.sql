-- An agency may have several logs, one after the other: places and checkpoints are of one of them (docs/formats.md, section 3.2).

alter table ledger_entry add column log int not null default 1 check (log > 0);
alter table ledger_entry drop constraint ledger_entry_pkey;
alter table ledger_entry add primary key (agency, log, leaf_index);
alter table ledger_entry alter column log drop default;

alter table checkpoint add column log int not null default 1 check (log > 0);
alter table checkpoint drop constraint checkpoint_pkey;
alter table checkpoint add primary key (agency, log, tree_size);
alter table checkpoint alter column log drop default;
