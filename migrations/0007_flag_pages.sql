-- A whole city has hundreds of thousands of flags: they are read a page at a time, those of most people first, and by
-- kind, category or unit. What is asked for stands in columns; the rest stays in the bodies.
alter table flags
  add column flag text,
  add column category text,
  add column residents integer,
  add column lever text,
  add column unit_codes text[];

update flags
set
  flag = coalesce(flags.body ->> 'flag', shared.flag),
  category = coalesce(flags.body ->> 'category', shared.category),
  residents = coalesce((flags.body ->> 'residents')::integer, shared.residents),
  lever = coalesce(flags.body ->> 'lever', shared.lever),
  unit_codes = array(select jsonb_array_elements_text(coalesce(flags.body -> 'unitCodes', shared.unit_codes)))
from (
  select
    whole.run_id,
    whole.flag_id,
    max(flag_parts.body ->> 'flag') as flag,
    max(flag_parts.body ->> 'category') as category,
    max((flag_parts.body ->> 'residents')::integer) as residents,
    max(flag_parts.body ->> 'lever') as lever,
    max((flag_parts.body -> 'unitCodes')::text)::jsonb as unit_codes
  from flags as whole
  left join flag_parts
    on flag_parts.run_id = whole.run_id
    and flag_parts.part_no = any(whole.parts)
  group by whole.run_id, whole.flag_id
) as shared
where shared.run_id = flags.run_id
  and shared.flag_id = flags.flag_id;

alter table flags
  alter column flag set not null,
  alter column residents set not null,
  alter column lever set not null,
  alter column unit_codes set not null;

create index flags_by_people on flags (run_id, residents desc, flag_id collate "C");
create index flags_by_kind on flags (run_id, flag, category);
create index flags_by_unit on flags using gin (unit_codes);
