-- Own views and outcomes: written once, never changed. What is erased goes by the retention register.

create table review_own_view (
    municipality  smallint    not null check (municipality between 100 and 999),
    flag          uuid        not null,
    reviewer      text        not null,
    choice        text        not null check (choice in ('no_concern', 'in_doubt', 'need_likely', 'need_urgent')),
    justification text        not null check (char_length(justification) between 20 and 4000),
    sealed_at     timestamptz not null,
    primary key (municipality, flag, reviewer),
    foreign key (municipality, flag) references flag (municipality, id)
);

create table review_outcome (
    municipality  smallint    not null check (municipality between 100 and 999),
    flag          uuid        not null,
    reviewer      text        not null,
    kind          text        not null
        check (kind in ('no_reason', 'open_case', 'screening_opened', 'counselling_offered', 'value_wrong')),
    justification text        not null check (char_length(justification) between 20 and 4000),
    open_case     text check ((open_case is not null) = (kind = 'open_case')),
    aware_on      date check ((aware_on is not null) = (kind = 'screening_opened')),
    how_told      text check ((how_told is not null) = (kind = 'counselling_offered')),
    indicator     text check ((indicator is not null) = (kind = 'value_wrong')),
    recorded_at   timestamptz not null,
    primary key (municipality, flag),
    foreign key (municipality, flag) references flag (municipality, id)
);

alter table review_own_view enable row level security;
alter table review_outcome enable row level security;
create policy review_own_view_of_municipality on review_own_view to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);
create policy review_outcome_of_municipality on review_outcome to rettidig_app
    using (municipality = nullif(current_setting('rettidig.municipality', true), '')::smallint);

grant select, insert, delete on review_own_view, review_outcome to rettidig_app;
