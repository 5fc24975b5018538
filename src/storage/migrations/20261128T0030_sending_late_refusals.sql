-- A no that comes after its time-out tells what became of the part: its status is kept with it.
grant update (status) on sending.result to accord_engine;
