-- Who is on duty for notifications and whom escalations go to (ADR 0134), for periods; and the person where there is none.

create table duty_period (
    municipality  smallint    not null check (municipality between 100 and 999),
    id            uuid        not null,
    on_duty       text        not null,
    told          text        not null,
    from_at       timestamptz not null,
    to_at         timestamptz not null,
    set_by        text        not null,
    set_at        timestamptz not null,
    primary key (municipality, id),
    check (from_at < to_at)
);
create index duty_period_at on duty_period (municipality, from_at);

create table duty_fallback (
    municipality  smallint    primary key check (municipality between 100 and 999),
    person        text        not null,
    set_by        text        not null,
    set_at        timestamptz not null
);

alter table duty_period enable row level security;
alter table duty_fallback enable row level security;
create policy duty_period_of_municipality on duty_period to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy duty_fallback_of_municipality on duty_fallback to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant select, insert, delete on duty_period to rettidig_app;
grant select, insert, update on duty_fallback to rettidig_app;

-- Which municipalities have any: row-level security shows none before one is named.
create function rostered() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select distinct municipality from public.duty_period $$;
revoke all on function rostered() from public;
grant execute on function rostered() to rettidig_app;

-- Who notified is a ground to withhold an entry of an extract.
alter table extract_item drop constraint extract_item_ground_check;
alter table extract_item add constraint extract_item_ground_check check (ground in
    ('child_talk_without_parents', 'honour_conflict', 'other_parents_data', 'protected_address', 'notifier'));
