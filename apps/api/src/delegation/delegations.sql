select d.*
  from {{rows}} d
 where d.tenant = $1
   and {{stands}}
   -- Who keeps no accounts sees those that he gave or was given.
   and ($2::text is null or $2 in (d.official, d.deputy))
   and ($3::text is null or d.official = $3)
   and ($4::text is null or d.deputy = $4)
   and ($5::text[] is null
        or case when d.ended_on is not null then 'ended'
                when d.first_day > $6 then 'coming'
                when d.last_day < $6 then 'over'
                else 'standing' end = any ($5))
   and ($7::text is null
        or strpos(d.official_name ->> 'displayName', $7) > 0 or strpos(d.official_name ->> 'username', $7) > 0
        or strpos(d.deputy_name ->> 'displayName', $7) > 0 or strpos(d.deputy_name ->> 'username', $7) > 0)
   and {{after}}
 order by {{order}}
 limit {{limit}}
