create table follow.verification (
  started_at timestamptz primary key,
  finished_at timestamptz not null,
  result jsonb not null
);
