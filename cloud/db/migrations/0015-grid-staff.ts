export const name = '0015-grid-staff'

/** The staff of a grid have a scope of their own: what stood with their community's staff and is theirs stands there too. */
export const up = `
with theirs as materialized (
  select grid || ':staff' as scope, entity, id, row, row_number() over (partition by grid order by number) as number
  from feed cross join lateral (
    select row->'full'->>'gridCode' as grid where entity = 'need'
    union
    select held->>'area' from json_array_elements(row->'grants') held
    where entity = 'person' and held->>'role' in ('member', 'volunteer', 'centreHousehold', 'gridWorker')
    union
    select area from json_array_elements_text(row->'areaCodes') area where entity = 'org'
  ) of
  where row is not null and scope ~ '^[0-9]{12}:staff$' and grid ~ '^[0-9]{15}$' and starts_with(scope, left(grid, 12))
), counted as (
  insert into scopes (scope, number, count, sum)
  select scope, count(*), count(*), (sum((weight_of(entity, id) * number) & 4294967295) % 4294967296)::bigint
  from theirs group by scope
)
insert into feed (scope, number, entity, id, row) select scope, number, entity, id, row from theirs;
`
