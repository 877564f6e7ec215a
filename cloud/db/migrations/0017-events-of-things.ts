export const name = '0017-events-of-things'

export const up = `
-- Who did what when, of whatever thing: a timeline for each (entity, thing), one event a version.
alter table events drop constraint events_pkey;
alter table events rename column need_id to thing_id;
alter table events add column entity text not null default 'need';
alter table events alter column entity drop default;
alter table events add primary key (community_code, entity, thing_id, version);
`
