create table es.format (
  only_row boolean primary key default true check (only_row),
  written integer not null,
  oldest_reader integer not null,
  check (oldest_reader <= written)
);
insert into es.format (written, oldest_reader) values (1, 1);
