-- Messages arrive as three arrays of columns: nothing lands beside the table any more.
drop table sending.staged_message;

-- The campaigns that have messages, and when the last of them was accepted. A person's messages are
-- looked for campaign by campaign, so that no index is written at a random place for each message:
-- with ten million stored, such a place is on a page of its own, written whole after a checkpoint.
create table sending.campaign_reach (
  account_id uuid not null,
  campaign_id uuid not null,
  last_at timestamptz not null,
  primary key (account_id, campaign_id)
) with (fillfactor = 50);
insert into sending.campaign_reach (account_id, campaign_id, last_at)
select account_id, campaign_id, max(accepted_at) from sending.message
where campaign_id is not null group by account_id, campaign_id;
select storage.account_table('sending.campaign_reach', 'select, insert, update');

-- A contact's number never changes, so that a person stands for a number: a campaign writes to
-- nobody twice. People of one import stand side by side in it, as they do in their campaign.
create unique index message_once on sending.message (account_id, campaign_id, subject_id)
  where campaign_id is not null;
create index message_single on sending.message (account_id, subject_id) where campaign_id is null;
drop index sending.message_by_number;
drop index sending.message_by_subject;
