-- What its source had taken back when the run read it: nobody knows it, as with what was never delivered, and it is told apart.
-- Flags raised before this have such inputs among the missing ones.
alter table flag add column retracted smallint[] not null default '{}';
grant update (retracted) on flag to rettidig_app;
