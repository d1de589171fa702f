select read.claims_of_participants($1, {{elsewhere}}::text[])
 union all
-- What he ever agreed to is much, and what is objected to is little.
(select id from read.claim where tenant = $1 and {{agreed}}::text[] <> '{}' and status = {{status}})
 union all
select unnest({{claims}}::text[])
 union all
(select id from read.claim where tenant = $1 and uscc = any ({{usccs}}::text[]))
 union all
(select id from read.claim where tenant = $1 and {{not_before}}::text[] is not null and papers_due is not null)
 union all
(select id from read.claim where tenant = $1 and application_round = any ({{not_before}}::text[]))
