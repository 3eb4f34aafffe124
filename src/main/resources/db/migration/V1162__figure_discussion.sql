-- What people see in a published figure, what they agree to do about it, and how it ended (ADR 0149). About groups of notifiers and
-- institutions, never about a child, and about functions, never about a person: who wrote it stands in the ledger. Written once.

create table figure_discussion (
    municipality smallint    not null check (municipality between 100 and 999),
    id           uuid        not null,
    edition      text        not null,
    dimension    text        not null,
    category     text        not null,
    measure      text        not null,
    seen         text        not null check (length(seen) between 20 and 4000),
    opened_at    timestamptz not null,
    primary key (municipality, id),
    foreign key (municipality, dimension, edition, category, measure)
        references notification_figure (municipality, dimension, edition, category, measure)
);

create table figure_action (
    municipality smallint    not null,
    id           uuid        not null,
    discussion   uuid        not null,
    kind         text        not null check (kind in ('duty', 'early_signs', 'meeting', 'other')),
    notifier     text        not null,
    institution  text        not null check (length(institution) <= 200),
    note         text        not null check (length(note) <= 200),
    responsible  text        not null check (length(responsible) between 2 and 200),
    due          date        not null,
    planned_at   timestamptz not null,
    primary key (municipality, id),
    foreign key (municipality, discussion) references figure_discussion (municipality, id)
);
create index figure_action_discussion on figure_action (municipality, discussion);

create table figure_action_end (
    municipality smallint    not null,
    action       uuid        not null,
    outcome      text        not null check (outcome in ('done', 'given_up')),
    day          date        not null,
    reason       text        not null check (length(reason) <= 4000),
    ended_at     timestamptz not null,
    primary key (municipality, action),
    foreign key (municipality, action) references figure_action (municipality, id),
    check (outcome = 'done' or length(reason) >= 20)
);

grant select, insert on figure_discussion, figure_action, figure_action_end to rettidig_app;
