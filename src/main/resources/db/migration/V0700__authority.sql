-- The pseudonym authority, in its own database. In the service's these tables stay empty. No element, number or pseudonym is kept.

-- Who may ask for evaluations. Proposed by one person, approved by another; never removed, only withdrawn.
create table authority_client (
    kid text primary key check (kid ~ '^[A-Za-z0-9_-]{43}$'),
    client text not null check (client ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    municipality smallint not null,
    public_key bytea not null check (octet_length(public_key) = 32),
    domains text[] not null check (cardinality(domains) > 0),
    population integer not null check (population between 1 and 10000000),
    state text not null check (state in ('proposed', 'approved', 'withdrawn')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    withdrawn_by text,
    withdrawn_at timestamptz,
    check (approved_by is null or approved_by <> proposed_by)
);
create index authority_client_by_municipality on authority_client (municipality);

-- Ids of signed requests that were used up, by their SHA-256: a batch is evaluated once.
create table authority_request (
    kid text not null references authority_client (kid),
    request text not null check (request ~ '^[0-9a-f]{64}$'),
    used_at timestamptz not null,
    primary key (kid, request)
);

-- Elements asked for, by UTC day: a free oracle would be a walk through all CPR numbers.
create table authority_use (
    kid text not null references authority_client (kid),
    domain text not null,
    day date not null,
    elements integer not null check (elements > 0),
    primary key (kid, domain, day)
);

grant select, insert, update on authority_client to rettidig_app;
grant select, insert on authority_request to rettidig_app;
grant select, insert, update on authority_use to rettidig_app;
