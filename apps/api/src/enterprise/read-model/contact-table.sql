-- Every change of an enterprise's contact, masked, and how it came out.
create table contact_change (
  tenant text collate "C" not null,
  uscc text collate "C" not null,
  proposal text collate "C" not null,
  -- 0 where release 0.1 kept it without an event: it stands before all others.
  position bigint not null,
  is_found boolean not null,
  was jsonb,
  now jsonb not null,
  hash text not null,
  erased boolean not null,
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
