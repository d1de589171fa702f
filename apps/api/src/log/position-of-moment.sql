-- The last position recorded at or before a moment, 0 when there is none; whether the moment is yet to come; and when the
-- log begins. Times of recording never fall, so that the log is halved until it is found: twenty looks into the index of a
-- million events.
with recursive search (low, high) as (
  select 0::bigint, coalesce((select position from es.head where tenant = $1), 0)
  union all
  select case when is_by_then then middle else low end,
         case when is_by_then then high else middle - 1 end
    from (select low, high, middle,
                 (select e.recorded_at <= $2::timestamptz
                    from es.event e where e.tenant = $1 and e.position = middle) as is_by_then
            from (select low, high, (low + high + 1) / 2 as middle from search where low < high) halved) looked
)
select low as position,
       $2::timestamptz > clock_timestamp() as is_ahead,
       -- In whole seconds, of which the first one holds that event.
       (select to_char((e.recorded_at + interval '999999 microseconds') at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS')
          from es.event e where e.tenant = $1 and e.position = 1) as begins_at
  from search
 where low = high
