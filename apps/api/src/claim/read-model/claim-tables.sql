-- Counts and sums, so that a dashboard or the length of a list costs the same with any number of claims: also of what
-- waits for one official, which depends on the division, on who took the last step and on the end of the publicity.
create table claim_tally (
  tenant text collate "C" not null,
  status text not null,
  measure text collate "C" not null,
  year int not null,
  division text collate "C" not null,
  last_actor text not null,
  kind text,
  -- Null unless the claim is publicised: before that it has none, and afterwards nobody waits for it.
  publicity_until date,
  -- The offices of its route for which a claim waits.
  waits_for text[] not null,
  claims bigint not null,
  requested numeric not null,
  determined numeric not null,
  reserved numeric not null,
  paid numeric not null,
  returned numeric not null,
  unique nulls not distinct (tenant, status, measure, year, division, last_actor, kind, publicity_until, waits_for)
);

-- What was claimed, determined and paid in each month (YYYY-MM), by the division of the enterprise, the treasury that pays
-- ('' of what none pays) and the measure claimed under; in fen.
create table month_total (
  tenant text collate "C" not null,
  month text collate "C" not null,
  division text collate "C" not null,
  payer text collate "C" not null,
  measure text collate "C" not null,
  claims bigint not null,
  requested bigint not null,
  determined bigint not null,
  paid bigint not null,
  from_position bigint not null,
  primary key (tenant, month, division, payer, measure)
);

-- The tally after every 2,048th position, or after the last event of a claim before it, by what figures are asked for.
create table claim_tally_mark (
  tenant text collate "C" not null,
  position bigint not null,
  primary key (tenant, position)
);
create table claim_tally_then (
  like claim_tally,
  position bigint not null
);
