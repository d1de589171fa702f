-- The events of claims up to a position, in the order of the log: their own, who looked after them, those of their files and payments, and what streams
-- that they share with others say of them, which are the enterprise's grants, the documents they ever
-- rested on, and who takes no part in them.
-- Streams of payments are named after the claim: whatever begins with `payment-<claim>-` sorts before the next character.
select f.claim, e.*
  from unnest($2::text[]) as f (claim)
 cross join lateral (
       select 'claim-' || f.claim as stream, false as is_shared, null as uscc
       union all
       select 'assignment-' || f.claim, false, null
       union all
       select 'files-' || f.claim, false, null
       union all
       select s.stream, false, null
         from es.stream s
        where s.tenant = $1
          and s.stream >= 'payment-' || f.claim || '-'
          and s.stream < 'payment-' || f.claim || '.'
       union all
       select distinct shared.stream, true, null
         from es.event c
        cross join lateral (
              select 'entitlement-' || (c.data ->> 'uscc') as stream
              union all
              select 'evidence-' || (document ->> 'kind') || '-' || (document ->> 'number')
                from jsonb_path_query(c.data, '$.evidence[*]') as document) as shared
        where c.tenant = $1
          and c.stream = 'claim-' || f.claim
          and c.type in ('ClaimSubmitted', 'ClaimResubmitted')
          and shared.stream is not null
       union all
       -- Who takes no part in it, or in anything of its enterprise.
       select distinct 'recusal-' || r.official, true, coalesce(r.uscc, c.data ->> 'uscc')
         from es.event c
         join read.recusal r
           on r.tenant = $1
          and (r.claim = f.claim or c.data ->> 'uscc' in (select read.codes_onward($1, r.uscc, $3)))
        where c.tenant = $1
          and c.stream = 'claim-' || f.claim
          and c.version = 1) as s
 cross join lateral (
       select {{columns}}
         from es.event e
        where e.tenant = $1
          and e.stream = s.stream
          and e.position <= $3
          and (not s.is_shared or e.data ->> 'claim' = f.claim or e.data ->> 'uscc' = s.uscc)) as e
 order by e.position
