select c.*
  from read.claim c
 where c.tenant = $1
   and ($2::text[] is null or c.status = any ($2))
   and ($3::text[] is null or c.measure = any ($3))
   and ($4::text[] is null or c.uscc = any ($4))
   and ($5::int is null or c.year = $5)
   and ($6::text is null or c.division like $6 || '%')
   and ($7::boolean is null or c.held = $7)
   and ($8::text is null or $8 = any (c.reasons))
   and ($9::date is null or c.submitted_on >= $9)
   and ($10::date is null or c.submitted_on <= $10)
   and ($11::text is null or c.id like $11 || '%')
   -- What waits for one official: duties of his office, but for claims on which he took the step before.
   and ($12::jsonb is null or (c.last_actor <> $13 and exists (
         select
           from jsonb_to_recordset($12) as duty (status text, measures jsonb, area text, publicity_before date)
          where duty.status = c.status
            and (duty.measures is null or duty.measures ? c.measure)
            and (duty.area is null or c.division like duty.area || '%')
            and (duty.publicity_before is null
                 or (c.publicity_until < duty.publicity_before and c.kind <> 'loan-limit')))))
   and {{after}}
 order by {{order}}
 limit {{limit}}
