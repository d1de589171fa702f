-- How many claims stand under one light at a position: all of the city's, and those that wait for one official.
select {{light}}::text as light, count(*)::int as claims, count(*) filter (where {{waits}})::int as waiting
  from (select * from read.claim where tenant = $1 and from_position <= $2
         union all
        select * from read.claim_then($1, $2)) c
 where {{condition}}
