-- Whoever writes may ask that somebody else approves; whoever may, approves or returns with a remark.
create table campaigns.approval_request (
  account_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  asked_at timestamptz not null,
  -- Null where a program asked.
  asked_by uuid,
  note_sealed bytea,
  -- `changed`: its author changed the draft before anybody decided.
  outcome text check (outcome in ('approved', 'returned', 'changed')),
  settled_at timestamptz,
  settled_by uuid,
  remark_sealed bytea,
  -- Asked again, the former request stays to be read and is the latest no more.
  is_latest boolean not null default true,
  primary key (account_id, id),
  foreign key (account_id, campaign_id) references campaigns.campaign (account_id, id)
    on delete cascade,
  constraint approval_request_settled check ((outcome is null) = (settled_at is null))
);
create unique index approval_request_latest on campaigns.approval_request (account_id, campaign_id)
  where is_latest;
create index approval_request_of_campaign on campaigns.approval_request (account_id, campaign_id);
create index approval_request_open on campaigns.approval_request (account_id, asked_at)
  where is_latest and outcome is null;
create index approval_request_returned on campaigns.approval_request
  (account_id, asked_by, settled_at) where is_latest and outcome = 'returned';
select storage.account_table('campaigns.approval_request', 'select, insert, update');

-- Above so many recipients whoever wrote a campaign cannot approve it; no row: there is no such bound.
create table campaigns.policy (
  account_id uuid primary key,
  another_above integer not null check (another_above >= 0),
  changed_at timestamptz not null
);
select storage.account_table('campaigns.policy', 'select, insert, update, delete');
