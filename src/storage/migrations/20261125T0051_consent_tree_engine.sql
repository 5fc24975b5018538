-- The sequencer looks once, as it starts, at every account that has a tree: a crash between the
-- commit of a place and the writing of its tiles is made good then.
select storage.engine_access('consent.tree', 'select');
