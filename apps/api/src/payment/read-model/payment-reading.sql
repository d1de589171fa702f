create index on payment (tenant, instructed_on, id);
create index on payment (tenant, amount, id);
create index on payment (tenant, status, payer, instructed_on, id);
create index on payment (tenant, payer, instructed_on, id);
-- What the bank paid in a month.
create index on payment (tenant, settled_on, id) where settled_on is not null;
create index on payment (tenant, claim);
create index on payment (tenant, uscc);
-- The past of a claim's payments is looked for by the claim, whose number is theirs but for the payer.
create index on payment_past (tenant, claim, from_position);
