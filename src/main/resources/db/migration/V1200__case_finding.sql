-- What the record of a case does not show in time (ADR 0130): found once a day by policies/case-rules.yaml from the case events
-- that were delivered. The absence of a record is not the absence of help.

create table case_record (
    municipality smallint not null check (municipality between 100 and 999),
    id           uuid     not null,
    pseudonym    bytea    not null check (octet_length(pseudonym) = 32),
    basis        text     not null,
    unit         smallint check (unit between 1 and 999),
    checked_on   date     not null,
    primary key (municipality, id)
);
create index case_record_of_child on case_record (municipality, pseudonym);

-- first_seen and resolved_on are days of checks. A finding that comes back is another row.
create table case_finding (
    municipality smallint not null,
    number       bigint   not null generated always as identity,
    case_record  uuid     not null,
    rule         text     not null,
    version      integer  not null check (version > 0),
    policy       text     not null,
    state        text     not null check (state in ('open', 'breached', 'late', 'undecidable', 'disorder')),
    demanded_on  date,
    due          date,
    done         date,
    missing      text,
    first_seen   date     not null,
    resolved_on  date,
    resolved_by  text     check (resolved_by in ('done', 'done_late', 'not_demanded', 'left_scope', 'rule_changed')),
    primary key (municipality, number),
    foreign key (municipality, case_record) references case_record (municipality, id) on delete cascade,
    check ((resolved_on is null) = (resolved_by is null)),
    check (resolved_on >= first_seen)
);
create unique index case_finding_standing on case_finding
    (municipality, case_record, rule, version, coalesce(demanded_on, date '0001-01-01')) where resolved_on is null;
create index case_finding_by_due on case_finding (municipality, coalesce(due, date '9999-12-31'), number)
    where resolved_on is null;
create index case_finding_of_case on case_finding (municipality, case_record);

alter table case_record enable row level security;
alter table case_finding enable row level security;
create policy case_record_of_municipality on case_record to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint)
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy case_finding_of_municipality on case_finding to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint)
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);

grant select, insert, delete on case_record, case_finding to rettidig_app;
grant update (pseudonym, unit, checked_on) on case_record to rettidig_app;
grant update (case_record, policy, state, due, done, missing, resolved_on, resolved_by) on case_finding to rettidig_app;

-- One check of a municipality's cases under a basis on a Danish day. Nothing here is about a child.
create table case_check (
    municipality smallint    not null check (municipality between 100 and 999),
    basis        text        not null,
    day          date        not null,
    cases        bigint      not null check (cases >= 0),
    policy       text        not null,
    checked_at   timestamptz not null,
    primary key (municipality, basis, day)
);

-- Counts as of the last check of each month; they outlive the findings. Unit 0: the record names none.
create table case_month (
    municipality smallint not null check (municipality between 100 and 999),
    basis        text     not null,
    month        date     not null check (extract(day from month) = 1),
    as_of        date     not null,
    rule         text     not null,
    version      integer  not null,
    unit         smallint not null check (unit between 0 and 999),
    state        text     not null check (state in ('open', 'breached', 'late', 'undecidable', 'disorder', 'met')),
    findings     bigint   not null check (findings > 0),
    primary key (municipality, basis, month, rule, version, unit, state)
);
grant select, insert on case_check to rettidig_app;
grant select, insert, delete on case_month to rettidig_app;

-- Municipalities that have findings; nothing about whom.
create function case_found() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select distinct municipality from public.case_record order by 1 $$;
revoke all on function case_found() from public;
grant execute on function case_found() to rettidig_app;
