-- Which municipalities have any, from one entry of the index to the next instead of through every row: asked every minute.
create or replace function followed() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
    with recursive known as (
        (select f.municipality from public.follow_up f order by f.municipality limit 1)
        union all
        select (select f.municipality from public.follow_up f where f.municipality > k.municipality
            order by f.municipality limit 1)
        from known k where k.municipality is not null)
    select k.municipality from known k where k.municipality is not null
$$;
