-- Notifications of concern about a child (ADR 0127): what came in, what people did, who was told that something was not done.
-- The letter is in the case system; no text about the child is kept here but a reason that a person answers for.

create table notification (
    municipality  smallint    not null check (municipality between 100 and 999),
    id            uuid        not null,
    pseudonym     bytea       not null check (octet_length(pseudonym) = 32),
    age_band      text        not null check (age_band in ('unborn', '0-2', '3-6', '7-12', '13-17', 'unknown')),
    notifier      text        not null,
    anonymous     boolean     not null,
    causes        text        not null check (causes <> ''),
    marks         text        not null,
    letter        text,
    incident      uuid        not null,
    received_at   timestamptz not null,
    registered_at timestamptz not null,
    registered_by text        not null,
    responsible   text        not null,
    next_due      timestamptz,
    tell_at       timestamptz,
    done_at       timestamptz,
    version       integer     not null,
    primary key (municipality, id),
    check (received_at <= registered_at)
);
create index notification_waiting on notification (municipality, coalesce(next_due, 'infinity'), id) where done_at is null;
create index notification_of_child on notification (municipality, pseudonym);
create index notification_to_tell on notification (municipality, tell_at) where done_at is null;

create table notification_step (
    municipality  smallint    not null,
    notification  uuid        not null,
    number        integer     not null check (number > 0),
    kind          text        not null,
    result        text        not null,
    because       text check (char_length(because) between 20 and 4000),
    recorded_by   text        not null,
    happened_at   timestamptz not null,
    recorded_at   timestamptz not null,
    primary key (municipality, notification, number),
    foreign key (municipality, notification) references notification (municipality, id) on delete cascade,
    check (happened_at <= recorded_at)
);

create table notification_escalation (
    municipality  smallint    not null,
    notification  uuid        not null,
    duty          text        not null,
    level         text        not null check (level in ('warning', 'overdue')),
    told          text,
    at            timestamptz not null,
    primary key (municipality, notification, duty, level),
    foreign key (municipality, notification) references notification (municipality, id) on delete cascade
);

alter table notification enable row level security;
alter table notification_step enable row level security;
alter table notification_escalation enable row level security;
create policy notification_of_municipality on notification to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy notification_step_of_municipality on notification_step to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy notification_escalation_of_municipality on notification_escalation to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);

grant select, insert, update, delete on notification to rettidig_app;
grant select, insert, delete on notification_step, notification_escalation to rettidig_app;

-- Which municipalities have any: row-level security shows none before one is named.
create function notified() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select distinct municipality from public.notification $$;
revoke all on function notified() from public;
grant execute on function notified() to rettidig_app;
