create index on evidence_file (tenant, claim, position);
create index on evidence_file (tenant, sha256);
create index on evidence_file (sha256);
create index on evidence_file (tenant, position) where scan is null;
