-- A sandbox account may say which hour the hours of marketing are judged at, so that what is tried
-- with it works by night as well. A live account never can.
alter table accounts.account
  add column sandbox_ahead_ms bigint not null default 0,
  add constraint sandbox_alone_moves_its_clock check (kind = 'sandbox' or sandbox_ahead_ms = 0);
