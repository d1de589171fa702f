select d.*
  from {{rows}} d
 where d.tenant = $1
   and {{stands}}
   -- Who keeps no accounts sees his own, and those of whom he is the superior.
   and ($2::text[] is null or d.official = any ($2))
   and ($3::boolean is null or (d.lifted_on is null) = $3)
   and ($4::text is null
        or d.claim = $4 or d.uscc = $4
        or strpos(d.official_name ->> 'displayName', $4) > 0 or strpos(d.official_name ->> 'username', $4) > 0)
   and {{after}}
 order by {{order}}
 limit {{limit}}
