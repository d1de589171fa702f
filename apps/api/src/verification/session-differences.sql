-- The sign-in that began a session is written with it, sealed, and kept for longer than that lives.
with signed_in as (
  select user_id, details ->> 'session' as session, details ->> 'seal' as seal
    from identity.security_log
   where tenant = $1 and kind = 'signed-in'
), ended as (
  select kind, details ->> 'session' as session
    from identity.security_log
   where tenant = $1 and kind in ('signed-out', 'session-ended')
)
select s.id, s.user_id, d.field, d.stored, d.computed
  from ({{sessions}}) s
  left join signed_in i on i.session = s.id::text and i.user_id = s.user_id
  left join ended e on e.session = s.id::text
 cross join lateral (values
   (1, i.session is null, 'sign-in', s.id::text, null),
   (2, i.seal is distinct from s.seal, 'seal', s.seal, i.seal),
   (3, e.session is not null, 'end', s.id::text, e.kind),
   -- The clock from which it comes may have been a little ahead.
   (4, s.used_at > now() + interval '2 minutes', 'used_at', s.used_at::text, 'not after ' || now()),
   (5, s.used_at < s.begun_at, 'used_at', s.used_at::text, 'not before ' || s.begun_at)
 ) d(n, differs, field, stored, computed)
 where s.tenant = $1 and d.differs
 order by s.id, d.n
 limit 1
