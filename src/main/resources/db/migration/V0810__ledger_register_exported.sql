-- Exports are found as refusals are. Emptied, the register is made again from the log with the new column, 20,000 entries every
-- two seconds; a search says up to where the log is registered. No default: a replica of the former version, which does not know
-- the column, fails to register instead of calling every export none.
truncate ledger_register;
alter table ledger_register add column exported boolean not null;
create index ledger_register_exported on ledger_register (leaf_index) where exported;
