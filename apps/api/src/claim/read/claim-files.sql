-- The events of claims and of their payments, in the order of the log.
select f.claim, e.*
  from unnest($2::text[]) as f (claim)
 cross join lateral (
       select {{columns}}
         from es.event e
        where e.tenant = $1
          and e.stream = any (
              array['claim-' || f.claim]
              || array(select 'payment-' || p.id from read.payment p where p.tenant = $1 and p.claim = f.claim))) e
 order by e.position
