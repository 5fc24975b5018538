-- A telling is marked, with the id of its message, before the message leaves: whoever comes to it
-- again knows whether it was accepted. `other_way`: staff told the person, and `told_why` says how.
alter table preferences.request_step
  drop constraint request_step_told_check,
  drop constraint request_step_check,
  drop constraint request_step_check1,
  drop constraint request_step_check2;
alter table preferences.request_step
  add check (told in ('waiting', 'leaving', 'sent', 'not_sent', 'other_way')),
  add check ((told_at is not null) = coalesce(told <> 'waiting', false)),
  add check ((told_message is not null) = coalesce(told in ('leaving', 'sent'), false)),
  add check ((told_why is not null) = coalesce(told in ('not_sent', 'other_way'), false));

-- While a restriction is being lifted: the message that tells the person so, and since when.
alter table preferences.request
  add column lift_message uuid,
  add column lift_marked_at timestamptz,
  add check ((lift_message is null) = (lift_marked_at is null));
