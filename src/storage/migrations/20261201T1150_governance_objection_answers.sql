-- What becomes of an account's objection to a change of sub-processors: each answer is a row, and the
-- last one counts. `withdrawn` is the account's own.
create table governance.objection_answer (
  account_id uuid not null,
  change_id uuid not null,
  number integer not null check (number > 0),
  outcome text not null
    check (outcome in ('dropped', 'put_off', 'other_route', 'may_end', 'withdrawn')),
  -- Of `put_off`: the day until which the change does not hold for the account. Of `may_end`: the day
  -- until which the account may end its contract.
  until timestamptz,
  -- Sealed: people may be named in it. An account that withdraws gives no reason.
  reason_sealed bytea,
  answered_by text not null check (octet_length(answered_by) <= 100),
  answered_at timestamptz not null,
  primary key (account_id, change_id, number),
  foreign key (account_id, change_id) references governance.objection,
  check ((until is not null) = (outcome in ('put_off', 'may_end'))),
  check ((reason_sealed is not null) = (outcome <> 'withdrawn'))
);
select storage.account_table('governance.objection_answer', 'select, insert');
select storage.append_only('governance.objection_answer');
select storage.engine_access('governance.objection_answer', 'select');

-- From when, and until when, no message of the account goes to the supplier. An objection sets it to
-- the day of the change, so that without an answer the change does not take effect for the account.
create table governance.supplier_bar (
  account_id uuid not null,
  supplier_id uuid not null references governance.supplier,
  change_id uuid not null references governance.subprocessor_change,
  from_at timestamptz not null,
  -- Null: until somebody answers otherwise.
  until_at timestamptz,
  primary key (account_id, supplier_id, change_id)
);
create index supplier_bar_change on governance.supplier_bar (change_id);

-- Objections from before this version: nothing stops overnight, staff have thirty days to answer.
insert into governance.supplier_bar (account_id, supplier_id, change_id, from_at)
select o.account_id, c.supplier_id, o.change_id,
  greatest(c.object_until, c.effective_at, now() + interval '30 days')
from governance.objection o join governance.subprocessor_change c using (change_id);

select storage.account_table('governance.supplier_bar', 'select, insert, update, delete');
select storage.engine_access('governance.supplier_bar', 'select');
