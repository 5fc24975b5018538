# Ends a test run: stops every process that names its folder, then removes the folder.
# end-run.sh FOLDER [PID]: with PID, waits first until that process has gone.
folder=$1
case "$folder" in */accord-run-??????) ;; *) exit 1 ;; esac
if [ -n "$2" ]; then
  while kill -0 "$2" 2>/dev/null && [ -d "$folder" ]; do sleep 1; done
fi
[ -d "$folder" ] || exit 0

# PostgreSQL first: told to quit it gives its shared memory back.
for file in "$folder"/*/postgres/postmaster.pid "$folder"/*/*/postgres/postmaster.pid; do
  [ -f "$file" ] && kill -QUIT "$(head -n 1 "$file")" 2>/dev/null
done

# Those that were told the folder in their words or their environment (Linux), but for this script.
theirs() {
  for pid in $(grep -lsaF -- "$folder" /proc/[0-9]*/cmdline /proc/[0-9]*/environ | cut -d / -f 3); do
    [ "$pid" = "$PPID" ] || grep -qsaF end-run.sh "/proc/$pid/cmdline" || [ ! -e "/proc/$pid" ] ||
      echo "$pid"
  done
}
for turn in 1 2 3 4 5 6 7 8 9 10; do
  left=$(theirs)
  [ -n "$left" ] || break
  [ "$turn" -gt 3 ] && kill -KILL $left 2>/dev/null
  sleep 0.1
done
rm -rf "$folder"
