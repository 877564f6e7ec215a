export const name = '0009-affected'

export const up = `
-- Tasks that another ended: their holders are told for some days.
create index assignments_taken on assignments (ended_at) where outcome in ('redispatched', 'withdrawn', 'rejected');
-- The orders of a session, and for whom each is: a keyed hash, so that nobody has two places in one.
alter table needs add column booked_for bytea;
create index needs_session on needs (session_id) where session_id is not null;
`
