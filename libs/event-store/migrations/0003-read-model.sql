create table es.read_model (
  name text collate "C" primary key,
  version integer not null,
  switched_at timestamptz not null
);
