-- Views that people kept, to open again, to show one after another, and to give to others.
create table saved_views (
  id         integer generated always as identity primary key,
  owner_id   integer not null references accounts (id),
  title      text not null,
  caption    text not null default '',
  -- path and query within the application
  address    text not null check (address like '/%' and address not like '//%'),
  is_shared  boolean not null default false,
  -- place in its owner's presentation, from 1
  position   integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index saved_views_owner on saved_views (owner_id, position);
