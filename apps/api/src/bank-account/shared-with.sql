select distinct b.uscc
  from identity.bank_account b
  join read.bank_account_change c on c.tenant = b.tenant and c.uscc = b.uscc and c.proposal = b.id::text
 where b.tenant = $1
   and b.number = $3
   and b.uscc <> $2
   and (c.answer is null or c.answer = 'agreed')
 order by b.uscc
