create index on delegation (tenant, position);
create index on delegation (tenant, official, position);
create index on delegation (tenant, deputy, position);
