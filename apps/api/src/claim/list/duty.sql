-- Asked of read.claim and of read.claim_tally, which name these columns alike. Nobody takes two steps in a row.
c.status = {{status}}
-- Nobody but the offices of its route while it waits for one of them.
and case when {{offices}}::text[] is null then c.waits_for = '{}' else c.waits_for <> '{}' and c.waits_for && {{offices}} end
and c.last_actor <> {{user}}
and ({{measures}}::text[] is null or c.measure = any ({{measures}}))
and ({{area}}::text[] is null or c.division = any ({{area}}))
and ({{publicity_before}}::date is null or (c.publicity_until < {{publicity_before}} and c.kind <> 'loan-limit'))
