export const name = '0003-area-phone'

export const up = `
alter table areas add column phone text;
`
