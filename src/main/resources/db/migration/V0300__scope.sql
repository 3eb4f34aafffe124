-- Who is in scope: one interval per child, basis and first day; the latest known version of it counts.
create table scope (
    municipality smallint not null,
    pseudonym bytea not null check (octet_length(pseudonym) = 32),
    basis text not null,
    from_day date not null,
    to_day date not null,
    known_at timestamptz not null,
    retracted boolean not null,
    delivery bigint not null,
    primary key (municipality, basis, pseudonym, from_day, known_at),
    check (to_day >= from_day)
);

-- Backs the gate: a transaction that names no municipality sees nothing.
alter table scope enable row level security;
create policy scope_of_municipality on scope
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint)
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant select, insert, delete on scope to rettidig_app;
