select l.*
  from {{rows}} l
 where l.tenant = $1
   and {{stands}}
   and ($2::text is null or strpos(l.known_as, $2) > 0 or strpos(l.known_as, $6) > 0)
   and ($3::text is null
        or $3 = case when l.entries > l.revoked then 'in-force'
                     when l.entries > 0 then 'revoked'
                     when l.open_until >= $5 then 'proposed'
                     else 'not-agreed' end)
   and ($4::boolean is null or $4 = coalesce(l.open_until >= $5, false))
   and {{after}}
 order by {{order}}
 limit {{limit}}
