create index on recognition_list (tenant, issued_on, list);
create index on recognition_entry (tenant, uscc, list, no);
create index on recognition_entry (tenant, certificate) where certificate is not null;
create index on recognition_entry_past (tenant, uscc, list, no);
