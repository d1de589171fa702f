select l.position, l.at, l.kind, l.user_id as "userId", l.username, l.display_name as "displayName", l.address,
       l.subject, l.times, l.details
  from identity.security_log l
 where l.tenant = $1
   and ($2::text is null or l.kind = $2)
   and ($3::text is null or strpos(l.username, lower($3)) > 0 or strpos(l.display_name, $3) > 0)
   and ($4::date is null or l.at >= $4::date::timestamp at time zone 'Asia/Shanghai')
   and ($5::date is null or l.at < ($5::date + 1)::timestamp at time zone 'Asia/Shanghai')
   and {{after}}
 order by {{order}}
 limit {{limit}}
