-- Monitoring (ADR 0121, docs/monitoring.md): figures of whole runs, pauses and withdrawals of models. Nothing here is about a
-- child, so nothing here is in the retention register.

create table monitoring_run (
    run           uuid primary key references run,
    municipality  smallint    not null check (municipality between 100 and 999),
    model_name    text        not null,
    model_version text        not null,
    measured_at   timestamptz not null,
    judgement     text        not null check (judgement in ('judged', 'too_few', 'other_scope'))
);
create index monitoring_run_by_time on monitoring_run (municipality, measured_at desc, run);

-- One figure of a run, held against the limit of its day. A run of too few children has none.
create table monitoring_figure (
    run         uuid             not null references monitoring_run,
    measure     text             not null,
    source      text             not null,
    indicator   text             not null,
    value       double precision not null,
    limit_value double precision not null,
    breached    boolean          not null,
    accepted    boolean          not null,
    primary key (run, measure, source, indicator)
);

-- While one stands, the model raises no flag in the municipality. Who resumed stands in the ledger; the row keeps the task.
create table monitoring_pause (
    id            uuid primary key,
    municipality  smallint         not null check (municipality between 100 and 999),
    model_name    text             not null,
    model_version text             not null,
    run           uuid             not null references monitoring_run,
    measure       text             not null,
    source        text             not null,
    indicator     text             not null,
    figure        double precision not null,
    limit_value   double precision not null,
    paused_at     timestamptz      not null,
    resumed_at    timestamptz,
    resumed_by    text,
    check ((resumed_at is null) = (resumed_by is null))
);
create unique index monitoring_pause_standing on monitoring_pause (municipality, model_name, model_version)
    where resumed_at is null;

-- A withdrawal is for good.
create table model_withdrawal (
    id            uuid primary key,
    municipality  smallint    not null check (municipality between 100 and 999),
    model_name    text        not null,
    model_version text        not null,
    withdrawn_at  timestamptz not null,
    unique (municipality, model_name, model_version)
);

grant select, insert on monitoring_run, monitoring_figure, monitoring_pause, model_withdrawal to rettidig_app;
grant update (resumed_at, resumed_by) on monitoring_pause to rettidig_app;
