-- Numbers of claims of a clause ($2) and round ($3, null = of none) that wait for a draw at a position ($4), each with those
-- of the same enterprise, clause and year that were drawn for a step and ended before it was over.
select c.id,
       array(select e.id
               from read.claim e
              where e.tenant = $1
                and e.uscc = c.uscc
                and e.measure = c.measure
                and e.year = c.year
                and e.status in ('withdrawn', 'rejected')
                and jsonb_path_exists(e.route, '$.sampled[*] ? (@.drawn == true)')) as ended
  from (select * from read.claim where tenant = $1 and waits_for <> '{}' and from_position <= $4
        union all
        select * from read.claim_then($1, $4)) c
 where c.status = 'accepted'
   and 'draw' = any (c.waits_for)
   and c.measure = $2
   and c.application_round is not distinct from $3
 order by c.id
