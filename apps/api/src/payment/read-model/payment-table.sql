create table payment (
  tenant text collate "C" not null,
  id text collate "C" not null,
  claim text collate "C" not null,
  uscc text collate "C" not null,
  payee text not null,
  payer text collate "C" not null,
  amount bigint not null,
  basis text collate "C" not null,
  -- Proposal, bank, CNAPS code, mask and hash; null for what was instructed before accounts were agreed to.
  account jsonb,
  attempt int not null,
  status text not null,
  instructed_on date not null,
  settled_on date,
  -- Day on which the bank sent it back.
  returned_on date,
  bank_reference text,
  return_reason text,
  -- User id of whoever took the last step.
  last_actor text not null,
  from_position bigint not null,
  primary key (tenant, id)
);
