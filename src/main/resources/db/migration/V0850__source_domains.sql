-- A source may have a pseudonym domain of its own: municipality.use.source.epoch.
alter table pseudonym_epoch drop constraint pseudonym_epoch_use_check;
alter table pseudonym_epoch add constraint pseudonym_epoch_use_check
    check (use ~ '^[a-z][a-z_]{0,39}(\.[a-z][a-z_]{0,39})?$');
alter table authority_erasure drop constraint authority_erasure_domain_check;
alter table authority_erasure add constraint authority_erasure_domain_check
    check (domain ~ '^[0-9]{3}\.[a-z][a-z_]{0,39}(\.[a-z][a-z_]{0,39})?\.[1-9][0-9]{0,3}$');
alter table pseudonym_conversion drop constraint pseudonym_conversion_kind_check;
alter table pseudonym_conversion add constraint pseudonym_conversion_kind_check
    check (kind in ('rotation', 'merge', 'move', 'source'));

-- Whose domain a feed's pseudonyms are of: a source's own, or the municipality's.
alter table feed add column domain_source text
    check (domain_source is null or (domain_source ~ '^[a-z][a-z_]{0,39}$'
        and scope_kind <> 'population' and not 'SCOPE_NOTIFIED' = any (indicators)));

-- A source is one registry's: two that share it could link their pseudonyms.
create table pseudonym_source (
    municipality smallint not null,
    source text not null check (source ~ '^[a-z][a-z_]{0,39}$'),
    registry text not null,
    primary key (municipality, source)
);
grant select, insert on pseudonym_source to rettidig_app;

-- What a source calls a child that is in scope, or is about to be. The source's name of it is sealed under a key kept outside
-- the database: the database alone links no two names. Erased with the scope.
create table source_pair (
    id bigint generated always as identity primary key,
    municipality smallint not null,
    source text not null,
    pseudonym bytea not null check (octet_length(pseudonym) = 32),
    sealed bytea not null,
    since timestamptz not null,
    foreign key (municipality, source) references pseudonym_source
);
create index source_pair_by_child on source_pair (municipality, source, pseudonym);
alter table source_pair enable row level security;
create policy source_pair_of_municipality on source_pair
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint)
    with check (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
grant select, insert, delete on source_pair to rettidig_app;
grant update (pseudonym) on source_pair to rettidig_app;
