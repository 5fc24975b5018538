-- What somebody asked for goes five years after its answer, as its label says.
grant delete on preferences.request to accord_app;
