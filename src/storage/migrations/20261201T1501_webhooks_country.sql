-- Where the program that is told uses the data: the register and the public notice say it.
alter table webhooks.endpoint add column country text;
