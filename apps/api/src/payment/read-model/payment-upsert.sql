insert into payment
select * from jsonb_populate_recordset(null::payment, $1)
on conflict (tenant, id) do update set
  payee = excluded.payee,
  status = excluded.status,
  account = excluded.account,
  attempt = excluded.attempt,
  instructed_on = excluded.instructed_on,
  settled_on = excluded.settled_on,
  returned_on = excluded.returned_on,
  bank_reference = excluded.bank_reference,
  return_reason = excluded.return_reason,
  last_actor = excluded.last_actor
