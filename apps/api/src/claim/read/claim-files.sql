-- The events of claims and of their payments up to a position, in the order of the log. Streams of payments are named
-- after the claim: whatever begins with `payment-<claim>-` sorts before the next character.
select f.claim, e.*
  from unnest($2::text[]) as f (claim)
 cross join lateral (
       select {{columns}}
         from es.event e
        where e.tenant = $1
          and e.position <= $3
          and e.stream = any (
              array['claim-' || f.claim]
              || array(select s.stream from es.stream s
                        where s.tenant = $1
                          and s.stream >= 'payment-' || f.claim || '-'
                          and s.stream < 'payment-' || f.claim || '.'))) e
 order by e.position
