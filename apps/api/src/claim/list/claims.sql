select c.*
  from {{rows}} c
 where c.tenant = $1
   and {{stands}}
   and ($2::text[] is null or c.status = any ($2))
   and ($3::text[] is null or c.measure = any ($3))
   and ($4::text[] is null or c.uscc = any ($4))
   and ($5::int is null or c.year = $5)
   and ($6::text[] is null or c.division = any ($6))
   -- Of one alone an index has the rows in their order; of any of several it has not.
   and (cardinality($2) is distinct from 1 or c.status = ($2)[1])
   and (cardinality($3) is distinct from 1 or c.measure = ($3)[1])
   and (cardinality($4) is distinct from 1 or c.uscc = ($4)[1])
   and (cardinality($6) is distinct from 1 or c.division = ($6)[1])
   and ($7::boolean is null or c.held = $7)
   and ($8::text is null or $8 = any (c.reasons))
   and ($9::date is null or c.submitted_on >= $9)
   and ($10::date is null or c.submitted_on <= $10)
   and ($11::text is null or c.id like $11 || '%')
   and ($12::text is null or $12 = any (c.escalated_to))
   and {{light}}
   and ($13::text is null or (c.assigned_to = $13 and {{kept}}))
   and ($14::boolean is null or c.assigned_to is null or not {{kept}})
   -- After which somebody looks for whom somebody stands in, under the clauses for which he does.
   and ($19::jsonb is null or ({{kept}} and exists (
         select from jsonb_to_recordset($19) s (official text, measures text[])
          where s.official = c.assigned_to and (s.measures is null or c.measure = any (s.measures)))))
   and ($15::date is null or c.determined_on >= $15)
   and ($16::date is null or c.determined_on <= $16)
   -- What was withdrawn, or settled with nothing paid, is in the figures of no month either.
   and (($15::date is null and $16::date is null)
        or (c.status <> 'withdrawn'
            and (c.lines = '[]' or jsonb_path_exists(c.lines, '$[*] ? (@.state != "released")'))))
   and ($17::text is null or c.application_round = $17)
   and ($18::text[] is null or exists (
         select from jsonb_array_elements(c.lines) l where l->>'payer' = any ($18) and l->>'state' <> 'released'))
   and ($20::boolean is null or 'draw' = any (c.waits_for))
   and {{others}}
   and {{duty}}
   and {{after}}
 order by {{order}}
 limit {{limit}}
