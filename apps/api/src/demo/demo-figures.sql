-- What became of the claims, and by how much each reason lowered what was asked for.
-- A claim with several reasons counts under the first, so that the sums add up; '' = lowered without a code: the lead
-- department agreed to less, or the clause pays a difference. A loan limit is no money that anybody is paid.
with outcome as (
  select status, 'status' as kind, count(*) as claims, sum(requested) as requested, sum(paid) as amount
    from read.claim
   group by status
),
reason as (
  select coalesce(reasons[1], '') as status, 'reason' as kind, count(*) as claims, sum(requested) as requested,
         sum(requested - determined) as amount
    from read.claim
   where determined < requested and kind is distinct from 'loan-limit'
   group by 1
)
select kind, status as code, claims::text, requested::text, amount::text
  from (select * from outcome union all select * from reason) figures
 order by kind desc, figures.amount desc, figures.claims desc, code
