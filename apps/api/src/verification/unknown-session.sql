-- The first session that nobody signed in to; a sign-in is written with its session, and kept for longer than that lives.
select s.id, s.user_id
  from identity.session s
 where s.tenant = $1
   and not exists (
     select from identity.security_log l
      where l.tenant = s.tenant
        and l.kind = 'signed-in'
        and l.user_id = s.user_id
        and l.details ->> 'session' = s.id::text)
 order by s.id
 limit 1
