create index on comment (tenant, claim, position);
create index on comment using gin (unread) where withdrawn_on is null;
