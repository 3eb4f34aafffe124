-- Domains that a client may convert to, named one by one and approved with the client.
alter table authority_client add column conversions text[] not null default '{}';

-- Keys that are to be erased, and those that were: an approved row stays, so that the domain is never made again.
create table authority_erasure (
    domain text primary key check (domain ~ '^[0-9]{3}\.[a-z][a-z_]{0,39}\.[1-9][0-9]{0,3}$'),
    proposed_by text not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    check ((approved_by is null) = (approved_at is null)),
    check (approved_by is null or approved_by <> proposed_by)
);
create function authority_erasure_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'an erased domain stays erased';
end
$$;
create trigger erased_for_good before update on authority_erasure
    for each row when (old.approved_at is not null) execute function authority_erasure_is_final();
grant select, insert, update on authority_erasure to rettidig_app;
