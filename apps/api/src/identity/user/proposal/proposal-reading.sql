create index on account_proposal (tenant, position);
create index on account_proposal (tenant, official, position);
create index on account_proposal (tenant, position) where answer is null;
