-- Re-identification: who has read which flag, who asked for whom, who decided, and counts that outlive the requests.

-- Which flags a caseworker has read: only these can be asked about.
create table review_opening (
    municipality smallint    not null check (municipality between 100 and 999),
    flag         uuid        not null,
    reader       text        not null,
    opened_at    timestamptz not null,
    primary key (municipality, flag, reader),
    foreign key (municipality, flag) references flag (municipality, id)
);

-- One request about one flag. The pseudonym stays with the flag; of a ticket the digest of its id stays.
create table reidentification (
    municipality      smallint    not null check (municipality between 100 and 999),
    id                uuid        not null,
    flag              uuid        not null,
    requested_by      text        not null,
    requested_at      timestamptz not null,
    purpose           text        not null check (purpose = 'child_support'),
    case_reference    text        not null check (char_length(case_reference) between 3 and 40),
    justification     text        not null check (char_length(justification) between 20 and 4000),
    state             text        not null
        check (state in ('requested', 'approved', 'declined', 'withdrawn', 'lapsed', 'ticketed', 'redeemed')),
    decided_by        text check (decided_by <> requested_by),
    decided_at        timestamptz,
    declined_because  text check (char_length(declined_because) between 20 and 4000),
    approved_until    timestamptz,
    ticket_digest     text check (ticket_digest ~ '^[0-9a-f]{64}$'),
    ticket_expires_at timestamptz,
    redeemed_at       timestamptz,
    redemption_digest text check (redemption_digest ~ '^[0-9a-f]{64}$'),
    append_id         bigint,
    primary key (municipality, id),
    foreign key (municipality, flag) references flag (municipality, id),
    check ((decided_by is null) = (decided_at is null)),
    check ((state = 'declined') = (declined_because is not null)),
    check (approved_until is null or decided_by is not null),
    check (state not in ('approved', 'ticketed', 'redeemed') or approved_until is not null),
    check ((ticket_digest is null) = (ticket_expires_at is null)),
    check (ticket_expires_at is null or ticket_expires_at <= approved_until),
    check (state not in ('ticketed', 'redeemed') or ticket_digest is not null),
    check ((state = 'redeemed') = (redeemed_at is not null)),
    check ((state = 'redeemed') = (redemption_digest is not null))
);
create unique index reidentification_open on reidentification (municipality, flag, requested_by)
    where state in ('requested', 'approved', 'ticketed');
create index reidentification_by_time on reidentification (municipality, requested_at desc);

-- Who decides in the team leader's place, and for which days; at most one stands at a time.
create table reidentification_substitute (
    municipality smallint    not null check (municipality between 100 and 999),
    id           uuid        not null,
    name         text        not null check (char_length(name) between 1 and 255),
    named_by     text        not null,
    named_at     timestamptz not null,
    from_day     date        not null,
    to_day       date        not null,
    ended_at     timestamptz,
    primary key (municipality, id),
    check (to_day >= from_day and to_day - from_day < 30)
);
create unique index reidentification_substitute_standing on reidentification_substitute (municipality)
    where ended_at is null;

-- How often a person did what on a day, for the data protection officer. Nothing here leads to a child.
create table reidentification_count (
    municipality smallint not null check (municipality between 100 and 999),
    day          date     not null,
    person       text     not null,
    act          text     not null check (act in ('asked', 'approved', 'declined', 'redeemed', 'refused')),
    times        bigint   not null check (times > 0),
    primary key (municipality, day, person, act)
);

do $$
declare
    name text;
begin
    foreach name in array array[
        'review_opening', 'reidentification', 'reidentification_substitute', 'reidentification_count'
    ] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy %I on %I to rettidig_app using (municipality = '
            || 'nullif(current_setting(''rettidig.municipality'', true), '''')::smallint)',
            name || '_of_municipality', name);
    end loop;
end
$$;

grant select, insert, delete
    on review_opening, reidentification, reidentification_substitute, reidentification_count to rettidig_app;
grant update (state, decided_by, decided_at, declined_because, approved_until, ticket_digest, ticket_expires_at,
    redeemed_at, redemption_digest, append_id) on reidentification to rettidig_app;
grant update (ended_at) on reidentification_substitute to rettidig_app;
grant update (times) on reidentification_count to rettidig_app;
