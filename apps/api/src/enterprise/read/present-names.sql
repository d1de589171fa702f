-- Of names ($2) those that one enterprise of the city bore at some time and no other ever did, where it had another at a
-- position ($3): with that one. Laterally, so that each is found by the index on all names.
select n.name as stated, min(e.name) as present
  from unnest($2::text[]) n (name)
 cross join lateral (
       select name
         from read.enterprise_at($1, $3)
        where string_to_array(known_as, E'\n') @> array[n.name]
       offset 0) e
 group by n.name
having count(*) = 1 and min(e.name) <> n.name
