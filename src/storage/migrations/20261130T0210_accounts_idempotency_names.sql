-- A key is kept by a name that it makes, and its answer opens with the key alone: what was kept as it
-- came gets its name, and goes without an answer. A repetition of it is refused for its day, since
-- the act was done, and is never done twice. An empty fingerprint is one that nothing is compared with.
alter table accounts.idempotency no force row level security;
update accounts.idempotency set
  key = encode(sha256(convert_to(E'accord idempotency key\n' || key, 'UTF8')), 'hex'),
  fingerprint = '', status = null, answer_sealed = null;
alter table accounts.idempotency force row level security;
