select e.*
  from {{rows}} e
 where e.tenant = $1
   and {{stands}}
   and ($2::text is null or e.list = $2)
   and ($3::text[] is null or e.uscc = any ($3))
   and ($4::text is null or strpos(e.name, $4) > 0 or strpos(e.subject, $4) > 0 or e.certificate = $7
        or starts_with(e.uscc, upper($4)))
   and ($5::date is null
        or (e.is_agreed and e.valid_from <= $5 and coalesce(e.valid_until >= $5, true) and coalesce(e.revoked_from > $5, true)))
   and ($6::text is null
        or $6 = case when not e.is_agreed then 'proposed' when e.revoked_from is null then 'in-force' else 'revoked' end)
   and {{after}}
 order by {{order}}
 limit {{limit}}
