-- The events of claims, of who looks after them and of their payments, each claim's up to a position of its own, in the order of the log. Streams of
-- payments are named after the claim: whatever begins with `payment-<claim>-` sorts before the next character. Each stream
-- is read whole, by its key, before its positions are looked at: where nothing is known of the table yet, the planner would
-- read the whole log up to the position, for each claim, for as long as it keeps the plan.
select f.asked::int, e.*
  from unnest($2::text[], $3::bigint[]) with ordinality as f (claim, up_to, asked)
 cross join lateral (
       select 'claim-' || f.claim as stream
        union all
       select 'assignment-' || f.claim
        union all
       (select s.stream from es.stream s
         where s.tenant = $1
           and s.stream >= 'payment-' || f.claim || '-'
           and s.stream < 'payment-' || f.claim || '.'
         order by s.stream offset 0)) k
 cross join lateral (
       select {{columns}}
         from es.event e
        where e.tenant = $1 and e.stream = k.stream
        order by e.version offset 0) e
 where e.position <= f.up_to
 order by e.position
