-- What each treasury was bound to pay an enterprise, line by line, with the guards on which it stands.
create table entitlement_line (
  tenant text collate "C" not null,
  claim text collate "C" not null,
  payer text collate "C" not null,
  uscc text collate "C" not null,
  basis text collate "C" not null,
  amount bigint not null,
  state text not null,
  accounts text[] not null,
  -- The guard of which its claim takes one place; null where there is none.
  quota text,
  -- Whose gain it is: enterprise or naturalPerson.
  payee text not null,
  from_position bigint not null,
  primary key (tenant, claim, payer)
);

-- Per enterprise, measure and year. A line stands in the sums of its legal basis alone, so that rows can be added up: in
-- the enterprise's own, or in those of persons to whom it passes the money on. It counts, as in the guard of the same
-- three, under every measure whose ceiling it takes up, whosoever's gain it is: those rows cannot be added.
create table yearly_total (
  tenant text collate "C" not null,
  uscc text collate "C" not null,
  measure text collate "C" not null,
  year int not null,
  reserved bigint not null,
  paid bigint not null,
  city bigint not null,
  county bigint not null,
  persons_reserved bigint not null,
  persons_paid bigint not null,
  persons_city bigint not null,
  persons_county bigint not null,
  counted_reserved bigint not null,
  counted_paid bigint not null,
  counted_city bigint not null,
  counted_county bigint not null,
  -- Reserved and paid; also city and county.
  granted bigint not null generated always as (reserved + paid) stored,
  persons bigint not null generated always as (persons_reserved + persons_paid) stored,
  counted bigint not null generated always as (counted_reserved + counted_paid) stored,
  from_position bigint not null,
  primary key (tenant, uscc, measure, year)
);

-- Per treasury and legal basis: each line once. A few rows, however many lines there are.
create table treasury_total (
  tenant text collate "C" not null,
  payer text collate "C" not null,
  basis text collate "C" not null,
  reserved bigint not null,
  paid bigint not null,
  -- Sent back by the bank, and not instructed again.
  returned bigint not null,
  -- Of the three together: what is passed on to persons.
  persons bigint not null,
  from_position bigint not null,
  primary key (tenant, payer, basis)
);

-- What is taken up of each pool (fen) and quota (places): as its guard holds it, at every position.
create table programme_total (
  tenant text collate "C" not null,
  account text collate "C" not null,
  reserved bigint not null,
  paid bigint not null,
  from_position bigint not null,
  primary key (tenant, account)
);

-- What was taken up of each in a month (YYYY-MM), less what was given back in it: all months add up to what is taken up.
create table programme_month (
  tenant text collate "C" not null,
  account text collate "C" not null,
  month text collate "C" not null,
  used bigint not null,
  from_position bigint not null,
  primary key (tenant, account, month)
);
