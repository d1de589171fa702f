select {{columns}}
  from es.event e
 where e.tenant = $1
   and ($2::text is null or e.stream = $2)
   and ($3::text is null or e.type = $3)
   and ($4::text[] is null or e.stream = any ($4))
   and {{after}}
 order by {{order}}
 limit {{limit}}
