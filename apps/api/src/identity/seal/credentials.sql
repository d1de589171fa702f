-- By what each official proves who he is, and what is asked of him for it, as one hash. Of what is hashed here already
-- (passwords, recovery codes) or encrypted (the secret) it gives nothing away.
select u.tenant,
       u.id,
       u.username,
       u.display_name,
       encode(sha256(convert_to(concat_ws(' ',
         u.id,
         u.password,
         u.password_version,
         u.must_change_password,
         u.is_demo,
         coalesce(encode(f.secret, 'hex'), '-'),
         coalesce(r.codes, '-'),
         -- Nothing where there is none: what was sealed before there were any holds.
         a.code,
         i.identity
       ), 'UTF8')), 'hex') as seal,
       l.last_seal
  from identity."user" u
  left join identity.second_factor f on f.tenant = u.tenant and f.user_id = u.id
  left join lateral (
    select string_agg(encode(hash, 'hex'), ',' order by hash) as codes
      from identity.recovery_code c
     where c.tenant = u.tenant and c.user_id = u.id) r on true
  left join lateral (
    select concat_ws(' ', 'activation', c.proposed_by, c.agreed_by, encode(c.proposer_half, 'hex'),
                     '/', encode(c.agreer_half, 'hex'), extract(epoch from c.expires_at)) as code
      from identity.activation_code c
     where c.tenant = u.tenant and c.user_id = u.id) a on true
  left join lateral (
    select concat_ws(' ', 'identity', length(i.issuer), i.issuer, i.subject) as identity
      from identity.linked_identity i
     where i.tenant = u.tenant and i.user_id = u.id) i on true
  left join (
    select distinct on (tenant, user_id) tenant, user_id, details ->> 'seal' as last_seal
      from identity.security_log
     where kind = 'credentials-sealed'
     order by tenant, user_id, position desc) l on l.tenant = u.tenant and l.user_id = u.id
