-- The role of the running service. It owns nothing, changes no schema and gets each right by name in the migration that
-- makes the table. An operator who brings a PostgreSQL of their own creates both roles beforehand (docker/README.md).
do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'rettidig_app') then
        raise exception 'the role rettidig_app is missing: create it (login, no other right) before the first start';
    end if;
end
$$;

revoke create on schema public from public;
grant usage on schema public to rettidig_app;
