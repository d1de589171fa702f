-- Of names ($2) those that one enterprise of the city bore at some time and no other ever did, where it had another at a
-- position ($3): with that one. Those that bear one of them are found by it, and those that had others are looked through once.
select borne.name as stated, min(borne.present) as present
  from (select n.name, e.name as present
          from unnest($2::text[]) n (name)
          join read.enterprise_at($1, $3) e on e.name = n.name and e.known_as = e.name
         union all
        select n.name, e.name
          from read.enterprise_at($1, $3) e
         cross join lateral (select distinct unnest(string_to_array(e.known_as, E'\n')) as name) known
          join unnest($2::text[]) n (name) on n.name = known.name
         where e.known_as <> e.name) borne
 group by borne.name
having count(*) = 1 and min(borne.present) <> borne.name
