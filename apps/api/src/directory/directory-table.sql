-- Which key made the hashes.
create table made_with (fingerprint bytea not null);
-- What live claims of all cities rest on, as keyed hashes: nobody finds the paper by one, and the same paper has the same.
create table entry (
  tenant text collate "C" not null,
  claim text collate "C" not null,
  hash bytea not null,
  -- The day on which the claim was submitted, or stated anew.
  since date not null,
  -- Of the lead department: whom the other city calls.
  department text not null,
  primary key (tenant, claim, hash)
);
create index on entry (hash, tenant);
-- Whose a claim is, and under what: it is said once, and a claim may be stated anew.
create table claimant (
  tenant text collate "C" not null,
  claim text collate "C" not null,
  uscc text not null,
  measure text not null,
  primary key (tenant, claim)
);
