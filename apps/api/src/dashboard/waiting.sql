-- How much waits under one duty of one official, and since when: by the tally, which does not know who took part, less
-- where he did in another capacity. So it costs the same with any number of claims.
select {{status}}::text as status, {{action}}::text as action,
       least($3, (select coalesce(sum(c.claims), 0) from read.{{tally}}($1, $2) c where {{tallied}})
               - (select count(*)
                    from (select *
                            from read.claim
                           where tenant = $1 and from_position <= $2 and id = any (array({{claims}}))
                           union all
                          select * from read.claim_then($1, $2)) c
                   where {{mixed}}))::int as count,
       (select min(submitted_on)
          from ((select c.submitted_on
                   from read.claim c
                  where c.tenant = $1 and c.from_position <= $2 and {{waits}}
                  order by c.submitted_on, c.id limit 1)
                 union all
                (select c.submitted_on
                   from read.claim_then($1, $2) c
                  where {{waits}}
                  order by c.submitted_on, c.id limit 1)) oldest) as oldest_on
