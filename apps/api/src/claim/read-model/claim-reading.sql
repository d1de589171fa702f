-- One index for each order that the list is asked for in; the id makes each of them total. The position, at the end of each,
-- spares a list of the past the rows that came to stand later.
create index on claim (tenant, submitted_on, id, from_position);
create index on claim (tenant, from_position, id);
-- What was determined in a month, of the few that ever are.
create index on claim (tenant, determined_on, id) where determined_on is not null;
create index on claim (tenant, requested, id, from_position);
create index on claim (tenant, coalesce(determined, -1), id, from_position);
-- What a list is narrowed by, in the order in which it is usually shown.
create index on claim (tenant, status, submitted_on, id, from_position);
create index on claim (tenant, measure, submitted_on, id, from_position);
create index on claim (tenant, uscc, submitted_on, id, from_position);
create index on claim (tenant, division, submitted_on, id, from_position);
create index on claim (tenant, submitted_on, id, from_position) where held;
-- What waits for an office of its route.
create index on claim (tenant, submitted_on, id, from_position) where waits_for <> '{}';
create index on claim (tenant, assigned_to, submitted_on, id, from_position) where assigned_to is not null;
create index on claim (tenant, application_round, submitted_on, id, from_position) where application_round is not null;
-- The queue of one programme. Of the past it may be empty where the log is long, which no other of these would soon find.
create index on claim (tenant, status, measure, year, submitted_on, id, from_position);
-- What is due, in the order of its days; what nothing is due of comes last. Few are open, however many there ever were.
create index on claim (tenant, coalesce(due_earliest, '9999-12-31'::date), id, from_position);
create index on claim (tenant, due_on, id, from_position) where clock is not null;
create index on claim (tenant, remind_on, due_on, from_position) where clock is not null;
create index on claim (tenant, report_after) where report_after is not null;
create index on claim (tenant, id) where papers_due is not null;
-- What somebody took part in before he came to another office. Row-level security lets nobody look an array up in an index,
-- since that is not leak-proof: the tables' owner does, and tells numbers of claims of the request's city alone.
create index on claim using gin (participants);
create function claims_of_participants(of_tenant text, parts text[]) returns setof text
language sql stable security definer begin atomic
  select id
    from claim
   where tenant = of_tenant
     and (current_setting('role') <> 'duixian_city' or of_tenant = nullif(current_setting('duixian.tenant', true), ''))
     and participants && parts;
end;
create index on claim_tally (tenant) where claims = 0;
create index on claim_tally_then (tenant, position);
-- What ceased to stand between two positions. What came to stand is found by its span: with an index on the position alone
-- the planner takes that one for what stood at a position too, and reads all that ever began before it.
create index on claim_past (tenant, until_position);

-- What the claims changed in the tally after one position and up to another: those that came to stand are counted, and
-- those that ceased to are counted off.
create function claim_tally_between(of_tenant text, after bigint, up_to bigint) returns setof claim_tally
language sql stable begin atomic
  select t.tenant, t.status, t.measure, t.year, t.division, t.last_actor, t.kind,
         case when t.status = 'publicised' then t.publicity_until end, t.waits_for, t.sign,
         t.sign * t.requested::numeric, t.sign * coalesce(t.determined, 0)::numeric, t.sign * t.reserved::numeric,
         t.sign * t.paid::numeric, t.sign * t.returned::numeric
    from (select tenant, status, measure, year, division, last_actor, kind, publicity_until, waits_for,
                 requested, determined, reserved, paid, returned, 1::bigint as sign
            from claim where tenant = of_tenant and from_position > after and from_position <= up_to
           union all
          select tenant, status, measure, year, division, last_actor, kind, publicity_until, waits_for,
                 requested, determined, reserved, paid, returned, 1
            from generate_series(0, 40) s (span)
           cross join lateral (
                 select *
                   from claim_past p
                  where p.tenant = of_tenant
                    and p.span = s.span
                    and p.from_position > after
                    and p.from_position <= up_to
                 offset 0) p
           union all
          select tenant, status, measure, year, division, last_actor, kind, publicity_until, waits_for,
                 requested, determined, reserved, paid, returned, -1
            from claim_past where tenant = of_tenant and until_position > after and until_position <= up_to) t;
end;

-- The tally at a position not far back: as it is, less what was changed since.
create function claim_tally_before(of_tenant text, at bigint) returns setof claim_tally language sql stable begin atomic
  select * from claim_tally where tenant = of_tenant
  union all
  select tenant, status, measure, year, division, last_actor, kind, publicity_until, waits_for,
         -claims, -requested, -determined, -reserved, -paid, -returned
    from claim_tally_between(of_tenant, at, 9223372036854775807);
end;

-- The tally at any position, but for who took the last step, the offices of routes and the end of publicity: the mark before it, and what was
-- changed from there on.
create function claim_tally_after_mark(of_tenant text, at bigint) returns setof claim_tally language sql stable
begin atomic
  with mark as materialized (
    select coalesce(max(m.position), 0) as position
      from claim_tally_mark m
     where m.tenant = of_tenant and m.position <= claim_tally_after_mark.at
  )
  select t.tenant, t.status, t.measure, t.year, t.division, t.last_actor, t.kind, t.publicity_until, t.waits_for,
         t.claims, t.requested, t.determined, t.reserved, t.paid, t.returned
    from claim_tally_then t
   where t.tenant = of_tenant and t.position = (select position from mark)
  union all
  select * from claim_tally_between(of_tenant, (select position from mark), claim_tally_after_mark.at);
end;
