-- How the screenings of notified children ended (ADR 0123): a person's conclusion, delivered, counted once with what the model
-- had said, and erased with the scope. Never an input of a model.
create table conclusion (
    municipality smallint    not null,
    pseudonym    bytea       not null check (octet_length(pseudonym) = 32),
    basis        text        not null,
    day          date        not null,
    known_at     timestamptz not null,
    need         boolean     not null,
    retracted    boolean     not null,
    delivery     bigint      not null,
    counted_at   timestamptz,
    primary key (municipality, basis, pseudonym, day, known_at)
);
alter table conclusion enable row level security;
create policy conclusion_of_municipality on conclusion
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint)
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant select, insert, delete on conclusion to rettidig_app;
grant update (counted_at) on conclusion to rettidig_app;

-- Municipalities that have conclusions; nothing about whom.
create function concluding() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select distinct municipality from public.conclusion order by 1 $$;
revoke all on function concluding() from public;
grant execute on function concluding() to rettidig_app;

-- Conclusions name children as the municipality does, not as a source.
alter table feed add constraint feed_conclusion_domain
    check (domain_source is null or not 'ASSESSMENT_CONCLUDED' = any (indicators));

-- What remains of conclusions: counts. Nothing here is about a child.
-- became: what the latest run before the conclusion made of the child. tenth: of a flag whose strength somebody had seen, which
-- tenth its probability lies in (0 to 9), -1 otherwise; probabilities: their sum.
create table monitoring_conclusion (
    municipality  smallint         not null check (municipality between 100 and 999),
    model_name    text             not null,
    model_version text             not null,
    quarter       date             not null,
    age_band      smallint         not null,
    became        text             not null check (became in ('scored', 'abstained', 'flagged')),
    tenth         smallint         not null check (tenth between -1 and 9),
    need          boolean          not null,
    children      bigint           not null check (children > 0),
    probabilities double precision not null,
    primary key (municipality, model_name, model_version, quarter, age_band, became, tenth, need),
    check (became = 'flagged' or tenth = -1)
);

-- Own views that people had sealed of flagged children whose screening was concluded.
create table monitoring_view (
    municipality  smallint not null check (municipality between 100 and 999),
    model_name    text     not null,
    model_version text     not null,
    quarter       date     not null,
    age_band      smallint not null,
    choice        text     not null check (choice in ('no_concern', 'in_doubt', 'need_likely', 'need_urgent')),
    need          boolean  not null,
    views         bigint   not null check (views > 0),
    primary key (municipality, model_name, model_version, quarter, age_band, choice, need)
);

-- How many people stand behind those views: one mark a person, model, quarter and age band, made with a key outside the
-- database. A mark says neither who it is nor what was thought.
create table monitoring_reviewer (
    municipality  smallint not null check (municipality between 100 and 999),
    model_name    text     not null,
    model_version text     not null,
    quarter       date     not null,
    age_band      smallint not null,
    mark          bytea    not null check (octet_length(mark) = 32),
    primary key (municipality, model_name, model_version, quarter, age_band, mark)
);

-- Conclusions that are in no figure: unplaced, no run can be shown that the child was in; changed, corrected after counting.
create table monitoring_aside (
    municipality smallint not null check (municipality between 100 and 999),
    quarter      date     not null,
    why          text     not null check (why in ('unplaced', 'changed')),
    children     bigint   not null check (children > 0),
    primary key (municipality, quarter, why)
);

grant select, insert on monitoring_conclusion, monitoring_view, monitoring_reviewer, monitoring_aside to rettidig_app;
grant update (children, probabilities) on monitoring_conclusion to rettidig_app;
grant update (views) on monitoring_view to rettidig_app;
grant update (children) on monitoring_aside to rettidig_app;
grant delete on monitoring_reviewer to rettidig_app;

-- A pause may come of counted conclusions instead of a run.
alter table monitoring_pause alter column run drop not null;
