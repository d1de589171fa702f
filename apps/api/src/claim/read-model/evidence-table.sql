-- Live claims by the numbered document they rest on, its number as it is written now.
create table evidence_holder (
  tenant text collate "C" not null,
  kind text collate "C" not null,
  number text collate "C" not null,
  claim text collate "C" not null,
  measure text not null,
  uscc text not null,
  -- Null where the event does not say what the claim asks for.
  matter jsonb,
  -- Of a contract: who claims and the other party, by name; null where nobody said.
  parties jsonb,
  -- Claims that it holds up no more on the document.
  answered text[] not null,
  from_position bigint not null,
  primary key (tenant, kind, number, claim)
);
