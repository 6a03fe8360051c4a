-- The territory of a snapshot as an arc graph (planning/partition): one binary among the blobs.
create table tilings (
  snapshot_id   integer primary key references snapshots (id),
  tiling_hash   text not null,
  -- What did not fit when it was built: kind → count.
  troubles      jsonb not null
);
