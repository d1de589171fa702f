alter type es.append_group
  add attribute event_seals bytea[],    -- of each event the nonce of 16 bytes, and the leaf of 32
  add attribute command_labels text[];  -- of each command what a link says of it before its moves

-- Appends a group of commands of one tenant, each checked by itself. READ COMMITTED; one call is one transaction.
--
-- The group comes as a JSON object of es.append_group; the function returns one answer for each command, in their order.
--
-- Locks, in this order, so that no two groups can wait for each other:
--   1. rows of es.stream, by name     2. rows of es.guard, by name     3. the tenant's row of es.head, until commit
-- Nothing is written before the head is locked. A command id, a new stream and a new guard have no row to lock: their
-- keys are inserted under the head's lock, where nobody else writes. If another group was first, the key refuses
-- (unique_violation) and the caller sends again. Rows written earlier would make that insert wait for a group that
-- waits for the head.
--
-- Each event gets the next link of the tenant's chain, as src/chain.ts computes it again: SHA-256 over the link before,
-- the leaf (the caller's hash of what the event says), its place and time, and the command with the guards that it moved.
-- A caller who states a leaf, a label or moves that are not so is found by whoever verifies.
--
-- An older version sends nonces and leaves in two lists, and no labels.
--
-- An append without events writes nothing: it demands that its stream still has the version that the decision saw. Such a
-- row is locked like the others, so that whoever changes the stream is before or after the whole command.
create or replace function es.append(p_tenant text, p_group jsonb) returns jsonb language plpgsql
  security definer set search_path = pg_catalog, pg_temp
  -- Left to itself the planner plans each statement anew on each call, which costs more than running it, and while a
  -- table is small it reads the whole of it, for as long as the plan is kept. For the same reason rows are looked up
  -- laterally and updated through ON CONFLICT below: there is no other plan than their key.
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off
  set enable_bitmapscan = off
as $$
declare
  -- One record, and not a variable for each of its lists: PL/pgSQL would unpack each into memory of its own.
  given es.append_group;

  -- What is stored, and what it becomes as the group's members are accepted.
  stored_versions int[]; versions int[];
  stored_guards bigint[]; guard_versions bigint[]; ceilings bigint[]; reserves bigint[]; paids bigint[];
  done_hashes text[]; done_firsts bigint[]; done_lasts bigint[];

  -- For each command an answer, or its outcome and offsets from the position at which the group begins.
  answers jsonb[]; outcomes text[]; firsts int[]; lasts int[];
  -- For each append of an accepted command what its n-th event adds n to, and which command it is of.
  append_offset int[]; append_version int[]; append_command int[];
  -- For each event its link.
  links bytea[]; last_link bytea; recorded text; inserted int;

  event_count int := 0; base bigint := 0; now_recording timestamptz; last_recorded timestamptz;
  a_from int; a_to int := 0; g_from int; g_to int := 0;
  answer jsonb; twin int; s int; g int; a int; ceiling_asked bigint; used bigint; asked bigint;
begin
  given := jsonb_populate_record(null::es.append_group, p_group);
  if given.event_seals is null then
    select array_agg(decode(nonce || leaf, 'hex') order by i) into given.event_seals
      from unnest(given.event_nonces, given.event_leaves) with ordinality u(nonce, leaf, i);
    select array_agg(concat(octet_length(id), ':', id, ':', octet_length(hash), ':', hash, ':') order by i)
      into given.command_labels
      from unnest(given.command_ids, given.command_hashes) with ordinality u(id, hash, i);
  end if;
  -- This runs with more rights than its caller: whoever sends what no caller of this version sends gets nowhere.
  if cardinality(given.event_ids) is distinct from cardinality(given.event_seals)
     or cardinality(given.command_ids) is distinct from cardinality(given.command_labels)
     or cardinality(given.command_ids) is distinct from cardinality(given.command_moves)
     or 1 > any (given.command_appends) or 0 > any (given.command_changes) or 0 > any (given.append_events) then
    raise invalid_parameter_value using message = 'This is no group of commands as this version of the log takes it.';
  end if;

  select array_agg(coalesce(t.version, 0) order by k.i) into stored_versions
    from (select * from unnest(given.streams) with ordinality u(stream, i) order by stream collate "C") k
    left join lateral (select version from es.stream
                        where tenant = p_tenant and stream = k.stream for update) t on true;
  versions := stored_versions;

  if cardinality(given.accounts) > 0 then
    select array_agg(coalesce(t.version, 0) order by k.i), array_agg(t.ceiling order by k.i),
           array_agg(coalesce(t.reserved, 0) order by k.i), array_agg(coalesce(t.paid, 0) order by k.i)
      into stored_guards, ceilings, reserves, paids
      from (select * from unnest(given.accounts) with ordinality u(account, i) order by account collate "C") k
      left join lateral (select ceiling, reserved, paid, version from es.guard
                          where tenant = p_tenant and account = k.account for update) t on true;
    guard_versions := stored_guards;
  end if;

  -- Only now, in a snapshot later than the locks: a twin of a command waits for the same stream as the command did.
  select array_agg(d.request_hash order by k.i), array_agg(d.first order by k.i), array_agg(d.last order by k.i)
    into done_hashes, done_firsts, done_lasts
    from unnest(given.command_ids) with ordinality k(id, i)
    left join lateral (select request_hash, first, last from es.command
                        where tenant = p_tenant and command_id = k.id limit 1) d on true;

  answers := array_fill(null::jsonb, array[cardinality(given.command_ids)]);
  outcomes := array_fill(null::text, array[cardinality(given.command_ids)]);
  firsts := array_fill(null::int, array[cardinality(given.command_ids)]);
  lasts := firsts;
  for c in 1 .. cardinality(given.command_ids) loop
    a_from := a_to + 1; a_to := a_to + given.command_appends[c];
    g_from := g_to + 1; g_to := g_to + given.command_changes[c];
    answer := null;

    if done_hashes[c] is not null then
      answers[c] := case when done_hashes[c] = given.command_hashes[c]
        then jsonb_build_object('outcome', 'repeated', 'first', done_firsts[c]::text, 'last', done_lasts[c]::text)
        else '{"outcome": "command-mismatch"}' end;
      continue;
    end if;
    twin := array_position(given.command_ids, given.command_ids[c]);
    if twin < c and outcomes[twin] = 'appended' then
      if given.command_hashes[twin] = given.command_hashes[c] then
        outcomes[c] := 'repeated'; firsts[c] := firsts[twin]; lasts[c] := lasts[twin];
      else
        answers[c] := '{"outcome": "command-mismatch"}';
      end if;
      continue;
    end if;

    for a in a_from .. a_to loop
      s := given.append_stream[a];
      if given.append_expected[a] <> -1 and given.append_expected[a] <> versions[s] then
        answer := jsonb_build_object('outcome', 'stream-conflict', 'stream', given.streams[s],
          'expected', given.append_expected[a], 'actual', versions[s]);
        exit;
      end if;
    end loop;
    if answer is not null then answers[c] := answer; continue; end if;

    for i in g_from .. g_to loop
      g := given.change_account[i];
      used := reserves[g] + paids[g];
      asked := given.change_reserve[i] + given.change_paid[i];
      ceiling_asked := case when given.change_sets[i] then given.change_ceiling[i] else ceilings[g] end;
      if given.change_expected[i] <> guard_versions[g] then
        answer := jsonb_build_object('outcome', 'guard-conflict', 'account', given.accounts[g]);
      elsif used + asked > ceiling_asked then
        answer := jsonb_build_object('outcome', 'ceiling-refused', 'account', given.accounts[g],
          'ceiling', ceiling_asked::text, 'used', used::text, 'asked', asked::text);
      elsif reserves[g] + given.change_reserve[i] < 0 or paids[g] + given.change_paid[i] < 0 then
        answer := jsonb_build_object('outcome', 'guard-below-zero', 'account', given.accounts[g]);
      end if;
      exit when answer is not null;
    end loop;
    if answer is not null then answers[c] := answer; continue; end if;

    outcomes[c] := 'appended';
    firsts[c] := event_count + 1;
    for a in a_from .. a_to loop
      s := given.append_stream[a];
      append_offset[a] := event_count;
      append_version[a] := versions[s];
      append_command[a] := c;
      versions[s] := versions[s] + given.append_events[a];
      event_count := event_count + given.append_events[a];
    end loop;
    if event_count < firsts[c] then
      raise invalid_parameter_value using message = 'A command holds no event.';
    end if;
    lasts[c] := event_count;
    for i in g_from .. g_to loop
      if given.change_reserve[i] is not null then
        g := given.change_account[i];
        if given.change_sets[i] then ceilings[g] := given.change_ceiling[i]; end if;
        reserves[g] := reserves[g] + given.change_reserve[i];
        paids[g] := paids[g] + given.change_paid[i];
        guard_versions[g] := guard_versions[g] + 1;
      end if;
    end loop;
  end loop;

  if event_count > 0 then
    select h.position, h.link, h.recorded_at into base, last_link, last_recorded
      from es.head h where h.tenant = p_tenant for update;
    if last_link is null then
      insert into es.head (tenant, position, link) values (p_tenant, 0, decode(repeat('00', 32), 'hex'))
        on conflict do nothing;
      select h.position, h.link, h.recorded_at into base, last_link, last_recorded
        from es.head h where h.tenant = p_tenant for update;
      if last_link is null then
        raise object_not_in_prerequisite_state using message = 'The log of this tenant is being chained: try again later.';
      end if;
    end if;
    now_recording := greatest(clock_timestamp(), last_recorded);
    recorded := to_char(now_recording at time zone 'UTC', '":"YYYY-MM-DD"T"HH24:MI:SS.US"Z:"');
    links := array_fill(null::bytea, array[cardinality(given.event_ids)]);
    -- Each function in here costs a group of one as much as the hash: it is looked up in every transaction.
    for e in 1 .. cardinality(given.event_ids) loop
      a := given.event_append[e];
      if append_offset[a] is not null then
        last_link := sha256(last_link || substr(given.event_seals[e], 17) || convert_to(
          concat(base + append_offset[a] + given.event_n[e], ':', append_version[a] + given.event_n[e], recorded,
                 given.command_labels[append_command[a]], given.command_moves[append_command[a]]), 'UTF8'));
        links[e] := last_link;
      end if;
    end loop;
    -- Seen as new, and not written below, so that no key stands in the way; the same with a guard never mentioned.
    if 0 = any (versions) then
      if exists (
        select from unnest(given.streams, versions) n(stream, version)
         where n.version = 0
           and exists (select from es.stream where tenant = p_tenant and stream = n.stream))
      then
        raise serialization_failure using message = 'Another group was first to write a stream: send again.';
      end if;
    end if;
    if 0 = any (guard_versions) then
      if exists (
        select from unnest(given.accounts, guard_versions) n(account, version)
         where n.version = 0
           and exists (select from es.guard where tenant = p_tenant and account = n.account))
      then
        raise serialization_failure using message = 'Another group was first to mention a guard: send again.';
      end if;
    end if;

    -- In one statement, since each costs a group of one more than the row that it writes.
    with moved as (
      update es.head h
         set position = base + event_count, link = last_link, recorded_at = now_recording
       where h.tenant = p_tenant
    ), done as (
      insert into es.command (tenant, command_id, request_hash, first, last, moves)
        select p_tenant, c.id, c.hash, base + c.first, base + c.last, c.moves
          from unnest(given.command_ids, given.command_hashes, outcomes, firsts, lasts, given.command_moves)
            c(id, hash, outcome, first, last, moves)
         where c.outcome = 'appended'
    )
    insert into es.event (tenant, position, stream, version, event_id, type, schema_version, occurred_on, recorded_at,
                          data, meta, nonce, link)
      select p_tenant, base + append_offset[e.append] + e.n, given.streams[given.append_stream[e.append]],
             append_version[e.append] + e.n, e.id, e.type, e.schema, e.date, now_recording, e.data, e.meta,
             substr(e.seal, 1, 16), e.link
        from unnest(given.event_append, given.event_n, given.event_ids, given.event_types, given.event_schemas,
                    given.event_dates, given.event_data, given.event_meta, given.event_seals, links)
          e(append, n, id, type, schema, date, data, meta, seal, link)
       where append_offset[e.append] is not null and e.n between 1 and given.append_events[e.append];
    get diagnostics inserted = row_count;
    if inserted <> event_count then
      raise invalid_parameter_value using message = 'A group holds other events than its appends say.';
    end if;
    if 0 < any (stored_versions) then
      insert into es.stream (tenant, stream, version)
        select p_tenant, n.stream, n.version
          from unnest(given.streams, stored_versions, versions) n(stream, stored, version)
         where n.stored > 0 and n.version > n.stored
        on conflict (tenant, stream) do update set version = excluded.version;
    end if;
    if 0 = any (stored_versions) then
      insert into es.stream (tenant, stream, version)
        select p_tenant, n.stream, n.version
          from unnest(given.streams, stored_versions, versions) n(stream, stored, version)
         where n.stored = 0 and n.version > 0;
    end if;
    if 0 < any (stored_guards) then
      insert into es.guard (tenant, account, ceiling, reserved, paid, version)
        select p_tenant, n.account, n.ceiling, n.reserved, n.paid, n.version
          from unnest(given.accounts, stored_guards, guard_versions, ceilings, reserves, paids)
            n(account, stored, version, ceiling, reserved, paid)
         where n.stored > 0 and n.version > n.stored
        on conflict (tenant, account) do update
          set ceiling = excluded.ceiling, reserved = excluded.reserved, paid = excluded.paid, version = excluded.version;
    end if;
    if 0 = any (stored_guards) then
      insert into es.guard (tenant, account, ceiling, reserved, paid, version)
        select p_tenant, n.account, n.ceiling, n.reserved, n.paid, n.version
          from unnest(given.accounts, stored_guards, guard_versions, ceilings, reserves, paids)
            n(account, stored, version, ceiling, reserved, paid)
         where n.stored = 0 and n.version > 0;
    end if;
  end if;

  -- In a loop: for a group of one, an aggregating query costs as much as recording the event.
  for c in 1 .. cardinality(given.command_ids) loop
    answers[c] := coalesce(answers[c], jsonb_build_object('outcome', outcomes[c],
      'first', (base + firsts[c])::text, 'last', (base + lasts[c])::text));
  end loop;
  return to_jsonb(answers);
end
$$;

update es.format set written = 3;
