create index on enterprise (tenant, name, uscc);
create index on enterprise (tenant, registered_on, uscc);
create index on enterprise (tenant, division, uscc);
create index on enterprise (tenant, look, uscc);
create index on enterprise (tenant) where has_open_move;
create index on enterprise (tenant) where has_open_change;
-- What stood under the same look before.
create index on enterprise_past (tenant, look, uscc);
