-- The ledger (docs/ledger.md). Everything here is insert-only: the application's role has SELECT and INSERT, and triggers
-- refuse UPDATE, DELETE and TRUNCATE to everybody, the owner included. Only the two erasable tables at the end know DELETE.

create function ledger_refuse() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the ledger is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

-- What callers insert in their own transactions. xid first: the sequencer finds what it has not seen by transaction
-- (ADR 0050), so one index serves both order and search.
create table ledger_append (
    xid       xid8        not null default pg_current_xact_id(),
    append_id bigint      not null generated always as identity,
    at        timestamptz not null,
    actor     text        not null,
    model     text,
    body      bytea       not null,
    primary key (xid, append_id)
);

-- The log: one row a leaf, in order and without gaps.
create table ledger_entry (
    leaf_index bigint not null primary key check (leaf_index >= 0),
    append_id  bigint not null unique,
    bytes      bytea  not null check (octet_length(bytes) < 65536),
    leaf_hash  bytea  not null check (octet_length(leaf_hash) = 32)
);

-- Running counts as they stood when the tree had this size; the newest row of a subject counts.
create table ledger_count (
    subject   text   not null,
    tree_size bigint not null,
    total     bigint not null check (total > 0),
    primary key (subject, tree_size)
);

-- Full tiles of hashes (C2SP tlog-tiles); the root of a tile is its hash in the tile above.
create table ledger_tile (
    level      smallint not null check (level between 0 and 63),
    tile_index bigint   not null check (tile_index >= 0),
    root       bytea    not null check (octet_length(root) = 32),
    hashes     bytea    not null check (octet_length(hashes) = 8192),
    primary key (level, tile_index)
);
-- Hashes do not compress.
alter table ledger_tile alter column hashes set storage external;

-- Signed checkpoints. A size may be signed again later (a log without news still shows that it lives).
create table ledger_checkpoint (
    checkpoint_id bigint      not null generated always as identity primary key,
    tree_size     bigint      not null check (tree_size >= 0),
    root          bytea       not null check (octet_length(root) = 32),
    note          text        not null,
    at            timestamptz not null
);
create index ledger_checkpoint_size on ledger_checkpoint (tree_size);

do $$
declare
    name text;
begin
    foreach name in array array['ledger_append', 'ledger_entry', 'ledger_count', 'ledger_tile', 'ledger_checkpoint'] loop
        execute format('create trigger append_only before update or delete or truncate on %I '
            'for each statement execute function ledger_refuse()', name);
        execute format('grant select, insert on %I to rettidig_app', name);
    end loop;
end
$$;

-- What may have to be erased: the salt and value behind a commitment, and who an actor's handle is. Encrypted under a key
-- outside the database and its backups.
create table ledger_commitment (
    append_id bigint not null,
    name      text   not null,
    sealed    bytea  not null,
    primary key (append_id, name)
);
create table ledger_actor (
    lookup bytea    not null primary key check (octet_length(lookup) = 32),
    handle text     not null unique,
    year   smallint not null,
    sealed bytea    not null
);
create trigger never_changed before update or truncate on ledger_commitment
    for each statement execute function ledger_refuse();
create trigger never_changed before update or truncate on ledger_actor
    for each statement execute function ledger_refuse();
grant select, insert, delete on ledger_commitment, ledger_actor to rettidig_app;
