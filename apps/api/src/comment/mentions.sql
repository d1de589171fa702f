select m.*
  from {{rows}} m
 where m.tenant = $1
   and {{stands}}
   and m.unread <> '{}'
   and $2::text = any (m.unread)
   and m.withdrawn_on is null
   and {{after}}
 order by {{order}}
 limit {{limit}}
