-- Whose texts were past their days and stayed, since their data may only be kept (GDPR 18): they go
-- once that is lifted, though the mark of what is emptied is far beyond them by then.
create table sending.spared_text (
  account_id uuid not null,
  subject_id uuid not null,
  primary key (account_id, subject_id)
);
select storage.account_table('sending.spared_text', 'select, insert, update, delete');
