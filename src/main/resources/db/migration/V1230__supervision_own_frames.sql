-- Cases of frames that the service made itself are named by the child's pseudonym (ADR 0135), which a conversion renews; those of
-- an uploaded frame by the case system's number.
alter table supervision_case alter column reference drop not null;
alter table supervision_case add column pseudonym bytea check (octet_length(pseudonym) = 32);
alter table supervision_case add check ((reference is null) <> (pseudonym is null));
create index supervision_case_of_child on supervision_case (municipality, pseudonym) where pseudonym is not null;
grant update (pseudonym) on supervision_case to rettidig_app;
