create index on claim_subject (tenant, look, claim) where not has_ended;
create index on claim_subject_past (tenant, look, claim) where not has_ended;
