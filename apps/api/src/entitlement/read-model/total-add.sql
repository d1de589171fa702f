insert into yearly_total (tenant, uscc, measure, year, reserved, paid, city, county,
                          counted_reserved, counted_paid, counted_city, counted_county)
select tenant, uscc, measure, year, reserved, paid, city, county,
       counted_reserved, counted_paid, counted_city, counted_county
  from jsonb_populate_recordset(null::yearly_total, $1)
on conflict (tenant, uscc, measure, year) do update set
  reserved = yearly_total.reserved + excluded.reserved,
  paid = yearly_total.paid + excluded.paid,
  city = yearly_total.city + excluded.city,
  county = yearly_total.county + excluded.county,
  counted_reserved = yearly_total.counted_reserved + excluded.counted_reserved,
  counted_paid = yearly_total.counted_paid + excluded.counted_paid,
  counted_city = yearly_total.counted_city + excluded.counted_city,
  counted_county = yearly_total.counted_county + excluded.counted_county
