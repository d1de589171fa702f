create index on yearly_total (tenant, year, counted, uscc, measure);
create index on yearly_total (tenant, measure, counted, uscc, year);
create index on yearly_total (tenant, counted, uscc, measure, year);
