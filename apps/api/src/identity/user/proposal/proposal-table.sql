-- What was proposed for the accounts of officials, and what was said of it.
create table account_proposal (
  tenant text collate "C" not null,
  -- The command that proposed it.
  id text collate "C" not null,
  -- User id.
  official text collate "C" not null,
  username text not null,
  display_name text not null,
  change jsonb not null,
  reason text not null,
  lookalikes text[] not null,
  proposed_as text not null,
  -- User id, username and display name of whoever proposed it, and of whoever answered.
  proposed_by jsonb not null,
  proposed_on date not null,
  opens_until date not null,
  -- agreed | refused | withdrawn; null while it is open or has lapsed.
  answer text,
  answered_by jsonb,
  answered_on date,
  answer_reason text,
  position bigint not null,
  from_position bigint not null,
  primary key (tenant, id)
);
