-- What was claimed, determined and paid in months, by the measure and either the division or the treasury ($5).
select m.month, p.place, m.measure, sum(m.claims)::text as claims, sum(m.requested)::text as requested,
       sum(m.determined)::text as determined, sum(m.paid)::text as paid
  from read.month_total_at($1, $2) m
 cross join lateral (select case when $5::boolean then m.payer else m.division end as place) p
 where m.month between $3 and $4
 group by m.month, p.place, m.measure
having bool_or(m.claims <> 0 or m.requested <> 0 or m.determined <> 0 or m.paid <> 0)
