export const name = '0002-when-span'

export const up = `
alter table needs add column when_span jsonb;
`
