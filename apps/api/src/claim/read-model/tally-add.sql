-- Adds to the tally; before that, where a mark is due and not there yet, it is kept as it stands.
with mark as (
  insert into claim_tally_mark (tenant, position)
  select $2::text, $3::bigint where $3::bigint > 0
  on conflict do nothing
  returning tenant, position
), kept as (
  insert into claim_tally_then
  select tenant, status, measure, year, division, '', kind, null, '{}',
         sum(claims), sum(requested), sum(determined), sum(reserved), sum(paid), sum(returned), mark.position
    from mark join claim_tally using (tenant)
   where claims <> 0
   group by tenant, status, measure, year, division, kind, mark.position
)
insert into claim_tally
select * from json_populate_recordset(null::claim_tally, $1)
on conflict (tenant, status, measure, year, division, last_actor, kind, publicity_until, waits_for) do update set
  claims = claim_tally.claims + excluded.claims,
  requested = claim_tally.requested + excluded.requested,
  determined = claim_tally.determined + excluded.determined,
  reserved = claim_tally.reserved + excluded.reserved,
  paid = claim_tally.paid + excluded.paid,
  returned = claim_tally.returned + excluded.returned
