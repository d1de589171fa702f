-- Whether whoever was named to look after the claim "c" still does: with an account that is open, and in the office that he
-- had then. Who has left looks after nothing, and nobody after what he takes no part in.
exists (
  select from identity."user" u
   where u.tenant = c.tenant and u.id::text = c.assigned_to and not u.disabled
     and not exists (
       select from es.event e
        where e.tenant = c.tenant and e.stream = 'official-' || c.assigned_to
          and e.type in ('OfficeChanged', 'RolesGranted') and e.position > c.assigned_at)
     and not exists (
       select from read.recusal r
        where r.tenant = c.tenant and r.official = c.assigned_to and r.lifted_on is null
          and (r.claim = c.id or c.uscc in (select read.codes_onward(r.tenant, r.uscc, 9223372036854775807)))))
