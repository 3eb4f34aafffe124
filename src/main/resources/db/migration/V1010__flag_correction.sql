-- A value that its source corrects after a flag was raised: what it is now, and what the model says with it. Like the strength
-- itself the recalculation is sealed for its flag and cannot be selected before somebody has sealed an own view.
alter table flag_fact add column changed_value double precision;
alter table flag_fact add column changed_known_at timestamptz;
grant update (changed_value, changed_known_at) on flag_fact to rettidig_app;

create table flag_rescore (
    municipality smallint not null,
    flag         uuid     not null,
    sealed       bytea    not null,
    primary key (municipality, flag),
    foreign key (municipality, flag) references flag (municipality, id)
);
alter table flag_rescore enable row level security;
create policy flag_rescore_made on flag_rescore for insert to rettidig_app
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy flag_rescore_after_view on flag_rescore for select to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint and exists (
        select 1 from flag
        where flag.municipality = flag_rescore.municipality and flag.id = flag_rescore.flag
          and flag.state in ('view_sealed', 'concluded', 'expired', 'withdrawn')));
create policy flag_rescore_erased on flag_rescore for delete to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant select, insert, delete on flag_rescore to rettidig_app;

-- Deleting a row takes the right to see it, and before the seal the application has none: this replaces it without showing it.
create function forget_rescore(asked smallint, of uuid[]) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as
$$ delete from public.flag_rescore where municipality = asked and flag = any (of) $$;
revoke all on function forget_rescore(smallint, uuid[]) from public;
grant execute on function forget_rescore(smallint, uuid[]) to rettidig_app;
