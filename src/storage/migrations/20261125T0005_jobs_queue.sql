-- The queue of control work. graphile-worker keeps its tables in a schema that accord_jobs owns and
-- lays them itself; its list of migrations is made here, since it would ask for more rights to do so.

create schema graphile_worker authorization accord_jobs;
set local role accord_jobs;
create table graphile_worker.migrations (
  id int primary key,
  ts timestamptz default now() not null,
  breaking boolean not null default false
);
reset role;

create schema if not exists jobs;
select storage.room_schema('jobs');

-- The one way to ask for work, from inside the transaction that makes it necessary. The same name
-- and key is one job, however often it is asked for; the payload holds ids only.
create function jobs.enqueue(
  name text,
  key text,
  payload json,
  run_at timestamptz,
  attempts_max int
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => name,
    payload => payload,
    run_at => run_at,
    max_attempts => attempts_max,
    job_key => name || ':' || key,
    job_key_mode => case when run_at is null then 'preserve_run_at' else 'replace' end
  );
end $$;

revoke all on function jobs.enqueue(text, text, json, timestamptz, int) from public;
grant execute on function jobs.enqueue(text, text, json, timestamptz, int)
  to accord_app, accord_engine;
grant create on schema jobs to accord_jobs;
alter function jobs.enqueue(text, text, json, timestamptz, int) owner to accord_jobs;
revoke create on schema jobs from accord_jobs;
