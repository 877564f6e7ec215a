export const name = '0012-effects'

export const up = `
-- What follows a command once it is committed; a row goes with what it does. Given up after some tries: failed_at.
create table effects (
  id uuid primary key,
  name text not null,
  data jsonb not null,
  at timestamptz not null,
  due_at timestamptz not null,
  tries integer not null default 0,
  failed_at timestamptz
);
create index effects_due on effects (due_at) where failed_at is null;
create index effects_failed on effects (failed_at) where failed_at is not null;
`
