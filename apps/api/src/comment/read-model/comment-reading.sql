create index on comment (tenant, claim, position);
-- What somebody has yet to read.
create index on comment (tenant, position) where unread <> '{}' and withdrawn_on is null;
