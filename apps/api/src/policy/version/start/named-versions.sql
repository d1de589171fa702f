select split_part(s.data ->> 'measure', '/', 1) as policy, n.version, count(distinct n.stream)::int as claims
  from (select stream, data ->> 'policyVersion' as version
          from es.event
         where tenant = $1 and type in ('ClaimSubmitted', 'ClaimResubmitted', 'ClaimDetermined', 'ClaimDeclined')) n
  join es.event s on s.tenant = $1 and s.stream = n.stream and s.version = 1
 group by 1, 2
 order by 1, 2
