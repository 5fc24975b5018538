-- The entries of the journal that tell of a look at people's data have a period of their own.
alter table retention.period drop constraint period_kind_check,
  add constraint period_kind_check check (kind in ('messages', 'replies', 'imports', 'looks'));
alter table retention.run drop constraint run_kind_check,
  add constraint run_kind_check
    check (kind in ('messages', 'replies', 'imports', 'looks', 'contacts', 'texts'));
alter table retention.bound drop constraint bound_kind_check,
  add constraint bound_kind_check check (kind in ('messages', 'replies', 'imports', 'looks'));
