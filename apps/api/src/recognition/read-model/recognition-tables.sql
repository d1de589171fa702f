-- Lists of recognitions (认定名单), by the number of their document.
create table recognition_list (
  tenant text collate "C" not null,
  list text collate "C" not null,
  title text not null,
  authority text not null,
  issued_on date not null,
  valid_from date not null,
  -- Null where its document sets no end.
  valid_until date,
  -- Whose department keeps it.
  division text collate "C" not null,
  department text not null,
  -- Entries that were agreed to, and how many of them were revoked.
  entries int not null,
  revoked int not null,
  -- What nobody answered yet: its kind (import, revocation), last day, proposer and the entries that it revokes; null = nothing.
  open jsonb,
  -- What it is looked for by: number, title and authority, a line each.
  known_as text not null,
  from_position bigint not null,
  primary key (tenant, list)
);

-- Their entries: those proposed, until somebody answers, and those that were agreed to.
create table recognition_entry (
  tenant text collate "C" not null,
  list text collate "C" not null,
  no int not null,
  is_agreed boolean not null,
  name text not null,
  uscc text collate "C" not null,
  subject text not null,
  -- The canonical form of the subject, by which claims of it are found.
  subject_key text collate "C" not null,
  level text,
  batch text,
  certificate text collate "C",
  valid_from date not null,
  valid_until date,
  -- First day whose matters it covers no more, and why; null while it stands.
  revoked_from date,
  revoked_because text,
  from_position bigint not null,
  primary key (tenant, list, no)
);
