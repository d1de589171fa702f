-- Of names ($2) those that one enterprise of the city bore at some time and no other ever did, where it had another at a
-- position ($3): with that one.
select n.name as stated, min(e.name) as present
  from unnest($2::text[]) n (name)
  join read.enterprise_at($1, $3) e on n.name = any (string_to_array(e.known_as, E'\n'))
 group by n.name
having count(*) = 1 and min(e.name) <> n.name
