-- Every change of an enterprise's contact, masked. A row is replaced by the next one, or erased.
create table contact_change (
  tenant text collate "C" not null,
  uscc text collate "C" not null,
  contact text collate "C" not null,
  position bigint not null,
  was jsonb,
  now jsonb not null,
  changed_on date not null,
  changed_by text not null,
  replaced_on date,
  erased boolean not null,
  primary key (tenant, uscc, position)
);
