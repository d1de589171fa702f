select {{columns}},
       -- What was said in a comment that is taken back is for auditors, whatever position is asked for.
       not $7::boolean and e.type = 'CommentWritten' and exists (
         select
           from es.event w
          where w.tenant = $1
            and w.stream = e.stream
            and w.type = 'CommentWithdrawn'
            and w.data ->> 'comment' = e.data ->> 'comment') as taken_back
  from es.event e
 where e.tenant = $1
   and e.position <= $6
   and ($2::text is null or e.stream = $2)
   and ($3::text is null or e.type = $3)
   and ($4::bigint[] is null or e.position = any ($4))
   -- What happens to the accounts of officials and machines is for those who keep or audit them.
   and ($5::boolean or (e.stream not like 'official-%' and e.stream not like 'machine-%'))
   and {{after}}
 order by {{order}}
 limit {{limit}}
