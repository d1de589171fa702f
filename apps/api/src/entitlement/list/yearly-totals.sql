select t.*
  from {{rows}} t
 where t.tenant = $1
   and {{stands}}
   and ($2::text is null or t.uscc = $2)
   and ($3::text is null or t.measure = $3)
   and ($4::int is null or t.year = $4)
   and {{after}}
 order by {{order}}
 limit {{limit}}
