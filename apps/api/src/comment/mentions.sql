select m.*
  from {{rows}} m
 where m.tenant = $1
   and {{stands}}
   and m.unread @> array[$2::text]
   and m.withdrawn_on is null
   and {{after}}
 order by {{order}}
 limit {{limit}}
