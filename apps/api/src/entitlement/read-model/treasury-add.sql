insert into treasury_total (tenant, payer, basis, reserved, paid, returned)
select tenant, payer, basis, reserved, paid, returned
  from jsonb_populate_recordset(null::treasury_total, $1)
on conflict (tenant, payer, basis) do update set
  reserved = treasury_total.reserved + excluded.reserved,
  paid = treasury_total.paid + excluded.paid,
  returned = treasury_total.returned + excluded.returned
