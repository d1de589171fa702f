-- By the index on look: each look asked for is one range, however many enterprises the city has.
select e.*
  from unnest($2::text[]) asked (look)
 cross join lateral (
         select *
           from read.enterprise_at($1, $4)
          where look = asked.look
          order by uscc
          limit $3
       ) e
