insert into contact_change
select * from jsonb_populate_recordset(null::contact_change, $1)
on conflict (tenant, uscc, position) do update set
  replaced_on = excluded.replaced_on,
  erased = excluded.erased
