-- Files handed in, stage by stage; what was mapped for files of the same shape; parcels of land.

create table uploads (
  id            integer generated always as identity primary key,
  -- [{"name", "sizeBytes", "isReceived"}]; the bytes lie in the file store
  files         jsonb not null,
  file_hash     text,
  state         text not null check (state in ('receiving', 'received', 'understood', 'checked', 'committed', 'discarded', 'failed')),
  -- the stage under way and what it was asked; null when nothing runs. A killed process leaves it, the next one goes on.
  stage         text check (stage in ('understand', 'check', 'commit')),
  request       jsonb,
  problem       jsonb,
  understanding jsonb,
  settings      jsonb,
  steps         jsonb not null default '[]',
  -- keys of issues that a person decided to leave
  ignored       jsonb not null default '[]',
  -- what the last check came to: report, step reports, suggestions
  checked       jsonb,
  issues        jsonb not null default '[]',
  -- issues as they were before any mend, so that what a mend dealt with is still told
  base_issues   jsonb not null default '[]',
  committed     jsonb,
  created_by    integer references accounts (id),
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);
create index uploads_open on uploads (created_at) where state not in ('committed', 'discarded');

-- Columns of files of one shape, as a person mapped them last.
create table field_mappings (
  shape_hash text not null,
  kind       text not null,
  columns    jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (shape_hash, kind)
);

create table land_parcels (
  layer_version_id integer not null references layer_versions (id),
  feature_id       text not null,
  use              text not null,
  name             text,
  geom             geometry(MultiPolygon, 4326) not null,
  primary key (layer_version_id, feature_id)
);
create index land_parcels_geom on land_parcels using gist (geom);
