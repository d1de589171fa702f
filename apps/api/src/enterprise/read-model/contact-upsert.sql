insert into contact_change
select * from jsonb_populate_recordset(null::contact_change, $1)
on conflict (tenant, proposal) do update set
  notice = excluded.notice,
  answer = excluded.answer,
  answered_on = excluded.answered_on,
  answered_by = excluded.answered_by,
  answered_by_name = excluded.answered_by_name,
  reason = excluded.reason,
  effective_from = excluded.effective_from,
  waiting = excluded.waiting,
  erased = excluded.erased
