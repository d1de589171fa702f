insert into claim_tally
select * from jsonb_populate_recordset(null::claim_tally, $1)
on conflict (tenant, status, measure, year, division, last_actor, kind, publicity_until) do update set
  claims = claim_tally.claims + excluded.claims,
  requested = claim_tally.requested + excluded.requested,
  determined = claim_tally.determined + excluded.determined,
  reserved = claim_tally.reserved + excluded.reserved,
  paid = claim_tally.paid + excluded.paid,
  returned = claim_tally.returned + excluded.returned
