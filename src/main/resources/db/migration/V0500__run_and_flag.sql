-- The run from scope to flags. No table here can hold what an unflagged child scored.

create table run (
    id              uuid primary key,
    municipality    smallint    not null check (municipality between 100 and 999),
    basis           text        not null,
    purpose         text        not null,
    phase           text        not null,
    scope           text        not null,
    model_name      text        not null,
    model_version   text        not null,
    as_of           date        not null,
    policy          char(64)    not null,
    state           text        not null check (state in ('started', 'finished', 'aborted')),
    started_at      timestamptz not null,
    ended_at        timestamptz,
    abort_reason    text,
    lease_holder    uuid,
    lease_until     timestamptz,
    membership_size bigint,
    membership_root bytea check (octet_length(membership_root) = 32),
    scored          bigint,
    abstained       bigint,
    above           bigint,
    flagged         bigint,
    unmet           bigint,
    check ((state = 'started') = (ended_at is null)),
    check ((state = 'started') = (lease_until is not null)),
    check ((state = 'aborted') = (abort_reason is not null)),
    check ((state = 'finished') = (membership_root is not null)),
    check (state <> 'finished' or flagged + unmet = above)
);
-- One run at a time for a municipality: a second one is refused by the database itself.
create unique index run_under_way on run (municipality) where state = 'started';
create index run_by_start on run (municipality, started_at desc, id desc);
create index run_lease on run (lease_until) where state = 'started';

-- What people watch while a run is under way. Not authoritative: nothing is decided from it.
create table run_progress (
    run   uuid primary key references run,
    stage text        not null,
    done  bigint      not null,
    total bigint      not null,
    at    timestamptz not null
);

-- Counts of a finished run by age band (-1: not known) and by what became of the child.
create table run_count (
    run      uuid     not null references run,
    age_band smallint not null,
    outcome  text     not null,
    children bigint   not null check (children > 0),
    primary key (run, age_band, outcome)
);

-- The salt of a run's membership, sealed with a key kept outside the database. Erasing it cuts the leaves from any child.
create table run_salt (
    run    uuid primary key references run,
    sealed bytea not null
);

-- The tickets of a run's lot in ascending order, 32 bytes each, and what they were ranked by. A ticket hides its child
-- behind a nonce that is kept for the children who were drawn (with their flag) and for nobody else.
create table run_lot (
    run        uuid primary key references run,
    capacity   integer not null,
    seed       bytea   not null check (octet_length(seed) = 32),
    checkpoint text    not null,
    tickets    bytea   not null check (octet_length(tickets) % 32 = 0)
);

-- The leaves of a run's membership in ascending order, 32 bytes each, in chunks of up to 65,536.
create table run_membership (
    run    uuid    not null references run,
    chunk  integer not null,
    first  bytea   not null check (octet_length(first) = 32),
    leaves bytea   not null check (octet_length(leaves) > 0 and octet_length(leaves) % 32 = 0),
    primary key (run, chunk)
);
alter table run_membership alter column leaves set storage external;

create table flag (
    municipality    smallint    not null check (municipality between 100 and 999),
    id              uuid        not null,
    run             uuid        not null references run,
    pseudonym       bytea check (octet_length(pseudonym) = 32),
    state           text        not null
        check (state in ('open', 'opened', 'view_sealed', 'concluded', 'expired', 'withdrawn')),
    version         bigint      not null default 1,
    deadline        timestamptz not null,
    changed_at      timestamptz not null,
    acknowledged_at timestamptz,
    erased_at       timestamptz,
    missing         smallint[]  not null,
    stale           smallint[]  not null,
    lot_nonce       bytea check (octet_length(lot_nonce) = 32),
    primary key (municipality, id),
    check ((pseudonym is null) = (erased_at is not null)),
    check (acknowledged_at is null or state = 'concluded')
);
create index flag_by_deadline on flag (municipality, deadline, id) where state in ('open', 'opened', 'view_sealed');
create index flag_by_child on flag (municipality, pseudonym) where pseudonym is not null;
create index flag_by_run on flag (run);

create table flag_fact (
    municipality smallint         not null,
    flag         uuid             not null,
    indicator    smallint         not null,
    period_from  date             not null,
    period_to    date             not null,
    value        double precision not null,
    known_at     timestamptz      not null,
    delivery     bigint,
    change       text             not null default 'none' check (change in ('none', 'corrected', 'retracted')),
    primary key (municipality, flag, indicator, period_from),
    foreign key (municipality, flag) references flag (municipality, id)
);

create table flag_strength (
    municipality smallint not null,
    flag         uuid     not null,
    sealed       bytea    not null,
    primary key (municipality, flag),
    foreign key (municipality, flag) references flag (municipality, id)
);

-- A transaction sees the flags of the one municipality it names.
alter table flag enable row level security;
alter table flag_fact enable row level security;
alter table flag_strength enable row level security;
create policy flag_of_municipality on flag to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy flag_fact_of_municipality on flag_fact to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy flag_strength_raised on flag_strength for insert to rettidig_app
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
-- The strength cannot even be selected before somebody has sealed an own view of the flag. An expired or withdrawn flag
-- loses its strength in the transaction that ends it, which is why the policy must let that deletion see the row.
create policy flag_strength_after_view on flag_strength for select to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint and exists (
        select 1 from flag
        where flag.municipality = flag_strength.municipality and flag.id = flag_strength.flag
          and flag.state in ('view_sealed', 'concluded', 'expired', 'withdrawn')));
create policy flag_strength_erased on flag_strength for delete to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);

grant select, insert on run, run_count, run_salt, run_lot, run_membership, run_progress, flag, flag_fact, flag_strength
    to rettidig_app;
grant update (state, ended_at, abort_reason, lease_holder, lease_until, membership_size, membership_root, scored,
    abstained, above, flagged, unmet) on run to rettidig_app;
grant update, delete on run_progress to rettidig_app;
grant delete on run_salt, run_lot, run_membership, flag_fact, flag_strength to rettidig_app;
grant update (state, version, changed_at, acknowledged_at, erased_at, pseudonym, missing, stale, lot_nonce) on flag to rettidig_app;
grant update (change) on flag_fact to rettidig_app;
