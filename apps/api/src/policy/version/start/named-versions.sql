-- Between two positions: a claim is counted where it first names a version, so that portions of the log add up.
select split_part(s.data ->> 'measure', '/', 1) as policy, e.data ->> 'policyVersion' as version, count(*)::int as claims
  from es.event e
  join es.event s on s.tenant = e.tenant and s.stream = e.stream and s.version = 1
 where e.tenant = $1
   and e.position > $2
   and e.position <= $3
   and e.type in ('ClaimSubmitted', 'ClaimResubmitted', 'ClaimDetermined', 'ClaimDeclined')
   and not exists (
       select
         from es.event b
        where b.tenant = e.tenant
          and b.stream = e.stream
          and b.version < e.version
          and b.type in ('ClaimSubmitted', 'ClaimResubmitted', 'ClaimDetermined', 'ClaimDeclined')
          and b.data ->> 'policyVersion' = e.data ->> 'policyVersion')
 group by 1, 2
