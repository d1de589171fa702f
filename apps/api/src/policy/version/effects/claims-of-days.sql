select c.*
  from read.claim c
 where c.tenant = $1 and c.measure = any ($2) and c.occurred_on >= $3
   and c.status not in ('rejected', 'withdrawn')
   and ($4::text is null or c.id > $4)
 order by c.id
 limit $5
