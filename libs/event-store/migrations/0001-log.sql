-- Names sort by byte: the order in which append takes its locks must be the same on every server and locale.

create table es.head (
  tenant text collate "C" primary key,
  position bigint not null
) with (fillfactor = 10);

create table es.stream (
  tenant text collate "C" not null,
  stream text collate "C" not null,
  version integer not null,
  primary key (tenant, stream)
) with (fillfactor = 80);

create table es.event (
  tenant text collate "C" not null,
  position bigint not null,
  stream text collate "C" not null,
  version integer not null,
  event_id text not null,
  type text not null,
  schema_version integer not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  data jsonb not null,
  meta jsonb not null,
  primary key (tenant, position),
  unique (tenant, stream, version)
);

create table es.command (
  tenant text collate "C" not null,
  command_id text collate "C" not null,
  request_hash text not null,
  first bigint not null,
  last bigint not null,
  primary key (tenant, command_id)
);

create table es.guard (
  tenant text collate "C" not null,
  account text collate "C" not null,
  ceiling bigint,
  reserved bigint not null,
  paid bigint not null,
  version bigint not null,
  primary key (tenant, account),
  constraint guard_holds check (reserved >= 0 and paid >= 0 and (ceiling is null or reserved + paid <= ceiling))
) with (fillfactor = 80);

create table es.checkpoint (
  tenant text collate "C" not null,
  name text collate "C" not null,
  version integer not null,
  position bigint not null check (position >= 0),
  status text not null check (status in ('live', 'retired')),
  primary key (tenant, name, version)
) with (fillfactor = 50);
