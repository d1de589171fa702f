-- Texts that identify sort by byte: a page's cursor then means the same on every server.
create table claim (
  tenant text collate "C" not null,
  id text collate "C" not null,
  status text not null,
  measure text collate "C" not null,
  policy_version text not null,
  uscc text collate "C" not null,
  enterprise_name text not null,
  division text collate "C" not null,
  year int not null,
  occurred_on date not null,
  subject text,
  facts jsonb not null,
  evidence jsonb not null,
  held boolean not null,
  requested bigint not null,
  agreed bigint,
  -- What finance determined; null until then.
  determined bigint,
  -- Null where there is nothing to pay; a loan limit is determined, but no treasury owes it.
  kind text,
  reasons text[] not null,
  -- One object per treasury: payer, amount in fen, state reserved | paid | returned | released.
  lines jsonb not null,
  reserved bigint not null,
  paid bigint not null,
  -- Sent back by the bank, and not instructed again.
  returned bigint not null,
  publicity_from date,
  publicity_until date,
  submitted_on date not null,
  updated_at timestamptz not null,
  last_actor text not null,
  -- <capacity>:<user id> of everybody who took a step on it or on its payments.
  participants text[] not null,
  -- Of the event that made the row what it is: the last one of the claim or of its payments.
  from_position bigint not null,
  primary key (tenant, id)
);

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
  claims bigint not null,
  requested numeric not null,
  determined numeric not null,
  reserved numeric not null,
  paid numeric not null,
  returned numeric not null,
  unique nulls not distinct (tenant, status, measure, year, division, last_actor, kind, publicity_until)
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
