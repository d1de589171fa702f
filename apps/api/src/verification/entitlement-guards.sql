-- The guards on which grants stand, reckoned from the lines of the entitlements, which are folded from the events alone.
select account,
       concat_ws(' ', g.reserved, g.paid) as stored,
       concat_ws(' ', f.reserved, f.paid) as computed
  from (select account,
               coalesce(sum(amount) filter (where state = 'reserved'), 0) as reserved,
               coalesce(sum(amount) filter (where state = 'paid'), 0) as paid
          from read.entitlement_line, unnest(accounts) account
         where tenant = $1
         group by account) f
  full join (select account, reserved, paid
               from es.guard
              where tenant = $1 and account ~ '^(enterprise|pool|line):') g using (account)
 where coalesce(g.reserved, 0) <> coalesce(f.reserved, 0)
    or coalesce(g.paid, 0) <> coalesce(f.paid, 0)
 order by account collate "C"
 limit 1
