export const name = '0006-moved-together'

export const up = `
-- Scopes that one commit moved, where it changed several things or one went from a scope: who tells of one scope at
-- that number tells of all. [S7]
create table moved_together (
  scope text not null,
  number bigint not null,
  scopes text[] not null,
  moved_at timestamptz not null default now(),
  primary key (scope, number)
);
`
