select count(*)::int as claims
  from read.claim c
 where c.tenant = $1
   and ($2::text[] is null or c.status = any ($2))
   and ($3::text[] is null or c.measure = any ($3))
   and ($4::int is null or c.year = $4)
   and ($5::text is null or c.division like $5 || '%')
   and ({{duties}})
