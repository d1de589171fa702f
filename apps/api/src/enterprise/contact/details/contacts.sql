-- Every version that the log names and that was not erased, with the day on which the next one took its place; and a
-- contact of before there were events, where the log names none.
select k.name, k.phone, k.email, c.replaced_on as "replacedOn"
  from read.contact_change c
  join identity.contact k on k.tenant = c.tenant and k.id::text = c.contact
 where c.tenant = $1 and c.uscc = $2 and (c.replaced_on is null or c.replaced_on > $3)
union all
select k.name, k.phone, k.email, null
  from identity.contact k
 where k.tenant = $1 and k.uscc = $2 and k.salt is null
   and not exists (select from read.contact_change c where c.tenant = $1 and c.uscc = $2)
 order by "replacedOn" desc nulls first
