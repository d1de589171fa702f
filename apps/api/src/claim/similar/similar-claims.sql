-- Of each claim ($2) the others that still counted at a position ($4) whose subjects look like its own: of its enterprise,
-- or under its measure. Each row is looked up by its key before the next (offset 0): joined, all of the city's would be read.
select s.claim as of, o.claim as other
  from unnest($2::text[]) with ordinality as asked (claim, place)
 cross join lateral (select * from read.claim_subject_at($1, $4) x where x.claim = asked.claim offset 0) s
 cross join lateral (select * from read.claim_at($1, $4) x where x.id = s.claim offset 0) c
 cross join lateral (select a.claim
                       from read.claim_subject_at($1, $4) a
                      cross join lateral (select * from read.claim_at($1, $4) x where x.id = a.claim offset 0) b
                      where a.look = s.look and not a.has_ended and a.claim <> s.claim
                        and (b.uscc = c.uscc or b.measure = c.measure)
                      order by a.claim
                      limit $3) o
 order by asked.place, o.claim
