-- Mails to recipients whose end is not known yet: few, and read page by page.
create index erasure_recipient_unended on privacy.erasure_recipient (account_id, noted_at, notice_id)
  where way = 'mail' and answer is null and mail_id is not null;
