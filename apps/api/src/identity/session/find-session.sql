select s.token_hash, u.tenant, u.id, u.username, u.display_name, u.division, u.department, u.roles, u.must_change_password, u.is_demo,
       s.id as session_id, s.begun_at, s.used_at, s.proved_by_provider or f.enrolled_at is not null as has_second_factor
  from identity.session s
  join identity."user" u on u.tenant = s.tenant and u.id = s.user_id and u.password_version = s.password_version
  left join identity.second_factor f on f.tenant = u.tenant and f.user_id = u.id
 where s.token_hash = any ($1)
   and s.used_at > $2
   and not u.disabled
