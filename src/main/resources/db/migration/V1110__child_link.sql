-- Children who belong together (ADR 0134): of one household, or named in one letter. A reference is kept as its digest; there is no
-- address. A link that a person removed stays as removed, so that the next delivery does not bring it back.

create table child_link (
    municipality  smallint    not null check (municipality between 100 and 999),
    id            uuid        not null,
    kind          text        not null check (kind in ('household', 'letter')),
    reference     text        not null check (reference ~ '^[0-9a-f]{64}$'),
    made_at       timestamptz not null,
    primary key (municipality, id),
    unique (municipality, kind, reference)
);

create table child_link_member (
    municipality  smallint    not null,
    link          uuid        not null,
    pseudonym     bytea       not null check (octet_length(pseudonym) = 32),
    linked_by     text        not null,
    linked_at     timestamptz not null,
    removed_by    text,
    removed_at    timestamptz,
    because       text check (char_length(because) between 20 and 4000),
    primary key (municipality, link, pseudonym),
    foreign key (municipality, link) references child_link (municipality, id) on delete cascade,
    check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (because is null))
);
create index child_link_of_child on child_link_member (municipality, pseudonym);

alter table child_link enable row level security;
alter table child_link_member enable row level security;
create policy child_link_of_municipality on child_link to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy child_link_member_of_municipality on child_link_member to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant select, insert, delete on child_link to rettidig_app;
grant select, insert, update, delete on child_link_member to rettidig_app;
