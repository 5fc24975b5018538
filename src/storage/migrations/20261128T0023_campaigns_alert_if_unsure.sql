-- What to do with a message of which nobody can know whether the operator took it: for an alert the
-- sender chooses, as for a single one; marketing is never sent twice. Twice only before an instant
-- after which the alert makes no sense.
alter table campaigns.campaign
  add column if_unsure text not null default 'never_twice'
    check (if_unsure in ('never_twice', 'twice_rather_than_never')),
  add constraint campaign_repeats_alerts check (
    if_unsure = 'never_twice' or (class = 'alert' and useful_until is not null));
