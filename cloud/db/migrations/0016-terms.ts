export const name = '0016-terms'

export const up = `
-- What its category promised when a need was placed; null: as the release has it.
alter table needs add column terms jsonb;
`
