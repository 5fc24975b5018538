-- Imports at work, which are looked at every few minutes: few, whatever the number of those that ended.
create index import_under_way on intake.import (account_id, created_at)
  where state in ('received', 'running', 'undoing');
