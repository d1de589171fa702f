select m.*,
       -- Also of a position at which it still stood: nobody is shown what one said that was taken back since.
       (select to_char(w.occurred_on, 'YYYY-MM-DD')
          from es.event w
         where w.tenant = $1
           and w.stream = 'comments-' || m.claim
           and w.type = 'CommentWithdrawn'
           and w.data ->> 'comment' = m.id) as taken_back_on
  from {{rows}} m
 where m.tenant = $1
   and {{stands}}
   and m.claim = $2
   and {{after}}
 order by {{order}}
 limit {{limit}}
