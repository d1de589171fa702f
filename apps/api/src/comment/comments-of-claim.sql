select m.*
  from {{rows}} m
 where m.tenant = $1
   and {{stands}}
   and m.claim = $2
   and {{after}}
 order by {{order}}
 limit {{limit}}
