export const name = '0006-moved-together'

export const up = `
-- Scopes that one commit moved, changing several things in them: who tells of one at that number tells of all. [S7]
create table moved_together (
  scope text not null,
  number bigint not null,
  scopes text[] not null,
  moved_at timestamptz not null default now(),
  primary key (scope, number)
);
`
