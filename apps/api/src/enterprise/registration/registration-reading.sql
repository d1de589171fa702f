create index on registration (tenant) where has_open;
