create index on contact_change (tenant, uscc, position);
create index on contact_change (tenant, opens_until) where answer is null;
