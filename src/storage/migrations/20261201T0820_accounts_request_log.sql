-- The last requests that were made with an account's API tokens: never an address, a query, a body.
create table accounts.request_log (
  account_id uuid not null references accounts.account,
  at timestamptz not null,
  request_id uuid not null,
  token_id uuid not null,
  method text not null,
  -- The route's pattern; null: no route has the address.
  path text,
  status smallint not null,
  duration_ms integer not null,
  -- Of the problem that was answered.
  code text,
  -- By it the server's own log knows the request.
  trace_id text not null,
  -- What an Idempotency-Key did: the request was new, or its first answer was repeated.
  key_use text check (key_use in ('first', 'repeated')),
  primary key (account_id, at, request_id)
);
select storage.account_table('accounts.request_log', 'select, insert, delete');
