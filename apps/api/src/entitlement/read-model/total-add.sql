insert into yearly_total (tenant, uscc, measure, year, reserved, paid, city, county)
select tenant, uscc, measure, year, reserved, paid, city, county
  from jsonb_populate_recordset(null::yearly_total, $1)
on conflict (tenant, uscc, measure, year) do update set
  reserved = yearly_total.reserved + excluded.reserved,
  paid = yearly_total.paid + excluded.paid,
  city = yearly_total.city + excluded.city,
  county = yearly_total.county + excluded.county
