-- Halts: while one is in force nothing that concerns its child is erased (ADR 0117, docs/halts.md).
create table halt (
    municipality   smallint    not null check (municipality between 100 and 999),
    id             uuid        not null,
    pseudonym      bytea       not null check (octet_length(pseudonym) = 32),
    lookup         bytea       not null check (octet_length(lookup) = 32),
    kind           text        not null check (kind in ('access_request', 'objection', 'complaint')),
    case_reference text        not null check (char_length(case_reference) between 3 and 40),
    registered_by  text        not null,
    registered_at  timestamptz not null,
    until_day      date,
    lifted_by      text,
    lifted_at      timestamptz,
    primary key (municipality, id),
    check ((lifted_by is null) = (lifted_at is null))
);
create unique index halt_standing on halt (municipality, pseudonym, kind, case_reference) where lifted_at is null;
alter table halt enable row level security;
create policy halt_of_municipality on halt to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant select, insert, delete on halt to rettidig_app;
grant update (pseudonym, lookup, lifted_by, lifted_at) on halt to rettidig_app;

-- Which entries of the ledger concern a child, and which a flag: written with the entry. A child is found by a hash under a
-- key outside the database; what finds it is erased with what is behind the commitments.
create table ledger_subject (
    lookup    bytea  not null check (octet_length(lookup) = 32),
    append_id bigint not null,
    primary key (lookup, append_id)
);
create index ledger_subject_append on ledger_subject (append_id);
create table ledger_flag (
    flag      uuid   not null,
    append_id bigint not null,
    primary key (flag, append_id)
);
create index ledger_flag_append on ledger_flag (append_id);
grant select, insert, delete on ledger_subject, ledger_flag to rettidig_app;
grant update (lookup) on ledger_subject to rettidig_app;

-- What erasures ask. They run with the rights of the tables' owner, whom row-level security does not hide halts from: an
-- erasure that names no municipality sees all halts, and one that cannot ask is an error and erases nothing. The database's
-- clock decides, one for all replicas.
create function halted(asked smallint) returns setof bytea
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
    select pseudonym from public.halt
    where municipality = asked and lifted_at is null
      and (until_day is null or until_day >= (now() at time zone 'Europe/Copenhagen')::date)
$$;

-- Children whose calculation stops as well: somebody objected (GDPR article 21).
create function objected(asked smallint) returns setof bytea
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
    select pseudonym from public.halt
    where municipality = asked and kind = 'objection' and lifted_at is null
      and (until_day is null or until_day >= (now() at time zone 'Europe/Copenhagen')::date)
$$;

-- Entries of the ledger about halted children: those that name the child, and those that name a flag of the child.
create function halted_appends() returns setof bigint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
    with named as materialized (
        select s.append_id from public.ledger_subject s join public.halt h on h.lookup = s.lookup
        where h.lifted_at is null
          and (h.until_day is null or h.until_day >= (now() at time zone 'Europe/Copenhagen')::date))
    select append_id from named
    union
    select other.append_id from named
        join public.ledger_flag own on own.append_id = named.append_id
        join public.ledger_flag other on other.flag = own.flag
$$;

-- Municipalities that have halts; nothing about whom.
create function halting() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select distinct municipality from public.halt order by 1 $$;

revoke all on function halted(smallint), objected(smallint), halted_appends(), halting() from public;
grant execute on function halted(smallint), objected(smallint), halted_appends(), halting() to rettidig_app;
