-- Plans (方案) are kept: what they stand on and who may open them; every save is a revision of its own, never overwritten.
create table plan_groups (
  id         integer generated always as identity primary key,
  created_at timestamptz not null default now()
);

create table plans (
  id            integer generated always as identity primary key,
  -- alternatives of one matter
  group_id      integer not null references plan_groups (id),
  owner_id      integer not null references accounts (id),
  title         text not null check (char_length(title) <= 80),
  note          text not null default '',
  -- no reference: a plan can be read where its snapshot is gone
  snapshot_hash text not null,
  -- every planner may open and change it
  is_shared     boolean not null default false,
  -- the newest of its revisions
  revision      integer not null,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  -- taken away by its owner; its revisions stay
  removed_at    timestamptz
);
create index plans_open on plans (owner_id) where removed_at is null;

create table plan_revisions (
  plan_id         integer not null references plans (id),
  revision        integer not null check (revision >= 1),
  -- RFC 8785 JSON of the list; undone operations are its last ones
  operations      text not null,
  operation_count integer not null,
  done            integer not null check (done >= 0 and done <= operation_count),
  -- SHA-256 of what the operations that are done come to
  outcome_hash    text not null,
  saved_by        integer not null references accounts (id),
  saved_at        timestamptz not null default now(),
  primary key (plan_id, revision)
);
