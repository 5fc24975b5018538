-- A program of the account may be told of an erasure by webhook; its day is when it accepted.
alter table privacy.erasure_recipient drop constraint erasure_recipient_way_check;
alter table privacy.erasure_recipient
  add constraint erasure_recipient_way_check
    check (way in ('mail', 'staff', 'own', 'not_kept', 'webhook'));
