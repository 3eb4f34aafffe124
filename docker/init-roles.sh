#!/bin/sh
# Makes the two roles and the database; run once by the PostgreSQL image.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres \
  -v owner="$(cat /run/secrets/owner)" -v application="$(cat /run/secrets/application)" <<'SQL'
create role rettidig_owner login password :'owner';
create role rettidig_app login password :'application';
create database rettidig owner rettidig_owner encoding 'UTF8';
SQL
