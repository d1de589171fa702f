-- Claims of enterprises ($3) that still count and whose subjects have the look.
select s.claim
  from read.claim_subject s
  join read.claim c on c.tenant = $1 and c.id = s.claim
 where s.tenant = $1 and s.look = $2 and not s.has_ended and c.uscc = any ($3)
 order by s.claim
 limit $4
