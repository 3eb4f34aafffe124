-- Handover of a child to the municipality that it moves to (BL § 132, ADR 0133). What both municipalities may read holds no
-- pseudonym and no name of a person; each municipality's own side does, and nobody sees both.

-- What was sent. Never changed; that it was delivered is added once. The receiver sees it from the delivery on.
create table handover (
    id            uuid        primary key,
    sender        smallint    not null check (sender between 100 and 999),
    receiver      smallint    not null check (receiver between 100 and 999),
    age_band      text        not null check (age_band in ('unborn', '0-2', '3-6', '7-12', '13-17', 'unknown')),
    moved_on      date        not null,
    known_on      date        not null,
    grounds       text        not null check (grounds <> ''),
    materials     text        not null check (materials <> ''),
    remark        text check (char_length(remark) between 20 and 4000),
    sent_at       timestamptz not null,
    delivered_at  timestamptz,
    check (sender <> receiver),
    check (delivered_at >= sent_at)
);

-- What a municipality said to the other one, in order. No names.
create table handover_act (
    handover      uuid        not null references handover (id) on delete cascade,
    number        integer     not null check (number > 0),
    side          text        not null check (side in ('sender', 'receiver')),
    kind          text        not null check (kind in ('opened', 'answered', 'supplemented', 'closed')),
    code          text        not null,
    because       text check (char_length(because) between 20 and 4000),
    materials     text        not null,
    job           text        not null,
    at            timestamptz not null,
    primary key (handover, number)
);

-- A municipality's own side: its pseudonym of the child and its people.
create table handover_side (
    municipality  smallint    not null check (municipality between 100 and 999),
    handover      uuid        not null references handover (id),
    side          text        not null check (side in ('sender', 'receiver')),
    other         smallint    not null check (other between 100 and 999),
    pseudonym     bytea check (octet_length(pseudonym) = 32),
    responsible   text,
    notification  uuid,
    announced_at  timestamptz not null,
    tell_at       timestamptz,
    ended_at      timestamptz,
    primary key (municipality, handover),
    check (side = 'receiver' or (pseudonym is not null and responsible is not null))
);
create index handover_side_listed on handover_side (municipality, announced_at, handover);
create index handover_side_of_child on handover_side (municipality, pseudonym);
create index handover_side_to_tell on handover_side (municipality, tell_at) where ended_at is null;

-- Who of the own municipality did what of handover_act.
create table handover_person (
    municipality  smallint    not null,
    handover      uuid        not null,
    number        integer     not null,
    name          text        not null,
    primary key (municipality, handover, number),
    foreign key (municipality, handover) references handover_side (municipality, handover) on delete cascade
);

create table handover_telling (
    municipality  smallint    not null,
    handover      uuid        not null,
    duty          text        not null,
    round         integer     not null check (round >= 0),
    level         text        not null check (level in ('warning', 'overdue')),
    told          text,
    due           timestamptz not null,
    at            timestamptz not null,
    primary key (municipality, handover, duty, round, level),
    foreign key (municipality, handover) references handover_side (municipality, handover) on delete cascade
);

alter table handover enable row level security;
alter table handover_act enable row level security;
alter table handover_side enable row level security;
alter table handover_person enable row level security;
alter table handover_telling enable row level security;
create policy handover_of_both on handover to rettidig_app
    using (sender = nullif(current_setting('rettidig.municipality', true), '')::smallint
        or (receiver = nullif(current_setting('rettidig.municipality', true), '')::smallint and delivered_at is not null))
    with check (sender = nullif(current_setting('rettidig.municipality', true), '')::smallint);
-- Sees what its handover's policy lets be seen; a municipality writes for its own side.
create policy handover_act_of_both on handover_act to rettidig_app
    using (exists (select 1 from handover h where h.id = handover_act.handover))
    with check (exists (select 1 from handover h where h.id = handover_act.handover
        and nullif(current_setting('rettidig.municipality', true), '')::smallint
            = case handover_act.side when 'sender' then h.sender else h.receiver end));
create policy handover_side_of_municipality on handover_side to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy handover_person_of_municipality on handover_person to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy handover_telling_of_municipality on handover_telling to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);

grant select, insert on handover, handover_act to rettidig_app;
grant update (delivered_at) on handover to rettidig_app;
grant select, insert, delete on handover_side to rettidig_app;
grant update (pseudonym, responsible, notification, tell_at, ended_at) on handover_side to rettidig_app;
grant select, insert, delete on handover_person, handover_telling to rettidig_app;

-- What both may read goes with the last side of it: each municipality erases its own.
create function handover_gone() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$ begin
    perform 1 from public.handover h where h.id = old.handover for update; -- both sides at once: one after the other
    delete from public.handover h where h.id = old.handover
        and not exists (select 1 from public.handover_side s where s.handover = h.id);
    return null;
end $$;
revoke all on function handover_gone() from public;
create trigger handover_gone after delete on handover_side for each row execute function handover_gone();

-- Which municipalities have any: row-level security shows none before one is named.
create function handing_over() returns setof smallint
    language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select distinct municipality from public.handover_side $$;
revoke all on function handing_over() from public;
grant execute on function handing_over() to rettidig_app;
