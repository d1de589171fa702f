select coalesce(sum(c.claims), 0) as claims
  from read.{{tally}}($1, $6) c
 where true
   and ($2::text[] is null or c.status = any ($2))
   and ($3::text[] is null or c.measure = any ($3))
   and ($4::int is null or c.year = $4)
   and ($5::text[] is null or c.division = any ($5))
   and ({{duties}})
