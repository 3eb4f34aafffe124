-- Follow-up (ADR 0131): children of whom there were repeated or grave notifications and of whom no measure is on record, who was
-- told, and how people closed it. Measures that the case system delivered are copied for as long as the year after must be seen.

create table follow_up (
    municipality  smallint    not null check (municipality between 100 and 999),
    id            uuid        not null,
    pseudonym     bytea       not null check (octet_length(pseudonym) = 32),
    reasons       text        not null,
    notifications integer     not null check (notifications >= 0),
    responsible   text        not null,
    state         text        not null check (state in ('watched', 'open', 'closed', 'measure')),
    opening       integer     not null check (opening >= 0),
    listed_at     timestamptz not null,
    latest_at     timestamptz not null,
    tell_at       timestamptz,
    back_at       timestamptz,
    measure_kind  text,
    measure_from  date,
    measure_to    date,
    version       integer     not null,
    primary key (municipality, id),
    check (state = 'watched' or (opening > 0 and reasons <> '')),
    check (back_at is null or state = 'closed'),
    check ((state = 'measure') = (measure_kind is not null and measure_from is not null))
);
create index follow_up_listed on follow_up (municipality, state, listed_at, id);
create index follow_up_of_child on follow_up (municipality, pseudonym);
create index follow_up_to_tell on follow_up (municipality, tell_at) where state = 'open';
create index follow_up_coming_back on follow_up (municipality, back_at) where back_at is not null;

create table follow_up_telling (
    municipality  smallint    not null,
    follow_up     uuid        not null,
    opening       integer     not null,
    step          text        not null,
    occasion      text        not null,
    told          text,
    due           timestamptz not null,
    at            timestamptz not null,
    primary key (municipality, follow_up, opening, step, occasion),
    foreign key (municipality, follow_up) references follow_up (municipality, id) on delete cascade
);

create table follow_up_closing (
    municipality  smallint    not null,
    follow_up     uuid        not null,
    opening       integer     not null,
    code          text        not null,
    because       text        not null check (char_length(because) between 20 and 4000),
    closed_by     text        not null,
    closed_at     timestamptz not null,
    back_at       timestamptz,
    primary key (municipality, follow_up, opening),
    foreign key (municipality, follow_up) references follow_up (municipality, id) on delete cascade
);

create table follow_up_measure (
    municipality  smallint    not null,
    follow_up     uuid        not null,
    kind          text        not null,
    from_day      date        not null,
    to_day        date,
    seen_at       timestamptz not null,
    primary key (municipality, follow_up, kind, from_day),
    foreign key (municipality, follow_up) references follow_up (municipality, id) on delete cascade
);

-- Up to which end of a delivery measures were looked for. Nothing about a person.
create table follow_up_looked (
    municipality  smallint    primary key,
    ended_at      timestamptz not null
);

alter table follow_up enable row level security;
alter table follow_up_telling enable row level security;
alter table follow_up_closing enable row level security;
alter table follow_up_measure enable row level security;
create policy follow_up_of_municipality on follow_up to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy follow_up_telling_of_municipality on follow_up_telling to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy follow_up_closing_of_municipality on follow_up_closing to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy follow_up_measure_of_municipality on follow_up_measure to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);

grant select, insert, update, delete on follow_up, follow_up_measure, follow_up_looked to rettidig_app;
grant select, insert, delete on follow_up_telling, follow_up_closing to rettidig_app;

-- Which municipalities have any: row-level security shows none before one is named.
create function followed() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select distinct municipality from public.follow_up $$;
revoke all on function followed() from public;
grant execute on function followed() to rettidig_app;
