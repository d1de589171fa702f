-- A page of claims for each of several enterprises, in one statement, with how the tables stand. An enterprise without
-- claims has one row without a claim.
select e.uscc as of_enterprise, s.standing_position, s.standing_complete, c.*
  from unnest($2::text[]) as e (uscc)
 cross join (
       select coalesce((select position from read.progress where tenant = $1), 0) as standing_position,
              not exists (select from read.set_aside where tenant = $1) as standing_complete) s
  left join lateral (
       select c.*
         from read.claim c
        where c.tenant = $1
          and c.uscc = e.uscc
          and {{after}}
        order by {{order}}
        limit {{limit}}) c on true
 order by e.uscc, {{order}}
