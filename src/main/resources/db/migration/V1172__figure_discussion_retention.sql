-- Discussions of figures end (ADR 0153). The application can still neither change nor delete what people wrote: this erases whole
-- discussions of which nothing is left to do and to which nothing was written since the moment.

create function erase_figure_discussions(whose smallint, before timestamptz) returns setof uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    gone uuid[];
begin
    select array_agg(d.id order by d.id) into gone
    from public.figure_discussion d
    where d.municipality = whose and d.opened_at <= before
        and not exists (select 1
            from public.figure_action a
                left join public.figure_action_end e on e.municipality = a.municipality and e.action = a.id
            where a.municipality = d.municipality and a.discussion = d.id
                and (e.action is null or e.ended_at > before));
    delete from public.figure_action_end e using public.figure_action a
    where a.municipality = whose and a.discussion = any(gone) and e.municipality = a.municipality and e.action = a.id;
    delete from public.figure_action where municipality = whose and discussion = any(gone);
    delete from public.figure_discussion where municipality = whose and id = any(gone);
    return query select unnest(gone);
end
$$;
revoke all on function erase_figure_discussions(smallint, timestamptz) from public;
grant execute on function erase_figure_discussions(smallint, timestamptz) to rettidig_app;
