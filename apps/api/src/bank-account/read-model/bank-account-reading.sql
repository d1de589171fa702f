create index on bank_account_change (tenant, uscc, position);
create index on bank_account_change (tenant, opens_until) where answer is null;
-- The few that name an account of another enterprise.
create index on bank_account_change (tenant) where shared_with <> '{}';
