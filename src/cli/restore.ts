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
  drill: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

export const command: Command = {
  name: 'restore',
  summary: {
    en: 'Restore a backup into an empty folder, or try the newest one with --drill',
    fr: 'Restaurer une sauvegarde dans un dossier vide, ou essayer la dernière avec --drill',
  },
  usage: `accord restore BACKUP --to FOLDER [--keys FOLDER] [--pages BACKUP] [--json]
accord restore --drill [FOLDER-OF-BACKUPS] [--json]

BACKUP is the folder that \`accord backup\` told. FOLDER has to be new or empty: it becomes
ACCORD_DATA. The keys are those of ACCORD_KEYS as they are today. The keys of people come from the
youngest backup beside BACKUP, or from the one of --pages: whoever was erased since stays erased,
and everybody else can be read. All sessions end and recovery codes of second factors are void
afterwards; passkeys work only under the name that ACCORD_URL had. Killed at any moment it leaves no
folder of that name.

--drill restores the newest backup into a server of its own, counts its rows, opens some people, and
tries every remaining key on every backup that is kept: nobody who was erased may be readable. It
ends its server and removes what it restored. Exit code 0 when it passed.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const [first, ...more] = positionals
    if (more.length > 0) return misused(io, command.usage)
    const config = configOf(values)
    if (values.drill === true) {
      if (values.to !== undefined || values.pages !== undefined) return misused(io, command.usage)
      return drill(config, first, io, values.json === true)
    }
    if (first === undefined || values.to === undefined) return misused(io, command.usage)
    const to = resolve(values.to)
    const pages = values.pages === undefined ? null : resolve(values.pages)
    const asked = { backup: resolve(first), to, pages }
    const restored = await endingWell(
      () => abandon(config, { to }),
      () => restoreFrom(config, asked),
    )
    const words = backupCommandWords[io.language]
    const { begunAt, pagesOf, seconds, recoveryCodesVoidOf, passkeyOnlyUsers } = restored
    const lines = values.json
      ? [JSON.stringify({ to, ...restored })]
      : [
          words.restored(to, begunAt, pagesOf, seconds.toFixed(1)),
          words.sessionsEnded,
          ...(recoveryCodesVoidOf > 0 ? [words.recoveryVoid(recoveryCodesVoidOf)] : []),
          ...(passkeyOnlyUsers > 0 ? [words.passkeysAlone(passkeyOnlyUsers)] : []),
          words.thenStart(to),
        ]
    io.stdout.write(`${lines.join('\n')}\n`)
    return exitCodes.done
  },
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
