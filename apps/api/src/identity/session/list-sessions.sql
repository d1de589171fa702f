select s.id, s.begun_at as "begunAt", s.used_at as "usedAt", s.address, s.agent
  from identity.session s
  join identity."user" u on u.tenant = s.tenant and u.id = s.user_id and u.password_version = s.password_version
 where s.tenant = $1
   and s.user_id = $2
   and s.used_at > $3
   and s.begun_at > $4
 order by s.used_at desc, s.begun_at desc
