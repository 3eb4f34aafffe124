-- Random legal supervision (ADR 0128, 0129; docs/supervision.md). Rows of a round are written once: a review is never changed.
create table supervision_round (
    municipality smallint    not null check (municipality between 100 and 999),
    id           uuid        not null,
    drawn_from   text        not null check (drawn_from in ('all_cases', 'placements', 'follow_up')),
    cases        integer     not null check (cases > 0),
    sample       integer     not null check (sample between 1 and cases),
    root         bytea       not null check (octet_length(root) = 32),
    opens_at     timestamptz not null,
    committed_at timestamptz not null,
    frame_append bigint      not null,
    frame_index  bigint,
    frame_size   bigint,
    frame_note   text,
    call_append  bigint,
    seed         bytea check (octet_length(seed) = 32),
    drawn_at     timestamptz,
    proof        text,
    primary key (municipality, id),
    check ((seed is null) = (drawn_at is null) and (seed is null) = (proof is null))
);
create table supervision_case (
    municipality smallint not null,
    round        uuid     not null,
    ticket       bytea    not null check (octet_length(ticket) = 32),
    key          text     not null check (key ~ '^[0-9a-f]{64}$'),
    reference    text     not null check (char_length(reference) between 3 and 40),
    handler      text     not null,
    number       integer check (number > 0),
    primary key (municipality, round, ticket),
    unique (municipality, round, reference),
    foreign key (municipality, round) references supervision_round on delete cascade
);
create unique index supervision_case_drawn on supervision_case (municipality, round, number) where number is not null;
create table supervision_review (
    municipality smallint    not null,
    round        uuid        not null,
    number       integer     not null,
    reviewer     text        not null,
    sealed_at    timestamptz not null,
    primary key (municipality, round, number, reviewer),
    foreign key (municipality, round) references supervision_round on delete cascade
);
create table supervision_answer (
    municipality smallint not null,
    round        uuid     not null,
    number       integer  not null,
    reviewer     text     not null,
    rule         text     not null,
    answer       text     not null check (answer in ('yes', 'no', 'not_applicable', 'undecidable')),
    remark       text     not null check (char_length(remark) <= 4000),
    primary key (municipality, round, number, reviewer, rule),
    foreign key (municipality, round, number, reviewer) references supervision_review on delete cascade
);
create table supervision_plan (
    municipality smallint    not null,
    round        uuid        not null,
    rule         text        not null,
    plan         text        not null check (char_length(plan) between 20 and 4000),
    due          date        not null,
    made_at      timestamptz not null,
    primary key (municipality, round, rule),
    foreign key (municipality, round) references supervision_round on delete cascade
);

do $$
declare
    name text;
begin
    foreach name in array array['supervision_round', 'supervision_case', 'supervision_review', 'supervision_answer',
            'supervision_plan'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy %I on %I to rettidig_app using (municipality = '
            'nullif(current_setting(''rettidig.municipality'', true), '''')::smallint)', name || '_of_municipality', name);
        execute format('grant select, insert, delete on %I to rettidig_app', name);
    end loop;
end $$;
grant update (frame_index, frame_size, frame_note, call_append, seed, drawn_at, proof) on supervision_round to rettidig_app;
grant update (number) on supervision_case to rettidig_app;

-- Numbers of cases that a halt names: a round with such a case is kept (ADR 0117). A halt whose case has another number than
-- the file that was drawn cannot be recognised here.
create function halted_references(asked smallint) returns setof text
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
    select case_reference from public.halt
    where municipality = asked and lifted_at is null
      and (until_day is null or until_day >= (now() at time zone 'Europe/Copenhagen')::date)
$$;

-- Municipalities that have rounds; nothing about what is in them.
create function supervising() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select distinct municipality from public.supervision_round order by 1 $$;
revoke all on function supervising(), halted_references(smallint) from public;
grant execute on function supervising(), halted_references(smallint) to rettidig_app;
