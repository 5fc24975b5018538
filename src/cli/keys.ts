// `accord keys`: the root key as a copy for paper, and back from it.
import { text } from 'node:stream/consumers'
import {
  type Config,
  checkKeysOnPaper,
  confirmKeysCopy,
  recoveryCopyOf,
  restoreKeys,
} from '../app/index.ts'
import { sentence } from '../words/index.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'
import { configOf, folderOptions } from './folders.ts'

const options = {
  ...folderOptions,
  anywhere: { type: 'boolean' },
  begun: { type: 'string' },
} as const

export const command: Command = {
  name: 'keys',
  summary: {
    en: 'Show the recovery copy of the root key, or restore the key from it',
    fr: 'Montrer la copie de secours de la clé racine, ou remettre la clé depuis elle',
  },
  usage: `accord keys [copy] [--anywhere]
accord keys check-copy
accord keys restore < copy.txt
accord keys confirm-copy --begun 2026-11-30T02:00:00Z

Without a verb, or with copy, it shows the root key on the terminal as fifteen groups of four
characters, to be written on paper. Where standard output is no terminal it refuses, since the key
would be kept there; --anywhere prints it all the same. restore reads the groups from standard input
and puts the key into ACCORD_KEYS; it never replaces another key. The paper alone opens nothing: the
accounts' own key files come back from a copy of the keys folder. check-copy reads the groups as
they are typed in from paper, says whether they are the key, and remembers the day. confirm-copy
says that a copy of the data that was begun then is safe, and the keys were copied after it: a key
that an erasure left behind for older copies is then destroyed, else after seven days.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const verb = positionals[0] ?? 'copy'
    if (positionals.length > 1 || !verbs.includes(verb)) return misused(io, command.usage)
    const config = configOf(values)
    if (verb === 'confirm-copy') {
      confirmKeysCopy(config, values.begun ?? '')
      io.stdout.write(`${confirmed[io.language]}\n`)
      return exitCodes.done
    }
    if (verb === 'check-copy') {
      checkKeysOnPaper(config, await text(io.stdin))
      io.stderr.write(`${checked[io.language]}\n`)
      return exitCodes.done
    }
    if (verb === 'copy') return show(config, io, values.anywhere === true)
    restoreKeys(config, await text(io.stdin))
    io.stderr.write(`${restored[io.language]}\n`)
    return exitCodes.done
  },
}

const verbs = ['copy', 'check-copy', 'restore', 'confirm-copy']

/**
 * Asked before the keys are opened: nothing of them is in memory where they are not to be shown.
 */
async function show(config: Config, io: CommandIo, isMeant: boolean): Promise<number> {
  if (io.stdout.isTTY !== true && !isMeant) {
    io.stderr.write(`${sentence(io.language, 'app.keys_not_on_terminal')}\n`)
    return exitCodes.failed
  }
  const copy = await recoveryCopyOf(config)
  io.stderr.write(`${sentence(io.language, 'app.keys_warning')}\n`)
  io.stdout.write(`${copy}\n`)
  return exitCodes.done
}

const restored = {
  en: 'The root key is in its folder. Start Accord: it says whether the key is the right one.',
  fr: 'La clé racine est dans son dossier. Démarrez Accord : il dira si c’est la bonne.',
}

const confirmed = {
  en: 'Noted. The older keys that this copy no longer needs are destroyed within the hour.',
  fr: 'C’est noté. Les anciennes clés dont cette copie n’a plus besoin sont détruites dans l’heure.',
}
const checked = {
  en: 'The paper copy is the root key of this installation. The day has been noted.',
  fr: 'La copie papier est la clé racine de cette installation. La date est notée.',
}
