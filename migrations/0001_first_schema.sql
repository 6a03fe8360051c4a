-- 0001: the spine. Layers and their immutable versions, snapshots, analysis runs, accounts.
create extension if not exists postgis;

-- What this database is: city name, demonstration or not.
create table settings (
  key   text primary key,
  value jsonb not null
);

create table accounts (
  id            integer generated always as identity primary key,
  name          text not null unique,
  display_name  text not null,
  password_hash text not null,
  is_active     boolean not null default true,
  created_at    timestamptz not null default now()
);

-- A role holds within a unit and everything beneath it; no unit means the whole city.
create table role_grants (
  account_id      integer not null references accounts (id),
  role            text not null check (role in ('leader', 'planner', 'data', 'reviewer', 'admin')),
  scope_unit_code text,
  unique nulls not distinct (account_id, role, scope_unit_code)
);

-- Server-side sessions, in the shape connect-pg-simple reads.
create table session (
  sid    text primary key,
  sess   json not null,
  expire timestamptz not null
);
create index session_expire on session (expire);

-- A layer is keyed by kind and scope: divisions per level, facilities per category, one of each other kind.
create table layers (
  id    integer generated always as identity primary key,
  kind  text not null check (kind in ('streets', 'divisions', 'facilities', 'residences', 'land')),
  scope text not null default '',
  unique (kind, scope)
);

-- A committed layer version never changes; a correction is a new version.
create table layer_versions (
  id            integer generated always as identity primary key,
  layer_id      integer not null references layers (id),
  content_hash  text not null,
  feature_count integer not null,
  source_name   text not null,
  source_hash   text not null,
  source_format text not null,
  crs           text not null,
  encoding      text,
  provenance    jsonb not null default '{}',
  created_at    timestamptz not null default now(),
  unique (layer_id, content_hash)
);

-- The order in which versions were in force; the last one is current. Rolling back commits an earlier version again.
create table layer_commits (
  id               integer generated always as identity primary key,
  layer_id         integer not null references layers (id),
  layer_version_id integer not null references layer_versions (id),
  committed_by     integer references accounts (id),
  committed_at     timestamptz not null default now(),
  reason           text
);
create index layer_commits_layer on layer_commits (layer_id, id);

-- Large binaries (compiled graphs, scenery), in pieces that both engines carry.
create table blobs (
  hash  text not null,
  piece integer not null,
  bytes bytea not null,
  primary key (hash, piece)
);

create table street_graphs (
  layer_version_id integer primary key references layer_versions (id),
  node_count       integer not null,
  edge_count       integer not null,
  component_count  integer not null,
  largest_share_pct double precision not null,
  dropped          jsonb not null,
  graph_hash       text not null,
  barriers_hash    text not null,
  scenery_hash     text not null
);

-- A unit keeps its identity across versions; what it looked like is in unit_versions.
create table units (
  id    integer generated always as identity primary key,
  kind  text not null check (kind in ('district', 'street', 'committee', 'bmu', 'circle')),
  code  text not null,
  valid daterange not null default '[,)',
  unique (kind, code)
);

create table unit_versions (
  layer_version_id    integer not null references layer_versions (id),
  unit_id             integer not null references units (id),
  name                text not null,
  parent_code         text,
  street_kind         text check (street_kind in ('subdistrict', 'town', 'township', 'other')),
  zone                text check (zone in ('urban', 'new-town', 'market-town', 'village')),
  declared_residents  integer,
  declared_households integer,
  seat                geometry(Point, 4326),
  geom                geometry(MultiPolygon, 4326) not null,
  primary key (layer_version_id, unit_id)
);
create index unit_versions_geom on unit_versions using gist (geom);

create table facilities (
  layer_version_id integer not null references layer_versions (id),
  feature_id       text not null,
  category         text not null,
  name             text not null,
  floor_area_m2    double precision,
  service_area_m2  double precision,
  office_area_m2   double precision,
  capacity         integer,
  operator_code    text,
  premises_id      text,
  address          text,
  geom             geometry(Point, 4326) not null,
  entrances        geometry(MultiPoint, 4326),
  primary key (layer_version_id, category, feature_id)
);
create index facilities_geom on facilities using gist (geom);

create table residences (
  layer_version_id   integer not null references layer_versions (id),
  feature_id         text not null,
  residents          integer not null,
  households         integer,
  elders             integer,
  children           integer,
  declared_unit_code text,
  geom               geometry(Point, 4326) not null,
  primary key (layer_version_id, feature_id)
);
create index residences_geom on residences using gist (geom);

create table standards (
  version    text primary key,
  catalogue  jsonb not null,
  thresholds jsonb not null
);

-- The set of layer versions and the standard that an analysis or a proposal stands on.
create table snapshots (
  id               integer generated always as identity primary key,
  hash             text not null unique,
  standard_version text not null references standards (version),
  as_of            date not null default current_date,
  created_at       timestamptz not null default now()
);

create table snapshot_layers (
  snapshot_id      integer not null references snapshots (id),
  layer_version_id integer not null references layer_versions (id),
  primary key (snapshot_id, layer_version_id)
);

-- Cells tile the city; an assignment says which unit of each layer a cell belongs to.
create table cells (
  snapshot_id integer not null references snapshots (id),
  code        text not null,
  geom        geometry(MultiPolygon, 4326) not null,
  primary key (snapshot_id, code)
);

create table assignments (
  snapshot_id integer not null,
  cell_code   text not null,
  kind        text not null check (kind in ('district', 'street', 'committee', 'bmu', 'circle')),
  unit_code   text not null,
  primary key (snapshot_id, cell_code, kind),
  foreign key (snapshot_id, cell_code) references cells (snapshot_id, code)
);

create table analysis_runs (
  id              integer generated always as identity primary key,
  snapshot_id     integer not null references snapshots (id),
  profile         text not null,
  speed_m_per_min integer not null,
  horizon_s       integer not null,
  status          text not null check (status in ('running', 'done', 'failed')),
  progress_pct    integer not null default 0,
  summary         jsonb,
  error           text,
  started_at      timestamptz not null default now(),
  finished_at     timestamptz
);
create unique index analysis_runs_once on analysis_runs (snapshot_id, profile, speed_m_per_min, horizon_s)
  where status <> 'failed';

-- Walk times and attachments as the arrays the kernels made: 'residences', 'times:EDU-PRI:any', …
create table analysis_arrays (
  run_id integer not null references analysis_runs (id),
  name   text not null,
  bytes  bytea not null,
  primary key (run_id, name)
);

create table coverage_rows (
  run_id       integer not null references analysis_runs (id),
  unit_kind    text not null,
  unit_code    text not null,
  unit_name    text not null,
  category     text not null,
  mode         text not null check (mode in ('any', 'own')),
  limit_value  integer,
  limit_unit   text not null,
  denominator  text not null,
  total        integer not null,
  covered      integer not null,
  pct          double precision,
  not_attached integer not null,
  primary key (run_id, unit_kind, unit_code, category, mode, denominator)
);

create table flags (
  run_id  integer not null references analysis_runs (id),
  flag_id text not null,
  ordinal integer not null,
  body    jsonb not null,
  primary key (run_id, flag_id)
);
