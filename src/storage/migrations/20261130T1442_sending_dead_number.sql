-- Failing receipts that nobody has concluded anything from yet: written with the receipts, taken by
-- the engine's sweep. Of a receipt that says "delivered" nothing is written here.
create table sending.failed_receipt (
  account_id uuid not null,
  message_id uuid not null,
  outcome text not null,
  error_code text,
  received_at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
create index failed_receipt_by_account on sending.failed_receipt (account_id, received_at);
select storage.account_table('sending.failed_receipt', 'select, update, delete');
select storage.engine_access('sending.failed_receipt', 'select, insert');

-- Numbers of which the receipts say that they no longer work. `works_since`: something has shown
-- since that it does; what failed before that counts no more.
create table sending.dead_number (
  account_id uuid not null,
  -- Keyed tag of the number (index key of the account).
  number_tag bytea not null check (octet_length(number_tag) = 16),
  subject_id uuid not null,
  since timestamptz not null,
  message_id uuid not null,
  answer text not null check (answer in ('unknown_subscriber', 'repeated_failures')),
  error_code text,
  failures smallint not null,
  works_since timestamptz,
  primary key (account_id, number_tag)
);
create index dead_number_in_order on sending.dead_number (account_id, since, subject_id)
  where works_since is null;
create index dead_number_by_subject on sending.dead_number (account_id, subject_id);
select storage.account_table('sending.dead_number', 'select, insert, update, delete');
select storage.engine_access('sending.dead_number', 'select, update');

-- Messages on their way to such a number: the delivery of one shows that it works.
create table sending.dead_number_try (
  account_id uuid not null,
  message_id uuid not null,
  number_tag bytea not null,
  primary key (account_id, message_id)
);
create index dead_number_try_by_number on sending.dead_number_try (account_id, number_tag);
select storage.account_table('sending.dead_number_try', 'select, insert, delete');
select storage.engine_access('sending.dead_number_try', 'select, delete');
