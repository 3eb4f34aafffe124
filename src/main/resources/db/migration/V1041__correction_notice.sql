-- Whoever read a flag is told when a source corrects a value of it after it has ended, until that is acknowledged.
alter table review_opening add column corrected_at timestamptz;
alter table review_opening add column acknowledged_at timestamptz;
alter table review_opening add check (acknowledged_at is null or corrected_at is not null);
create index review_opening_to_tell on review_opening (municipality, corrected_at)
    where corrected_at is not null and acknowledged_at is null;
grant update (corrected_at, acknowledged_at) on review_opening to rettidig_app;
