create index on enterprise (tenant, name, uscc);
create index on enterprise (tenant, registered_on, uscc);
create index on enterprise (tenant, division, uscc);
create index on enterprise (tenant, look, uscc);
create index on enterprise (tenant) where has_open_move;
create index on enterprise (tenant) where has_open_change;
-- What stood under the same look before.
create index on enterprise_past (tenant, look, uscc);
-- The few that ever had another name: the party of a contract may be written under an earlier one. Not by the names
-- themselves, since row-level security lets nobody look an array up in an index.
create index on enterprise (tenant) where known_as <> name;
create index on enterprise_past (tenant) where known_as <> name;

-- Codes in whose place an enterprise goes on at a position, and in theirs; itself first. Who takes no part in the one takes no
-- part in these.
create function codes_onward(of_tenant text, of_uscc text, at bigint) returns setof text language sql stable begin atomic
  with recursive reached (uscc) as (
    select of_uscc
     union
    select next.uscc
      from reached
     cross join lateral (
           select jsonb_array_elements_text(e.closure -> 'successors')
             from enterprise_at(of_tenant, at) e
            where e.uscc = reached.uscc and e.closure is not null) as next (uscc))
  select uscc from reached;
end;
