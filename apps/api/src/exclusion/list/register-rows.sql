select r.*
  from {{rows}} r
 where r.tenant = $1
   and {{stands}}
   and r.register = $2
   and r.proposal = $3
   and ($4::text is null or strpos(r.name, $4) > 0 or starts_with(r.uscc, upper($4)) or strpos(r.matter, $4) > 0 or r.decision = $4)
   and {{after}}
 order by {{order}}
 limit {{limit}}
