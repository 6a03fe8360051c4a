-- 0003: declared exceptions to contiguity (bridge, ferry, 飞地), a layer like the others.
alter table layers drop constraint layers_kind_check;
alter table layers add constraint layers_kind_check
  check (kind in ('streets', 'divisions', 'facilities', 'residences', 'exceptions', 'land'));

-- Cells by code: a bridge or a ferry joins two, an exclave is one that may lie apart.
create table contiguity_exceptions (
  layer_version_id integer not null references layer_versions (id),
  kind             text not null check (kind in ('bridge', 'ferry', 'exclave')),
  from_code        text not null,
  to_code          text,
  reason           text not null,
  check ((kind = 'exclave') = (to_code is null)),
  unique nulls not distinct (layer_version_id, kind, from_code, to_code)
);
