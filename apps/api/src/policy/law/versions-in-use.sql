select data ->> 'policyVersion' as version
  from es.event
 where type in ('ClaimSubmitted', 'ClaimResubmitted', 'ClaimDetermined', 'ClaimDeclined')
union
select data ->> 'version'
  from es.event
 where type = 'PolicyVersionRecorded'
