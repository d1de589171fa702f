select c.user_id as official,
       u.username,
       u.display_name as "displayName",
       c.expires_at as "expiresAt",
       c.expires_at <= $3 as "hasExpired",
       case when c.proposed_by = $2 then c.proposer_half else c.agreer_half end is not null as "isDrawn",
       other.username as "otherUsername",
       other.display_name as "otherDisplayName",
       case when c.proposed_by = $2 then c.agreer_half else c.proposer_half end is not null as "isOtherDrawn"
  from identity.activation_code c
  join identity."user" u on u.tenant = c.tenant and u.id = c.user_id
  join identity."user" other
    on other.tenant = c.tenant and other.id = case when c.proposed_by = $2 then c.agreed_by else c.proposed_by end
 where c.tenant = $1
   and (c.proposed_by = $2 or c.agreed_by = $2)
 order by c.expires_at desc, c.user_id
 limit $4
