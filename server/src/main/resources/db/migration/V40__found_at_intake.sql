-- Devices whose files came although nobody had entered them, until somebody says what they are.
alter table device_life add column unregistered boolean not null default false;
