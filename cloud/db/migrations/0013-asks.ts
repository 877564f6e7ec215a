export const name = '0013-asks'

export const up = `
-- Every ask and its answer (domain/need/asks.ts), from now on. For matching alone: in no scope, route or export.
create table asks (
  community_code text not null,
  need_id uuid not null,
  event_id uuid not null,
  person_id uuid,
  org_id uuid,
  by_id uuid,
  asked_at timestamptz not null,
  how text,
  ended_at timestamptz,
  check (num_nonnulls(person_id, org_id) = 1)
);
create unique index asks_once on asks (need_id, event_id, coalesce(person_id, org_id));
create index asks_person on asks (person_id, asked_at) where person_id is not null;
create index asks_by on asks (by_id);

-- Erased with the person. No foreign key: it would lock people after needs.
create function erase_asks() returns trigger language plpgsql as $$ begin
  delete from asks where person_id = old.id;
  update asks set by_id = null where by_id = old.id;
  return null;
end $$;
create trigger erase_asks after delete on people for each row execute function erase_asks();
`
