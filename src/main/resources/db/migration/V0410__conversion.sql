-- Conversions of pseudonyms that count: rotation, merge, move. No pseudonym is kept here.
create table pseudonym_conversion (
    id uuid primary key,
    municipality smallint not null,
    jti text not null,
    kind text not null check (kind in ('rotation', 'merge', 'move')),
    from_domain text not null,
    to_domain text not null,
    pairs integer not null check (pairs >= 0),
    sha256 bytea not null check (octet_length(sha256) = 32),
    issued_at timestamptz not null,
    accepted_at timestamptz not null,
    append_id bigint not null,
    leaf_index bigint,
    tree_size bigint,
    checkpoint text,
    unique (municipality, jti)
);

-- What a child was called before, sealed under a key kept outside the database: leaves of earlier runs are made of it. Erased
-- when those leaves are.
create table former_pseudonym (
    id bigint generated always as identity primary key,
    municipality smallint not null,
    pseudonym bytea not null check (octet_length(pseudonym) = 32),
    conversion uuid not null references pseudonym_conversion (id),
    domain text not null,
    sealed bytea not null,
    until timestamptz not null
);
create index former_pseudonym_by_child on former_pseudonym (municipality, pseudonym);
alter table former_pseudonym enable row level security;
create policy former_pseudonym_of_municipality on former_pseudonym
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint)
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);

grant select, insert on pseudonym_conversion to rettidig_app;
grant update (leaf_index, tree_size, checkpoint) on pseudonym_conversion to rettidig_app;
grant select, insert, delete on former_pseudonym to rettidig_app;
grant update (pseudonym) on former_pseudonym to rettidig_app;
