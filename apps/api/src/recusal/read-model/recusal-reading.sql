create index on recusal (tenant, position);
create index on recusal (tenant, official);
create index on recusal (tenant, claim);
create index on recusal (tenant, uscc);
