-- The same at a position far back, where nothing but the claims themselves says for whom they waited.
select duty.status, duty.action, waiting.count, waiting.oldest_on
  from rows from (
         jsonb_to_recordset($2) as (status text, action text, measures jsonb, area jsonb, publicity_before date,
                                   elsewhere text[])
       ) with ordinality as duty (status, action, measures, area, publicity_before, elsewhere, place)
 cross join lateral (
       select count(*)::int as count, min(submitted_on) as oldest_on
         from (select c.submitted_on
                 from (select * from read.claim where tenant = $1 and from_position <= $5
                       union all
                       select * from read.claim_then($1, $5)) c
                where c.status = duty.status
                  and c.last_actor <> $3
                  and not (c.participants && duty.elsewhere)
                  and (duty.measures is null or duty.measures ? c.measure)
                  and (duty.area is null or duty.area ? c.division)
                  and (duty.publicity_before is null
                       or (c.publicity_until < duty.publicity_before and c.kind <> 'loan-limit'))
                order by c.submitted_on, c.id
                limit $4) claims) waiting
 order by duty.place
