create index on register_row (tenant, uscc, proposal, row);
create index on register_row (tenant, register, proposal, row);
