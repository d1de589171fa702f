-- How the tables stand, and what holds at a position of theirs: the one asked for, or the last.
select progress.position,
       not exists (select from read.set_aside s where s.tenant = $1 and s.position <= at.position) as complete,
       (select d.day
          from read.day_reached d
         where d.tenant = $1 and d.from_position <= at.position
         order by d.from_position desc
         limit 1) as last_day
  from (select coalesce((select p.position from read.progress p where p.tenant = $1), 0) as position) progress
 cross join lateral (select coalesce($2::bigint, progress.position) as position) at
