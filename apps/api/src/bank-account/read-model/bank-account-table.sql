-- What was proposed for enterprises' bank accounts, and how it came out; numbers stand masked.
create table bank_account_change (
  tenant text collate "C" not null,
  uscc text collate "C" not null,
  proposal text collate "C" not null,
  position bigint not null,
  -- Found where release 0.1 kept it without an event: nobody agreed to it.
  is_found boolean not null,
  account jsonb not null,
  holder_reason text,
  shared_with text[] not null,
  proposed_on date not null,
  proposed_by text not null,
  proposed_by_name text not null,
  opens_until date not null,
  -- Null, or an object of how, note, on and by.
  notice jsonb,
  -- agreed, refused or withdrawn; null while nobody answered.
  answer text,
  answered_on date,
  answered_by text,
  answered_by_name text,
  reason text,
  effective_from date,
  waiting text,
  from_position bigint not null,
  primary key (tenant, proposal)
);
