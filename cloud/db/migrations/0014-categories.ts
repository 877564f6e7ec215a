export const name = '0014-categories'

export const up = `
-- What a district keeps for all of its phones; a server that starts adds what its release knows besides.
create table categories (
  district_code text not null,
  code text not null,
  row jsonb not null,
  primary key (district_code, code)
);
create table districts (
  code text primary key,
  row jsonb not null
);
`
