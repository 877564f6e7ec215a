export const name = '0008-revision'

export const up = `
-- The command that saved a row last: who saves says which one their form was made of. None: saved before there was one.
alter table areas add column revision uuid;
alter table orgs add column revision uuid;
alter table people add column revision uuid;
alter table services add column revision uuid;
alter table resources add column revision uuid;
`
