-- Which municipalities have any, from one entry of the index to the next instead of through every row: asked every minute.
create or replace function notified() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
    with recursive known as (
        (select n.municipality from public.notification n order by n.municipality limit 1)
        union all
        select (select n.municipality from public.notification n where n.municipality > k.municipality
            order by n.municipality limit 1)
        from known k where k.municipality is not null)
    select k.municipality from known k where k.municipality is not null
$$;
