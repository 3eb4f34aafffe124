-- Notifications that the municipality's own intake delivered (ADR 0134): what the sender calls each, so that the same comes in once.
-- Nobody has taken responsibility for one before a person has done something about it.

create table notification_arrival (
    municipality  smallint    not null,
    registry      text        not null,
    called        text        not null check (called ~ '^[A-Za-z0-9._:~-]{1,64}$'),
    notification  uuid        not null,
    delivery      uuid        not null,
    content       text        not null check (content ~ '^[0-9a-f]{64}$'),
    incident      text check (incident ~ '^[A-Za-z0-9._:~-]{1,64}$'),
    delivered_at  timestamptz not null,
    primary key (municipality, registry, called),
    foreign key (municipality, notification) references notification (municipality, id) on delete cascade
);
create index notification_arrival_of_notification on notification_arrival (municipality, notification);
create index notification_arrival_of_incident on notification_arrival (municipality, registry, incident)
    where incident is not null;

alter table notification_arrival enable row level security;
create policy notification_arrival_of_municipality on notification_arrival to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant select, insert, delete on notification_arrival to rettidig_app;

alter table notification alter column responsible drop not null;

-- Children are named in the municipality's own domain.
alter table feed add check (domain_source is null or not 'NOTIFICATION_RECEIVED' = any (indicators));
