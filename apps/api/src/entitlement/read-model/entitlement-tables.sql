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

-- Per enterprise, measure and year, moved as the guard of the same three: city and county together under one ceiling.
create table yearly_total (
  tenant text collate "C" not null,
  uscc text collate "C" not null,
  measure text collate "C" not null,
  year int not null,
  reserved bigint not null,
  paid bigint not null,
  city bigint not null,
  county bigint not null,
  -- Reserved and paid; also city and county.
  granted bigint not null generated always as (reserved + paid) stored,
  primary key (tenant, uscc, measure, year)
);

create index on yearly_total (tenant, year, granted, uscc, measure);
create index on yearly_total (tenant, measure, granted, uscc, year);
create index on yearly_total (tenant, granted, uscc, measure, year);
