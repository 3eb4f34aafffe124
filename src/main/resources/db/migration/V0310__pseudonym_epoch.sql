-- In which epoch a municipality's pseudonyms are; without a row in the first. A rotation of the key adds a row.
create table pseudonym_epoch (
    municipality smallint not null,
    use text not null check (use ~ '^[a-z][a-z_]{0,39}$'),
    epoch integer not null check (epoch between 2 and 9999),
    since timestamptz not null,
    primary key (municipality, use, epoch)
);
grant select, insert on pseudonym_epoch to rettidig_app;
