-- A request by SMS, the language of whoever asks, and whether they were told of each step.
alter table preferences.request drop constraint request_heard_by_check;
alter table preferences.request
  add constraint request_heard_by_check
    check (heard_by in ('phone', 'letter', 'email', 'in_person', 'sms')),
  -- Null: not known; what is said to the person is in the language of the account.
  add column language text check (language in ('fr', 'en'));

-- Null: a step of which nobody is told apart. `told_why` is the code of the sentence that says why
-- nothing was sent.
alter table preferences.request_step
  add column told text check (told in ('waiting', 'sent', 'not_sent')),
  add column told_at timestamptz,
  add column told_message uuid,
  add column told_why text,
  add check ((told_at is not null) = coalesce(told in ('sent', 'not_sent'), false)),
  add check ((told_message is not null) = coalesce(told = 'sent', false)),
  add check ((told_why is not null) = coalesce(told = 'not_sent', false));
