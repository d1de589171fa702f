-- A page of claims for each of several enterprises at a position, in one statement: those that still stand, by an index in
-- the order of the list, and those of the past that stood there.
select e.uscc as of_enterprise, c.*
  from unnest($2::text[]) as e (uscc)
 cross join lateral (
       select * from (
       (select c.*
          from read.claim c
         where c.tenant = $1
           and c.uscc = e.uscc
           and c.from_position <= $3
           and {{after}}
         order by {{order}}
         limit {{limit}})
       union all
       (select c.*
          from read.claim_then($1, $3) c
         where c.uscc = e.uscc
           and {{after}}
         order by {{order}}
         limit {{limit}})
       ) c order by {{order}} limit {{limit}}) c
 order by e.uscc, {{order}}
