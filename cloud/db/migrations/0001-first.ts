export const name = '0001-first'

export const up = `
-- A moment as the wire carries it.
create function iso(at timestamptz) returns text language sql stable
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- One row: which database this is. Its cursors mean nothing to another.
create table instance (
  "only" boolean primary key default true check ("only"),
  epoch uuid not null default gen_random_uuid(),
  demo boolean not null default false
);
insert into instance default values;

create table areas (code text primary key, name text not null, households integer);

create table orgs (id uuid primary key, name text not null, kind text not null, area_codes text[] not null);

create table people (
  id uuid primary key,
  display_name text not null,
  grants jsonb not null,
  home_grid text not null,
  org_id uuid,
  skills text[] not null,
  availability jsonb not null,
  capacity integer not null
);

create table demo_identities (key text primary key, person_id uuid not null references people);

-- Only the SHA-256 of a token is kept.
create table tokens (
  hash bytea primary key,
  person_id uuid not null references people,
  expires_at timestamptz not null
);

create table needs (
  community_code text not null,
  id uuid not null,
  version integer not null,
  grid_code text,
  number text,
  kind text not null,
  category_code text not null,
  title text not null,
  words text not null,
  answers jsonb not null,
  when_text text,
  urgency text not null,
  headcount integer not null,
  requester_id uuid not null,
  placed_by_id uuid not null,
  requester_name text not null,
  alias text,
  placed_for jsonb,
  askers jsonb not null,
  service_id uuid,
  session_id uuid,
  status text not null,
  offer jsonb,
  public_text text,
  merged_into_id uuid,
  reopened integer not null,
  escalated boolean not null,
  rating jsonb,
  placed_at timestamptz not null,
  respond_by timestamptz not null,
  finish_by timestamptz not null,
  dispatched_at timestamptz,
  started_at timestamptz,
  served_at timestamptz,
  closed_at timestamptz,
  changed_at timestamptz not null,
  -- What lists show and the public may search, and whether it stands there; both follow from the rest.
  summary_text text not null,
  public boolean not null,
  primary key (community_code, id)
);
create unique index needs_id on needs (id);
create index needs_newest_of_community on needs (community_code, placed_at desc, id desc) where public;
create index needs_newest on needs (placed_at desc, id desc) where public;
create index needs_due_of_community on needs (community_code, status, finish_by, id);
create index needs_due on needs (status, finish_by, id);
create index needs_served on needs (served_at) where status = 'served';
create index needs_merged on needs (merged_into_id) where merged_into_id is not null;

create table assignments (
  community_code text not null,
  need_id uuid not null,
  position integer not null,
  slot integer not null,
  person_id uuid not null,
  person_name text not null,
  active boolean not null,
  claimed_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  outcome text,
  served_min integer,
  primary key (community_code, need_id, position)
);
-- A claim rests on this and on the need's row lock.
create unique index assignments_active_slot on assignments (community_code, need_id, slot) where active;

create table events (
  community_code text not null,
  need_id uuid not null,
  version integer not null,
  id uuid not null,
  action text not null,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  note text,
  said jsonb,
  primary key (community_code, need_id, version)
);

create table need_numbers (
  community_code text not null,
  day date not null,
  last integer not null,
  primary key (community_code, day)
);

-- Contact data, sealed by a key of its own that the master key wraps.
create table contacts (
  community_code text not null,
  need_id uuid not null,
  sealed bytea not null,
  wrapped_key bytea not null,
  phone_hash bytea,
  primary key (community_code, need_id)
);
create index contacts_phone on contacts (community_code, phone_hash) where phone_hash is not null;

-- Every line carries the hash of the line before it.
create table audit (
  community_code text not null,
  number bigint not null,
  at timestamptz not null,
  actor_id uuid not null,
  action text not null,
  subject_id text not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (community_code, number)
);

create table commands (
  actor_id uuid not null,
  id uuid not null,
  name text not null,
  args_hash bytea not null,
  device uuid,
  seq bigint,
  at timestamptz not null,
  answer jsonb,
  primary key (actor_id, id),
  unique (actor_id, device, seq)
);

create table services (
  community_code text not null,
  id uuid not null,
  version integer not null,
  org_id uuid not null references orgs,
  category_code text not null,
  title text not null,
  description text not null,
  schedule_text text not null,
  listed boolean not null,
  primary key (community_code, id)
);
create unique index services_id on services (id);
create index services_org on services (org_id);

create table sessions (
  community_code text not null,
  id uuid not null,
  service_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity integer not null,
  reserved integer not null,
  booked integer not null default 0,
  primary key (community_code, id),
  foreign key (community_code, service_id) references services
);
create index sessions_service on sessions (community_code, service_id, starts_at);

create table resources (
  community_code text not null,
  id uuid not null,
  version integer not null,
  owner_name text not null,
  category_code text not null,
  title text not null,
  description text not null,
  quantity integer not null,
  unit text not null,
  open_text text not null,
  listed boolean not null,
  primary key (community_code, id)
);
create unique index resources_id on resources (id);

-- The counter of a scope: one number for every changed row, without gaps, in commit order.
create table scopes (scope text primary key, number bigint not null) with (fillfactor = 50);

-- One row for every (scope, entity, id), with its newest number; row null = gone.
create table feed (
  scope text not null,
  number bigint not null,
  entity text not null,
  id text not null,
  row json,
  primary key (scope, entity, id)
);
create index feed_number on feed (scope, number);
`
