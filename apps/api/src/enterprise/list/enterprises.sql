select e.*
  from {{rows}} e
 where e.tenant = $1
   and {{stands}}
   and ($2::text is null or strpos(upper(e.known_as), upper($2)) > 0 or starts_with(e.uscc, upper($2)))
   and ($3::text[] is null or e.division = any ($3))
   and {{after}}
 order by {{order}}
 limit {{limit}}
