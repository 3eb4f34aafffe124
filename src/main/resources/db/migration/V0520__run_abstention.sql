-- Of how many children in each age band (-1: not known) a finished run said nothing, for each reason. A child may have
-- several reasons, so the reasons of a band add up to at least its children (run_count, outcome abstained).
create table run_abstention (
    run      uuid     not null references run,
    age_band smallint not null,
    reason   text     not null,
    children bigint   not null check (children > 0),
    primary key (run, age_band, reason)
);

grant select, insert on run_abstention to rettidig_app;
