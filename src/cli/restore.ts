// `accord restore`: a backup into an empty folder, or the drill that tries the youngest one.
import { resolve } from 'node:path'
import { abandon, drillBackup, restoreFrom } from '../app/index.ts'
import { backupCommandWords } from '../words/index.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'
import { configOf, folderOptions } from './folders.ts'

const options = {
  ...folderOptions,
  to: { type: 'string' },
  pages: { type: 'string' },
  at: { type: 'string' },
  'without-changes': { type: 'boolean' },
  drill: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

export const command: Command = {
  name: 'restore',
  summary: {
    en: 'Restore a backup into an empty folder, or try the newest one with --drill',
    fr: 'Restaurer une sauvegarde dans un dossier vide, ou essayer la dernière avec --drill',
  },
  usage: `accord restore BACKUP --to FOLDER [--at TIME | --without-changes] [--keys FOLDER]
               [--pages BACKUP] [--json]
accord restore --drill [FOLDER-OF-BACKUPS] [--json]

BACKUP is the folder that \`accord backup\` told, or the folder of all backups: then the newest one
is taken, and with --at the newest one from before that moment. FOLDER has to be new or empty: it
becomes ACCORD_DATA. All changes that are kept after BACKUP go in too: nothing but the last seconds
is lost. --at stops at a moment, such as 2026-11-30T14:05:00Z; --without-changes restores the backup
as it was made. The keys are those of ACCORD_KEYS as they are today. The keys of people are the
youngest that are beside BACKUP, in its changes or in another backup, or those of --pages if they
are younger: whoever was erased since stays erased at every moment, and everybody else can be read.
How many people cannot be read is told, and which contact files that wait for their import are not
in it: their imports end, and each is to be put up again. All sessions end and
recovery codes of second factors are void afterwards; passkeys work only under the name that
ACCORD_URL had. Killed at any moment it leaves no folder of that name.

--drill restores the newest backup into a server of its own, counts its rows, opens some people, and
tries every remaining key on every backup that is kept: nobody who was erased may be readable. Then
it restores it once more with the changes after it. It ends its server and removes what it restored.
Exit code 0 when it passed.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const [first, ...more] = positionals
    if (more.length > 0) return misused(io, command.usage)
    const config = configOf(values)
    if (values.drill === true) {
      const isMixed = [values.to, values.pages, values.at].some((one) => one !== undefined)
      if (isMixed || values['without-changes']) return misused(io, command.usage)
      return drill(config, first, io, values.json === true)
    }
    if (first === undefined || values.to === undefined) return misused(io, command.usage)
    const to = resolve(values.to)
    const pages = values.pages === undefined ? null : resolve(values.pages)
    const at = momentOf(values.at, values['without-changes'] === true)
    if (at === null) return misused(io, command.usage)
    const asked = { backup: resolve(first), to, pages, at }
    const restored = await endingWell(
      () => abandon(config, { to }),
      () => restoreFrom(config, asked),
    )
    const words = backupCommandWords[io.language]
    const { begunAt, changesUntil, pagesOf, seconds, recoveryCodesVoidOf, passkeyOnlyUsers } =
      restored
    const { pagesLeftOut, peopleClosed, uploadsLost } = restored
    const lines = values.json
      ? [JSON.stringify({ to, ...restored })]
      : [
          words.restored(to, changesUntil ?? begunAt, pagesOf, seconds.toFixed(1)),
          changesUntil === null ? words.withoutChanges : words.withChanges(begunAt, changesUntil),
          ...(pagesLeftOut ? [words.pagesLeftOut] : []),
          ...(peopleClosed !== null && peopleClosed > 0 ? [words.peopleClosed(peopleClosed)] : []),
          ...words.uploadsLost(uploadsLost),
          words.sessionsEnded,
          ...(recoveryCodesVoidOf > 0 ? [words.recoveryVoid(recoveryCodesVoidOf)] : []),
          ...(passkeyOnlyUsers > 0 ? [words.passkeysAlone(passkeyOnlyUsers)] : []),
          words.thenStart(to),
        ]
    io.stdout.write(`${lines.join('\n')}\n`)
    return exitCodes.done
  },
}

/** Null: what is written is no moment. One without its zone would be another elsewhere. */
function momentOf(at: string | undefined, isAlone: boolean): number | 'end' | 'none' | null {
  if (at === undefined) return isAlone ? 'none' : 'end'
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(at)
  const moment = isWhole && !isAlone ? Date.parse(at) : Number.NaN
  return Number.isNaN(moment) ? null : moment
}

/** On Ctrl-C too: the database server that it began would go on by itself. */
async function endingWell<T>(cleanUp: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  const end = () => process.exit(exitCodes.failed)
  const onSignal = () => void cleanUp().then(end, end)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.once(signal, onSignal)
  try {
    return await work()
  } finally {
    for (const signal of signals) process.removeListener(signal, onSignal)
  }
}

async function drill(
  config: ReturnType<typeof configOf>,
  folder: string | undefined,
  io: CommandIo,
  asJson: boolean,
): Promise<number> {
  const at = folder === undefined ? undefined : resolve(folder)
  const { found, isWell, backupId } = await endingWell(
    () => abandon(config, 'drill'),
    () => drillBackup(config, 'command_line', at),
  )
  const lines = asJson
    ? [JSON.stringify({ passed: isWell, backupId, ...found })]
    : backupCommandWords[io.language].drilled(found, isWell)
  io.stdout.write(`${lines.join('\n')}\n`)
  return isWell ? exitCodes.done : exitCodes.failed
}
