-- What was submitted in a round ($2), by status and division, as it stood at a position ($3).
select c.status, c.division, count(*)::int as claims, sum(c.requested)::text as requested,
       coalesce(sum(c.determined), 0)::text as determined, sum(c.paid)::text as paid
  from (select * from read.claim where tenant = $1 and application_round = $2 and from_position <= $3
        union all
        select * from read.claim_then($1, $3) where application_round = $2) c
 group by c.status, c.division
