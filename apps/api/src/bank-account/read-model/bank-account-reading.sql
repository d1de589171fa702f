create index on bank_account_change (tenant, uscc, position);
create index on bank_account_change (tenant, opens_until) where answer is null;
create index on bank_account_change using gin (shared_with);
