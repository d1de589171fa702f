-- The greatest totals of each capped measure by an index, and of those the ones nearest to their caps; what is used up is
-- behind everybody.
select t.*
  from unnest($2::text[], $3::bigint[]) as capped (measure, cap)
 cross join lateral (
       select *
         from (select * from read.yearly_total where tenant = $1 and from_position <= $5
               union all
               select * from read.yearly_total_then($1, $5)) y
        where y.measure = capped.measure and y.counted > 0 and y.counted < capped.cap
        order by y.counted desc, y.uscc desc, y.year desc
        limit $4) t
 order by t.counted::numeric / capped.cap desc, t.year desc, t.uscc, t.measure
 limit $4
