-- A flag's entry commits to the values it rests on. The salt lies with the flag and goes with its content: without it the hash in
-- the ledger says nothing, not even to somebody who can guess the values. A copy that contradicts its entry is noted once.
alter table flag add column values_salt bytea check (octet_length(values_salt) = 32);
alter table flag add column copy_refused_at timestamptz;
grant update (values_salt, copy_refused_at) on flag to rettidig_app;
