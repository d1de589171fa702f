create index on enterprise (tenant, name, uscc);
create index on enterprise (tenant, registered_on, uscc);
create index on enterprise (tenant, division, uscc);
create index on enterprise (tenant, look, uscc);
create index on enterprise (tenant) where has_open_move;
create index on enterprise (tenant) where has_open_change;
-- What stood under the same look before.
create index on enterprise_past (tenant, look, uscc);
-- The few that ever had another name: the party of a contract may be written under an earlier one. Not by the names
-- themselves, since row-level security lets nobody look an array up in an index.
create index on enterprise (tenant) where known_as <> name;
create index on enterprise_past (tenant) where known_as <> name;
