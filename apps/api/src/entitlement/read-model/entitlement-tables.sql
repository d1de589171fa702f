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
  primary key (tenant, claim, payer)
);

-- Per enterprise, measure and year. A line stands in the sums of its legal basis alone, so that rows can be added up; it
-- counts, as in the guard of the same three, under every measure whose ceiling it takes up: those rows cannot be added.
create table yearly_total (
  tenant text collate "C" not null,
  uscc text collate "C" not null,
  measure text collate "C" not null,
  year int not null,
  reserved bigint not null,
  paid bigint not null,
  city bigint not null,
  county bigint not null,
  counted_reserved bigint not null,
  counted_paid bigint not null,
  counted_city bigint not null,
  counted_county bigint not null,
  -- Reserved and paid; also city and county.
  granted bigint not null generated always as (reserved + paid) stored,
  counted bigint not null generated always as (counted_reserved + counted_paid) stored,
  primary key (tenant, uscc, measure, year)
);

create index on yearly_total (tenant, year, counted, uscc, measure);
create index on yearly_total (tenant, measure, counted, uscc, year);
create index on yearly_total (tenant, counted, uscc, measure, year);

-- Per treasury and legal basis: each line once. A few rows, however many lines there are.
create table treasury_total (
  tenant text collate "C" not null,
  payer text collate "C" not null,
  basis text collate "C" not null,
  reserved bigint not null,
  paid bigint not null,
  -- Sent back by the bank, and not instructed again.
  returned bigint not null,
  primary key (tenant, payer, basis)
);
