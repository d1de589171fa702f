-- What is taken up of pools and quotas at a position, and what of it since a month.
select t.account, t.reserved, t.paid,
       (select coalesce(sum(m.used), 0)::text
          from read.programme_month_at($1, $3) m
         where m.account = t.account and m.month >= $4) as lately
  from read.programme_total_at($1, $3) t
 where t.account = any ($2)
