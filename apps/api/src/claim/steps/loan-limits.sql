-- Claims of enterprises ($2) for a loan limit under a measure ($3) in a year ($4) that may have one, or get one.
select c.id as claim
  from read.claim c
 where c.tenant = $1 and c.uscc = any ($2) and c.measure = $3 and c.year = $4
   and c.status not in ('rejected', 'withdrawn', 'declined')
 order by c.id
