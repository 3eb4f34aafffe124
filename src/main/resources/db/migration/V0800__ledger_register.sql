-- By which entries of the published log are found: open fields of each entry, nothing else. Made of the log by whoever looks,
-- and made again when it is emptied; what counts is the entry, which has its proof.
create table ledger_register (
    leaf_index bigint      not null primary key,
    at         timestamptz not null,
    handle     text collate "C" not null,
    actor_kind text        not null,
    type       text collate "C" not null,
    action     text        not null,
    purpose    text        not null,
    basis      text        not null,
    refused    boolean     not null
);
create index ledger_register_handle on ledger_register (handle, leaf_index);
create index ledger_register_type on ledger_register (type, leaf_index);
create index ledger_register_action on ledger_register (action, leaf_index);
create index ledger_register_basis on ledger_register (basis, leaf_index);
create index ledger_register_at on ledger_register (at);
create index ledger_register_refused on ledger_register (leaf_index) where refused;
grant select, insert on ledger_register to rettidig_app;
