-- Roles belong to the whole server: another database may have created this one, perhaps at this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'duixian_app') then
    create role duixian_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

revoke execute on function es.append(text, jsonb) from public;

grant usage on schema es to duixian_app;
grant select, insert on es.event, es.command to duixian_app;
grant select, insert, update on es.head, es.stream, es.guard, es.read_model to duixian_app;
grant select, insert, update, delete on es.checkpoint to duixian_app;
grant execute on function es.append(text, jsonb) to duixian_app;

-- Read models are schemas that the application creates, fills and throws away.
do $$
begin
  execute format('grant create on database %I to duixian_app', current_database());
end
$$;
