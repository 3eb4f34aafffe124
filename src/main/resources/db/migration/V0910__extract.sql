-- Extracts for a person (ADR 0118, docs/extracts.md). What is said of the child is sealed under a key outside the database.
create table extract (
    municipality   smallint    not null check (municipality between 100 and 999),
    id             uuid        not null,
    pseudonym      bytea       not null check (octet_length(pseudonym) = 32),
    case_reference text        not null check (char_length(case_reference) between 3 and 40),
    prepared_by    text        not null,
    prepared_at    timestamptz not null,
    released_by    text,
    released_at    timestamptz,
    json           bytea,
    html           bytea,
    json_sha256    text check (json_sha256 ~ '^[0-9a-f]{64}$'),
    html_sha256    text check (html_sha256 ~ '^[0-9a-f]{64}$'),
    primary key (municipality, id),
    check ((released_at is null) = (released_by is null) and (released_at is null) = (json is null)
        and (released_at is null) = (html is null) and (released_at is null) = (json_sha256 is null)
        and (released_at is null) = (html_sha256 is null))
);

-- Nothing is given out that nobody decided on; what is withheld is withheld for a reason of the closed list.
create table extract_item (
    municipality smallint not null,
    extract      uuid     not null,
    number       integer  not null check (number > 0),
    sealed       bytea    not null,
    given        boolean,
    ground       text check (ground in
        ('child_talk_without_parents', 'honour_conflict', 'other_parents_data', 'protected_address')),
    decided_by   text,
    decided_at   timestamptz,
    primary key (municipality, extract, number),
    foreign key (municipality, extract) references extract (municipality, id) on delete cascade,
    check ((given is null) = (decided_by is null) and (given is null) = (decided_at is null)),
    check ((ground is not null) = (given is not null and not given))
);

do $$
declare
    name text;
begin
    foreach name in array array['extract', 'extract_item'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy %I on %I to rettidig_app using (municipality = '
            || 'nullif(current_setting(''rettidig.municipality'', true), '''')::smallint)',
            name || '_of_municipality', name);
        execute format('grant select, insert, delete on %I to rettidig_app', name);
    end loop;
end
$$;
grant update (pseudonym, released_by, released_at, json, html, json_sha256, html_sha256) on extract to rettidig_app;
grant update (given, ground, decided_by, decided_at) on extract_item to rettidig_app;

-- What was released is never changed: its digest stands in the ledger.
create function extract_refuse() returns trigger
    language plpgsql as
$$
begin
    if old.released_at is not null and (new.released_at, new.json_sha256, new.html_sha256, new.json, new.html)
            is distinct from (old.released_at, old.json_sha256, old.html_sha256, old.json, old.html) then
        raise exception 'a released extract is not changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger released before update on extract for each row execute function extract_refuse();

-- Municipalities that have extracts; nothing about whom.
create function extracting() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select distinct municipality from public.extract order by 1 $$;
revoke all on function extracting() from public;
grant execute on function extracting() to rettidig_app;
