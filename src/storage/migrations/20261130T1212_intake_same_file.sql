-- An upload is told apart from a file that was imported before: by the octets, whatever its name.
create index import_same_file on intake.import (account_id, file_sha256, created_at desc, import_id desc);
