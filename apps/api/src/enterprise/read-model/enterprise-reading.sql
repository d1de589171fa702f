create index on enterprise (tenant, name, uscc);
create index on enterprise (tenant, registered_on, uscc);
create index on enterprise (tenant, division, uscc);
create index on enterprise (tenant, look, uscc);
create index on enterprise (tenant) where has_open_move;
create index on enterprise (tenant) where has_open_change;
-- What stood under the same look before.
create index on enterprise_past (tenant, look, uscc);
-- By any name that one had: the party of a contract may be written under an earlier one.
create index on enterprise using gin (string_to_array(known_as, E'\n'));
create index on enterprise_past using gin (string_to_array(known_as, E'\n'));
