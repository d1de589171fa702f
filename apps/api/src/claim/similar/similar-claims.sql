-- Of each claim ($2) the others that still count whose subjects look like its own: of its enterprise, or under its measure.
select s.claim as of, o.claim as other
  from unnest($2::text[]) with ordinality as asked (claim, place)
  join read.claim_subject s on s.tenant = $1 and s.claim = asked.claim
  join read.claim c on c.tenant = $1 and c.id = s.claim
 cross join lateral (select a.claim
                       from read.claim_subject a
                       join read.claim b on b.tenant = $1 and b.id = a.claim
                      where a.tenant = $1 and a.look = s.look and not a.has_ended and a.claim <> s.claim
                        and (b.uscc = c.uscc or b.measure = c.measure)
                      order by a.claim
                      limit $3) o
 order by asked.place, o.claim
