create table follow.heartbeat (
  process uuid not null,
  name text collate "C" not null,
  version integer not null,
  host text not null,
  pid integer not null,
  started_at timestamptz not null,
  beat_at timestamptz not null,
  batches jsonb not null,
  primary key (process, name)
) with (fillfactor = 50);
