-- Requests that everything about a child is erased (ADR 0140). Whoever asks for it does not decide. Once decided, no pseudonym is
-- kept: the look-up is a hash under a key outside the database.
create table erasure_request (
    municipality   smallint    not null check (municipality between 100 and 999),
    id             uuid        not null,
    pseudonym      bytea check (octet_length(pseudonym) = 32),
    lookup         bytea       not null check (octet_length(lookup) = 32),
    ground         text        not null
        check (ground in ('unlawful', 'no_longer_needed', 'objection_upheld', 'legal_obligation')),
    case_reference text        not null check (char_length(case_reference) between 3 and 40),
    because        text        not null check (char_length(because) between 20 and 4000),
    requested_by   text        not null,
    requested_at   timestamptz not null,
    state          text        not null check (state in ('requested', 'refused', 'done')),
    decided_by     text check (decided_by <> requested_by),
    decided_at     timestamptz,
    refusal        text check (refusal in ('record_duty', 'no_ground', 'withdrawn')),
    decided_why    text check (char_length(decided_why) between 20 and 4000),
    primary key (municipality, id),
    check ((state = 'requested') = (pseudonym is not null)),
    check ((state = 'requested') = (decided_by is null) and (state = 'requested') = (decided_at is null)
        and (state = 'requested') = (decided_why is null)),
    check ((state = 'refused') = (refusal is not null))
);
create index erasure_request_of_child on erasure_request (municipality, lookup);
alter table erasure_request enable row level security;
create policy erasure_request_of_municipality on erasure_request to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant select, insert, delete on erasure_request to rettidig_app;
grant update (pseudonym, lookup, state, decided_by, decided_at, refusal, decided_why) on erasure_request to rettidig_app;

-- A decision stays as it was made: nothing changes but the name of its child.
create function erasure_request_is_final() returns trigger language plpgsql as
$$
begin
    if old.state <> 'requested' and (new.state, new.decided_by, new.decided_at, new.refusal, new.decided_why)
            is distinct from (old.state, old.decided_by, old.decided_at, old.refusal, old.decided_why) then
        raise exception 'a decision on erasure is not changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger erasure_request_is_final before update on erasure_request
    for each row execute function erasure_request_is_final();

-- Look-ups of halted children, with the rights of the table's owner like the other questions of V0900.
create function halted_lookups(asked smallint) returns setof bytea
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
    select lookup from public.halt
    where municipality = asked and lifted_at is null
      and (until_day is null or until_day >= (now() at time zone 'Europe/Copenhagen')::date)
$$;
-- Municipalities that have requests; nothing about whom.
create function erasing() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select distinct municipality from public.erasure_request order by 1 $$;
revoke all on function halted_lookups(smallint), erasing() from public;
grant execute on function halted_lookups(smallint), erasing() to rettidig_app;
