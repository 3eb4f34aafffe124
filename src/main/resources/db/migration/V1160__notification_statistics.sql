-- Figures on notifications (ADR 0132): protected before they are written, so a row says nothing of a child; they stay when the
-- notifications are erased. Written once and never changed.

create table notification_edition (
    municipality smallint    not null check (municipality between 100 and 999),
    edition      text        not null check (edition ~ '^[0-9]{4}(-[0-9]{2})?$'),
    period       text        not null check (period in ('month', 'year')),
    last_day     date        not null,
    published_at timestamptz not null,
    margin       bigint      not null check (margin >= 0),
    whole        boolean     not null,
    primary key (municipality, edition)
);
create index notification_edition_newest on notification_edition (municipality, period, last_day);

create table notification_figure (
    municipality smallint not null,
    edition      text     not null,
    dimension    text     not null,
    category     text     not null,
    measure      text     not null,
    figure       bigint   not null check (figure >= 0),
    primary key (municipality, dimension, edition, category, measure),
    foreign key (municipality, edition) references notification_edition (municipality, edition)
);

grant select, insert on notification_edition, notification_figure to rettidig_app;

-- For counting what arrived in a month.
create index notification_received on notification (municipality, received_at);

-- Since when each municipality has notifications here: row-level security shows none before one is named.
create function notified_since() returns table (municipality smallint, since timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select n.municipality, min(n.received_at) from public.notification n group by n.municipality $$;
revoke all on function notified_since() from public;
grant execute on function notified_since() to rettidig_app;
