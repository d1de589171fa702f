-- Claims that wait for a draw at a position ($2), by clause and round.
select c.measure, c.application_round as round, count(*)::int as claims
  from (select * from read.claim where tenant = $1 and waits_for <> '{}' and from_position <= $2
        union all
        select * from read.claim_then($1, $2)) c
 where c.status = 'accepted' and 'draw' = any (c.waits_for)
 group by c.measure, c.application_round
 order by c.measure, c.application_round
