-- Enterprises are looked up one by one (offset 0): joined, all of the city's would be read.
select kind, uscc, name, proposal, "proposedOn", "opensUntil", "isMine"
  from (select 'ACCOUNT' as kind, c.uscc, e.name, c.proposal, c.proposed_on as "proposedOn", c.opens_until as "opensUntil",
               c.proposed_by = $4 as "isMine"
          from read.bank_account_change_at($1, $5) c
          cross join lateral (select * from read.enterprise_at($1, $5) x where x.uscc = c.uscc offset 0) e
         where c.answer is null and c.opens_until >= $3 and ($2::text[] is null or e.division = any ($2))
         union all
        select 'CONTACT', c.uscc, e.name, c.proposal, c.proposed_on, c.opens_until, c.proposed_by = $4
          from read.contact_change_at($1, $5) c
          cross join lateral (select * from read.enterprise_at($1, $5) x where x.uscc = c.uscc offset 0) e
         where c.answer is null and c.opens_until >= $3 and ($2::text[] is null or e.division = any ($2))
         union all
        select 'MOVE', e.uscc, e.name, m.of -> 'proposal' ->> 'id', (m.of -> 'proposal' ->> 'proposedOn')::date,
               (m.of -> 'proposal' ->> 'opensUntil')::date, m.of -> 'proposal' ->> 'proposedBy' = $4
          from read.enterprise_at($1, $5) e, jsonb_array_elements(e.move_proposals) m (of)
         where e.has_open_move and m.of -> 'proposal' -> 'answer' = 'null'
           and (m.of -> 'proposal' ->> 'opensUntil')::date >= $3 and ($2::text[] is null or m.of ->> 'from' = any ($2))
         union all
        select 'CHANGE', e.uscc, e.name, c.of -> 'proposal' ->> 'id', (c.of -> 'proposal' ->> 'proposedOn')::date,
               (c.of -> 'proposal' ->> 'opensUntil')::date, c.of -> 'proposal' ->> 'proposedBy' = $4
          from read.enterprise_at($1, $5) e, jsonb_array_elements(e.changes) c (of)
         where e.has_open_change and c.of -> 'proposal' -> 'answer' = 'null'
           and (c.of -> 'proposal' ->> 'opensUntil')::date >= $3 and ($2::text[] is null or e.division = any ($2))
         union all
        select 'REGISTRATION', r.uscc, p.of ->> 'name', p.of -> 'proposal' ->> 'id',
               (p.of -> 'proposal' ->> 'proposedOn')::date, (p.of -> 'proposal' ->> 'opensUntil')::date,
               p.of -> 'proposal' ->> 'proposedBy' = $4
          from read.registration_at($1, $5) r, jsonb_array_elements(r.proposals) p (of)
         where r.has_open and p.of -> 'proposal' -> 'answer' = 'null'
           and (p.of -> 'proposal' ->> 'opensUntil')::date >= $3 and ($2::text[] is null or p.of ->> 'division' = any ($2))) open
 order by "proposedOn", proposal
 limit 100
