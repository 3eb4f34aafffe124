-- The child's sex as a notification states it, for counting alone (ADR 0150). The application adds rows and can select none: the two
-- functions are the only ways to read it, one for counting an edition and one for the child's own extract. It goes with its
-- notification, whatever pseudonym that has by then; an unborn child has none.

create table notification_sex (
    municipality smallint not null,
    notification uuid     not null,
    sex          text     not null check (sex in ('female', 'male')),
    primary key (municipality, notification),
    foreign key (municipality, notification) references notification (municipality, id) on delete cascade
);

alter table notification_sex enable row level security;
create policy notification_sex_of_municipality on notification_sex for insert to rettidig_app
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant insert on notification_sex to rettidig_app;

-- With the rights of the table's owner, so both look themselves at which municipality the transaction may see.
create function sex_for_counting(asked smallint, since timestamptz, before timestamptz)
    returns table (notified uuid, stated text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
    select s.notification, s.sex
    from public.notification n
    join public.notification_sex s on s.municipality = n.municipality and s.notification = n.id
    where n.municipality = asked and n.received_at >= since and n.received_at < before
      and asked = nullif(current_setting('rettidig.municipality', true), '')::smallint
$$;

create function sex_for_extract(asked smallint, child bytea)
    returns table (notified uuid, stated text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
    select s.notification, s.sex
    from public.notification n
    join public.notification_sex s on s.municipality = n.municipality and s.notification = n.id
    where n.municipality = asked and n.pseudonym = child
      and asked = nullif(current_setting('rettidig.municipality', true), '')::smallint
$$;

revoke all on function sex_for_counting(smallint, timestamptz, timestamptz), sex_for_extract(smallint, bytea) from public;
grant execute on function sex_for_counting(smallint, timestamptz, timestamptz), sex_for_extract(smallint, bytea)
    to rettidig_app;
