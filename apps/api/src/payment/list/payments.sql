select p.*
  from {{rows}} p
 where p.tenant = $1
   and {{stands}}
   and ($2::text[] is null or p.status = any ($2))
   and ($3::text[] is null or p.payer = any ($3))
   and ($4::text is null or p.claim = $4)
   and ($5::text[] is null or p.uscc = any ($5))
   and ($6::text is null or p.id like $6 || '%')
   and ($7::text is null or p.last_actor <> $7)
   and ($8::text[] is null or not exists (
       select from read.claim_at($1, $9) c where c.id = p.claim and c.participants && $8 offset 0))
   and ($10::date is null or (p.status = 'paid' and p.settled_on >= $10))
   and ($11::date is null or (p.status = 'paid' and p.settled_on <= $11))
   and (($12::text[] is null and $13::text[] is null) or exists (
       select from read.claim_at($1, $9) c
        where c.id = p.claim
          and ($12 is null or c.division = any ($12))
          and ($13 is null or c.measure = any ($13)) offset 0))
   and {{after}}
 order by {{order}}
 limit {{limit}}
