create table registration (
  tenant text collate "C" not null,
  uscc text collate "C" not null,
  -- What was proposed with a licence, in order, with what was said of it.
  proposals jsonb not null,
  has_open boolean not null,
  from_position bigint not null,
  primary key (tenant, uscc)
);
