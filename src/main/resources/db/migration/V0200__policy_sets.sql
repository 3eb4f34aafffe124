-- Every policy set that ever decided, whole under its digest (ADR 0020). Rows are added and never changed or removed.

create table policy_set (
    digest  char(64)    not null check (digest ~ '^[0-9a-f]{64}$'),
    path    text        not null,
    bytes   bytea       not null,
    kept_at timestamptz not null default now(),
    primary key (digest, path)
);

create function policy_set_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a policy set that decided is kept as it was';
end
$$;
create trigger policy_set_is_kept before update or delete or truncate on policy_set
    for each statement execute function policy_set_is_kept();

grant select, insert on policy_set to rettidig_app;
