insert into claim
select * from jsonb_populate_recordset(null::claim, $1)
on conflict (tenant, id) do update set
  status = excluded.status,
  policy_version = excluded.policy_version,
  division = excluded.division,
  occurred_on = excluded.occurred_on,
  subject = excluded.subject,
  facts = excluded.facts,
  evidence = excluded.evidence,
  held = excluded.held,
  requested = excluded.requested,
  agreed = excluded.agreed,
  determined = excluded.determined,
  kind = excluded.kind,
  reasons = excluded.reasons,
  lines = excluded.lines,
  reserved = excluded.reserved,
  paid = excluded.paid,
  publicity_from = excluded.publicity_from,
  publicity_until = excluded.publicity_until,
  updated_at = excluded.updated_at,
  updated_position = excluded.updated_position,
  last_actor = excluded.last_actor
