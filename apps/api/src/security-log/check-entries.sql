select position,
       hash,
       array[
         tenant,
         position::text,
         to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
         kind,
         user_id::text,
         username,
         display_name,
         address,
         subject,
         times::text,
         details::text
       ] as columns
  from identity.security_log
 where tenant = $1
   and position > $2
   and position <= $3
 order by position
 limit $4
