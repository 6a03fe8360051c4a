-- A whole city has hundreds of thousands of flags: what many of them say alike (the rule of a category, the people and
-- place of a cluster) stands once. A flag is its parts, in their order, and its body put together.
create table flag_parts (
  run_id  integer not null references analysis_runs (id),
  part_no integer not null,
  body    jsonb not null,
  primary key (run_id, part_no)
);

alter table flags add column parts integer[] not null default '{}';
