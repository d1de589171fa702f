select u.tenant, u.id, u.username, u.display_name as "displayName", u.division, u.department, u.roles, u.disabled
  from identity."user" u
 where u.tenant = $1
   and ($2::text is null or strpos(u.username, lower($2)) > 0 or strpos(u.display_name, $2) > 0)
   and ($3::text is null or $3 = any (u.roles))
   and ($4::boolean is null or u.disabled = $4)
   and {{after}}
 order by {{order}}
 limit {{limit}}
