select m.id, m.proposed_on as "proposedOn", m.used_at as "usedAt", m.used_key as "usedKey"
  from identity.machine_account m
 where m.tenant = $1
   -- Its row is written before its first event is.
   and exists (select from es.event e where e.tenant = $1 and e.stream = 'machine-' || m.id and e.version = 1)
   and {{after}}
 order by {{order}}
 limit {{limit}}
