alter function es.append(text, jsonb) security definer;
alter function es.append(text, jsonb) set search_path = pg_catalog, pg_temp;

create schema follow;
alter table es.checkpoint set schema follow;
alter table es.read_model set schema follow;
