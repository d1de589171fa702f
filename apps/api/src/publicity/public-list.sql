-- What is shown to the public on a day, as the log stood at a position: in an order of its own, so that the same list is
-- the same file.
select c.id, c.enterprise_name, c.uscc, c.measure, c.policy_version, c.occurred_on, c.kind, c.determined, c.lines,
       c.publicity_from, c.publicity_until, c.publicity_shown
  from (select * from read.claim where tenant = $1 and status in ('publicised', 'objected') and from_position <= $2
        union all
        select * from read.claim_then($1, $2)) c
 where c.status in ('publicised', 'objected')
   and c.publicity_from <= $3
   and c.publicity_until >= $3
 order by c.publicity_from desc, c.id
 limit $4
