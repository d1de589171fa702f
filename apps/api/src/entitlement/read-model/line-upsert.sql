insert into entitlement_line
select * from jsonb_populate_recordset(null::entitlement_line, $1)
on conflict (tenant, claim, payer) do update set
  basis = excluded.basis,
  amount = excluded.amount,
  state = excluded.state,
  accounts = excluded.accounts
