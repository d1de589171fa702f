select p.*
  from {{rows}} p
 where p.tenant = $1
   and {{stands}}
   and ($2::text is null or p.official = $2)
   and ($3::date is null or (p.answer is null and p.opens_until >= $3))
   and ($4::text is null or (p.proposed_by ->> 'userId' <> $4 and p.official <> $4))
   and ($5::text[] is null or p.proposed_as = any ($5))
   and {{after}}
 order by {{order}}
 limit {{limit}}
