-- Claims by the look of the subject that they name: those whose names differ by a suffix stand together.
create table claim_subject (
  tenant text collate "C" not null,
  claim text collate "C" not null,
  look text collate "C" not null,
  -- Whether it was withdrawn or rejected: then it is compared with nothing.
  has_ended boolean not null,
  from_position bigint not null,
  primary key (tenant, claim)
);
