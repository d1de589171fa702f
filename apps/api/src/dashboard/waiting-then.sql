-- The same at a position far back, where nothing but the claims themselves says for whom they waited.
select {{status}}::text as status, {{action}}::text as action, count(*)::int as count, min(submitted_on) as oldest_on
  from (select c.submitted_on
          from (select * from read.claim where tenant = $1 and from_position <= $2
                 union all
                select * from read.claim_then($1, $2)) c
         where {{waits}}
         order by c.submitted_on, c.id
         limit $3) claims
