select count(*)::int as claims
  from (select * from read.claim where tenant = $1 and from_position <= $6 and id = any (array({{claims}}))
        union all
        select * from read.claim_then($1, $6)) c
 where true
   and ($2::text[] is null or c.status = any ($2))
   and ($3::text[] is null or c.measure = any ($3))
   and ($4::int is null or c.year = $4)
   and ($5::text[] is null or c.division = any ($5))
   and ({{duties}})
