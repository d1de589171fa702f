-- The events of claims and of their payments, each claim's up to a position of its own, in the order of the log. Streams of
-- payments are named after the claim: whatever begins with `payment-<claim>-` sorts before the next character.
select f.asked::int, e.*
  from unnest($2::text[], $3::bigint[]) with ordinality as f (claim, up_to, asked)
 cross join lateral (
       select {{columns}}
         from es.event e
        where e.tenant = $1
          and e.position <= f.up_to
          and e.stream = any (
              array['claim-' || f.claim]
              || array(select s.stream from es.stream s
                        where s.tenant = $1
                          and s.stream >= 'payment-' || f.claim || '-'
                          and s.stream < 'payment-' || f.claim || '.'))) e
 order by e.position
