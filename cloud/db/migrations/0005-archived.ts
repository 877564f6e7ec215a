export const name = '0005-archived'

export const up = `
-- Long closed: it has left every list, and stands only with those whose own it is.
alter table needs add column archived boolean not null default false;
create index needs_ended on needs (changed_at)
  where status in ('closed', 'rejected', 'withdrawn', 'merged') and not archived;
`
