-- What an open form said before its notice was corrected: each consent names the version it saw.
create table preferences.form_notice (
  account_id uuid not null,
  form_id uuid not null,
  -- As the evidence of a consent names it.
  version text not null,
  notice jsonb not null,
  shown_from timestamptz not null,
  shown_until timestamptz not null,
  primary key (account_id, form_id, shown_until)
);
select storage.account_table('preferences.form_notice', 'select, insert');

-- A draft was never shown to anybody: it may go.
grant delete on table preferences.form, preferences.form_code to accord_app;
