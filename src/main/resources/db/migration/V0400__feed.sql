-- Keys by which registries are known. Proposed by one person, approved by another; never removed, only withdrawn.
create table registry_key (
    kid text primary key check (kid ~ '^[A-Za-z0-9_-]{43}$'),
    municipality smallint not null,
    registry text not null,
    public_key bytea not null check (octet_length(public_key) = 32),
    state text not null check (state in ('proposed', 'approved', 'withdrawn')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    withdrawn_by text,
    withdrawn_at timestamptz,
    check (approved_by is null or approved_by <> proposed_by)
);
create index registry_key_by_registry on registry_key (municipality, registry);

-- Feed agreements: what a registry delivers, under which basis, how its CSV is written.
create table feed (
    id text primary key check (id ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    number integer generated always as identity unique,
    municipality smallint not null,
    registry text not null,
    source_kind text not null,
    indicators text[] not null check (cardinality(indicators) > 0),
    basis text not null,
    phase text not null,
    scope_kind text not null,
    synthetic boolean not null,
    delimiter char(1) not null check (delimiter in (',', ';')),
    decimal_mark char(1) not null check (decimal_mark in ('.', ',')),
    maximum_age_days integer not null check (maximum_age_days between 1 and 3660),
    state text not null check (state in ('proposed', 'approved')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    check (approved_by is null or approved_by <> proposed_by)
);
create index feed_by_municipality on feed (municipality);

-- One transmission. A running one holds a lease; one whose service died is aborted when the lease runs out.
create table delivery (
    id uuid primary key,
    number bigint generated always as identity unique,
    municipality smallint not null,
    registry text not null,
    feed text not null references feed (id),
    jti text not null,
    sha256 bytea not null check (octet_length(sha256) = 32),
    mode text not null check (mode in ('full', 'delta')),
    period_from date not null,
    period_to date not null,
    state text not null check (state in ('running', 'finished', 'rejected', 'aborted')),
    attempt integer not null,
    lease_until timestamptz not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    rejection text,
    rows_valid bigint,
    rows_quarantined bigint,
    rows_repeated bigint,
    append_id bigint,
    leaf_index bigint,
    tree_size bigint,
    checkpoint text,
    unique (municipality, registry, jti)
);
create index delivery_by_municipality on delivery (municipality, started_at desc);
create index delivery_running on delivery (lease_until) where state = 'running';

-- How far a running delivery is; not authoritative.
create table delivery_progress (
    delivery uuid primary key references delivery (id),
    rows bigint not null,
    seen_at timestamptz not null
);

-- Rows that stayed out: line and code, never content.
create table quarantined_row (
    delivery uuid not null references delivery (id),
    line bigint not null,
    code smallint not null,
    primary key (delivery, line)
);

-- How many rows were of children out of scope, in bands, for the DPO alone.
create table delivery_scope_band (
    delivery uuid primary key references delivery (id),
    municipality smallint not null,
    dropped_band text not null check (dropped_band in ('0', '1-9', '10-99', '100-999', '1000-9999', '10000+'))
);
alter table delivery_scope_band enable row level security;
create policy delivery_scope_band_of_municipality on delivery_scope_band
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint)
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);

-- Attempts whose note could not be verified, counted per minute until they are entered in the ledger.
create table unverified_notes (
    minute timestamptz primary key,
    attempts bigint not null
);

-- Indicator values. Municipality first in every key; one partition a municipality, the synthetic one included.
create table observation (
    municipality smallint not null,
    pseudonym bytea not null,
    indicator smallint not null,
    period_from date not null,
    period_to date not null,
    known_at timestamptz not null,
    value double precision not null,
    retracted boolean not null,
    delivery bigint not null,
    primary key (municipality, pseudonym, indicator, period_from, period_to, known_at)
) partition by list (municipality);

do $$
declare
    code smallint;
begin
    foreach code in array array[
        101, 147, 151, 153, 155, 157, 159, 161, 163, 165, 167, 169, 173, 175, 183, 185, 187, 190, 201, 210,
        217, 219, 223, 230, 240, 250, 253, 259, 260, 265, 269, 270, 306, 316, 320, 326, 329, 330, 336, 340,
        350, 360, 370, 376, 390, 400, 410, 420, 430, 440, 450, 461, 479, 480, 482, 492, 510, 530, 540, 550,
        561, 563, 573, 575, 580, 607, 615, 621, 630, 657, 661, 665, 671, 706, 707, 710, 727, 730, 740, 741,
        746, 751, 756, 760, 766, 773, 779, 787, 791, 810, 813, 820, 825, 840, 846, 849, 851, 860, 999
    ]::smallint[] loop
        execute format('create table observation_m%s partition of observation for values in (%s)', code, code);
        -- COPY is refused on a table with row-level security: bulk load inserts here, and can do nothing else here.
        execute format('grant insert on observation_m%s to rettidig_app', code);
    end loop;
end
$$;

alter table observation enable row level security;
create policy observation_of_municipality on observation
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint)
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant select, delete on observation to rettidig_app;

grant select, insert, update on registry_key, feed, delivery, unverified_notes to rettidig_app;
grant delete on unverified_notes to rettidig_app;
grant select, insert, update, delete on delivery_progress to rettidig_app;
grant select, insert, delete on quarantined_row, delivery_scope_band to rettidig_app;
