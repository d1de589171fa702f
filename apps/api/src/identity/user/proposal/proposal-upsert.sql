insert into account_proposal
select * from jsonb_populate_recordset(null::account_proposal, $1)
on conflict (tenant, id) do update set
  answer = excluded.answer,
  answered_by = excluded.answered_by,
  answered_on = excluded.answered_on,
  answer_reason = excluded.answer_reason
