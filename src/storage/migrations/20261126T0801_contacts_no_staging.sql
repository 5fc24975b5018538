-- New contacts arrive as binary lists with their statement: nothing lands beside the table any more.
drop table contacts.staging;
