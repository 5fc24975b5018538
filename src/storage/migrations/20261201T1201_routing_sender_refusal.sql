-- Why a sender name was refused, in the words of whoever refused it, for the account that asked.
alter table routing.sender add column refusal_sealed bytea;
