-- Every session, with a hash of what its row says for as long as it lives. Of the token it gives nothing away that the row
-- does not; when the session was used last may move.
select s.id,
       s.tenant,
       s.user_id,
       s.begun_at,
       s.used_at,
       encode(sha256(convert_to(concat(json_build_array(
         s.id,
         encode(s.token_hash, 'hex'),
         s.tenant,
         s.user_id,
         s.password_version,
         extract(epoch from s.begun_at),
         s.address,
         s.agent
       )::text,
       -- Nothing where it does not: what was sealed before there were any holds.
       case when s.proved_by_provider then 'proved by the identity provider' end), 'UTF8')), 'hex') as seal
  from identity.session s
