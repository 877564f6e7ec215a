export const name = '0010-lessons'

export const up = `
-- What corrections have taught the guess of a category, by district: numbers of pieces of words, and no words.
create table lessons (
  area_code text primary key,
  taught jsonb not null
);
`
