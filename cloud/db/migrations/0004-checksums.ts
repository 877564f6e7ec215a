export const name = '0004-checksums'

export const up = `
-- What stands in a scope: how many rows, and the sum of weight times number over them, in 32 bits; and up to which
-- number what has gone from it is no longer told.
alter table scopes
  add column count bigint not null default 0,
  add column sum bigint not null default 0,
  add column compacted bigint not null default 0;

-- Since when a row is gone from its scope.
alter table feed add column gone_at timestamptz;
update feed set gone_at = now() where row is null;
create index feed_gone on feed (gone_at) where gone_at is not null;

-- What one thing weighs in a sum: FNV-1a, made odd, as domain/kernel/checksum.ts computes it.
create function weight_of(entity text, id text) returns bigint language plpgsql immutable strict as $$
declare
  said text := entity || '/' || id;
  hash bigint := 2166136261;
begin
  for at in 1..length(said) loop
    hash := ((hash # ascii(substr(said, at, 1))) * 16777619) & 4294967295;
  end loop;
  return hash | 1;
end $$;

update scopes s set count = c.count, sum = c.sum
from (
  select scope, count(*) as count, (sum((weight_of(entity, id) * number) & 4294967295) % 4294967296)::bigint as sum
  from feed where row is not null group by scope
) c
where c.scope = s.scope;
`
