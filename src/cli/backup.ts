// `accord backup`: a backup of the embedded database and of the files beside it, while it runs.
import { resolve } from 'node:path'
import { backUp, isOnDiskOf } from '../app/index.ts'
import { backupCommandWords } from '../words/index.ts'
import { type Command, exitCodes, misused, readArguments } from './command.ts'
import { configOf, folderOptions } from './folders.ts'

const options = { ...folderOptions, json: { type: 'boolean' } } as const

export const command: Command = {
  name: 'backup',
  summary: {
    en: 'Back up the database and files, encrypted, while Accord runs or is stopped',
    fr: 'Sauvegarder la base et les fichiers, chiffrés, qu’Accord fonctionne ou non',
  },
  usage: `accord backup [FOLDER] [--json]

Into the folder of ACCORD_BACKUP. In another FOLDER it is a copy beside these: keys before an
erasure wait for one in ACCORD_BACKUP, and nothing is removed in FOLDER. The backup is sealed under
a key that comes from the root key; the keys are not in it. Killed at any moment it leaves earlier
backups whole. Those that are older than ACCORD_BACKUP_DAYS are removed once this one is whole. With
DATABASE_URL it refuses: see the guide on backups. With ACCORD_BACKUP_KEYS set, the keys are copied
there after the data.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    if (positionals.length > 1) return misused(io, command.usage)
    const config = configOf(values)
    const [named] = positionals
    const folder = named === undefined ? undefined : resolve(named)
    const made = await backUp(config, 'command_line', folder)
    const words = backupCommandWords[io.language]
    const isSameDisk = isOnDiskOf(made.path, config.dataFolder) === true
    const { keysCopy } = config.backup
    if (values.json) {
      io.stdout.write(`${JSON.stringify({ ...made, isOnDataDisk: isSameDisk, keysCopy })}\n`)
      return exitCodes.done
    }
    const lines = [
      words.made(made.path, (made.octets / 2 ** 20).toFixed(1), made.seconds.toFixed(1)),
      ...(made.removed > 0 ? [words.removed(made.removed)] : []),
      ...(isSameDisk ? [words.sameDisk] : []),
      keysCopy === null ? words.keysApart(config.keysFolder) : words.keysCopied(keysCopy),
    ]
    io.stdout.write(`${lines.join('\n')}\n`)
    return exitCodes.done
  },
}
