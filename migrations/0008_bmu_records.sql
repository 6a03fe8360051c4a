-- What no layer holds about a basic management unit (基本管理单元), and people record: which forces stand there, which
-- bodies and councils it has. Nothing is changed in place: the newest record of an item holds.
create table bmu_records (
  id          integer generated always as identity primary key,
  unit_code   text not null,
  item        text not null check (
    item in ('urban-management', 'market-supervision', 'party-committee', 'community-committee', 'residents-assembly')
  ),
  has         text not null check (has in ('yes', 'no', 'unknown')),
  note        text not null default '',
  recorded_by integer not null references accounts (id),
  recorded_at timestamptz not null default now()
);
create index bmu_records_unit on bmu_records (unit_code, id desc);
