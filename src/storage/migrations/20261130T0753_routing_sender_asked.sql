-- Names that wait for a decision are found over all accounts, without reading every name.
create index sender_asked on routing.sender (created_at, sender_id) where state = 'pending';
select storage.engine_access('routing.sender', 'select');
