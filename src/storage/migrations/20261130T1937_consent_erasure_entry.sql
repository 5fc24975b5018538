-- A certificate of an erasure looks for its entry in the ledger, by the person's link token.
create index entry_erasure on consent.entry (account_id, link)
  where kind = 'erasure.contact_destroyed';
