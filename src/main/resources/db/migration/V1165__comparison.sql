-- Published figures of many municipalities, as a municipality's people loaded them to compare with (ADR 0137): public numbers
-- about no child. Written once and never changed; the newest load of a year is the one that is shown.

create table comparison_load (
    municipality smallint    not null check (municipality between 100 and 999),
    id           uuid        not null,
    year         smallint    not null check (year between 2000 and 2200),
    source       text        not null check (length(source) between 10 and 200),
    loaded_at    timestamptz not null,
    primary key (municipality, id)
);
create index comparison_load_newest on comparison_load (municipality, year, loaded_at desc);

create table comparison_figure (
    municipality  smallint not null,
    load          uuid     not null,
    area          smallint not null check (area between 100 and 999),
    compared_as   text     not null check (compared_as in ('other', 'neighbour', 'similar', 'both')),
    notifications bigint   not null check (notifications >= 0),
    children      bigint   not null check (children > 0),
    primary key (municipality, load, area),
    foreign key (municipality, load) references comparison_load (municipality, id)
);

grant select, insert on comparison_load, comparison_figure to rettidig_app;
