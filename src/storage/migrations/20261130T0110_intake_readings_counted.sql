-- Each reading of an import's file is counted before it begins: one that ends its reader is not read for ever.

alter table intake.import
  add column readings_open smallint not null default 0;
