create table enterprise (
  tenant text collate "C" not null,
  uscc text collate "C" not null,
  name text not null,
  -- What is left of the name when all that a reader overlooks is taken away; null when nothing is.
  look text collate "C",
  -- Where it belongs after its last move, and where it was when it was registered.
  division text collate "C" not null,
  first_division text not null,
  registered_on date not null,
  -- In order: objects of division and on.
  moves jsonb not null,
  -- What was proposed, in order, with what was said of it.
  move_proposals jsonb not null,
  has_open_move boolean not null,
  -- In order: objects of name and until.
  former_names jsonb not null,
  -- How, on and successors; null while it lives.
  closure jsonb,
  -- Codes of those in whose place it goes on.
  predecessors jsonb not null,
  -- What was proposed of its life, in order, with what was said of it.
  changes jsonb not null,
  has_open_change boolean not null,
  -- All its names and the codes of its predecessors, a line each: what it is looked for by.
  known_as text not null,
  from_position bigint not null,
  primary key (tenant, uscc)
);
