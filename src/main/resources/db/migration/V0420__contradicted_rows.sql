-- Rows of a delivery that contradict what another delivery brought under the same key: a band beside the other one, for the DPO alone.
alter table delivery_scope_band add column contradicted_band text not null default '0'
    check (contradicted_band in ('0', '1-9', '10-99', '100-999', '1000-9999', '10000+'));
