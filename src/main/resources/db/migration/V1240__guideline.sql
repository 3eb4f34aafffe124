-- The register of guidelines and its self-check (ADR 0136; docs/guidelines.md). Nothing about any person; owners are functions. Rows
-- are added and never changed: the application has no grant to update or delete.
create table guideline_version (
    municipality  smallint    not null check (municipality between 100 and 999),
    guideline     uuid        not null,
    version       integer     not null check (version > 0),
    title         text        not null check (char_length(title) between 5 and 200),
    points        text        not null check (points <> ''),
    owner         text check (char_length(owner) between 3 and 100),
    edition       text        not null check (char_length(edition) between 1 and 40),
    kept          text        not null check (char_length(kept) between 3 and 300),
    in_force_from date,
    review_by     date,
    state         text        not null check (state in ('draft', 'in_force', 'retired')),
    because       text        not null check (char_length(because) between 20 and 4000),
    changed_at    timestamptz not null,
    primary key (municipality, guideline, version),
    check (state <> 'in_force' or in_force_from is not null),
    check (review_by is null or in_force_from is null or review_by >= in_force_from)
);

create table guideline_answer (
    municipality smallint    not null check (municipality between 100 and 999),
    point        text        not null check (point ~ '^[a-z][a-z0-9_]{0,39}$'),
    number       integer     not null check (number > 0),
    answer       text        not null check (answer in ('yes', 'partly', 'no', 'not_relevant')),
    remark       text        not null check (char_length(remark) <= 4000),
    guideline    uuid,
    improve_by   date,
    checked_at   timestamptz not null,
    primary key (municipality, point, number),
    check (answer <> 'yes' or guideline is not null),
    check (improve_by is null or answer in ('partly', 'no'))
);

alter table guideline_version enable row level security;
alter table guideline_answer enable row level security;
create policy guideline_version_of_municipality on guideline_version to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy guideline_answer_of_municipality on guideline_answer to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);

grant select, insert on guideline_version, guideline_answer to rettidig_app;
