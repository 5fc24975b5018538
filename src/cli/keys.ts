// `accord keys`: the root key as a copy for paper, and back from it.
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type Config, configFromEnvironment, recoveryCopyOf, restoreKeys } from '../app/index.ts'
import { sentence } from '../words/index.ts'
import { type Command, type CommandIo, exitCodes } from './command.ts'

const options = {
  data: { type: 'string' },
  keys: { type: 'string' },
  anywhere: { type: 'boolean' },
} as const

export const command: Command = {
  name: 'keys',
  summary: {
    en: 'Show the recovery copy of the root key, or restore the key from it',
    fr: 'Montrer la copie de secours de la clé racine, ou remettre la clé depuis elle',
  },
  usage: `accord keys [copy] [--anywhere]
accord keys restore < copy.txt

Without a verb, or with copy, it shows the root key on the terminal as fifteen groups of four
characters, to be written on paper. Where standard output is no terminal it refuses, since the key
would be kept there; --anywhere prints it all the same. restore reads the groups from standard input
and puts the key into ACCORD_KEYS; it never replaces another key. The paper alone opens nothing: the
accounts' own key files come back from a copy of the keys folder.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: true,
    })
    const verb = positionals[0] ?? 'copy'
    if (positionals.length > 1 || (verb !== 'copy' && verb !== 'restore')) {
      io.stderr.write(`${command.usage}\n`)
      return exitCodes.usage
    }
    const config = configFromEnvironment({ ACCORD_DATA: values.data, ACCORD_KEYS: values.keys })
    if (verb === 'copy') return show(config, io, values.anywhere === true)
    restoreKeys(config, await text(io.stdin))
    io.stderr.write(`${restored[io.language]}\n`)
    return exitCodes.done
  },
}

/** Asked before the keys are opened: nothing of them is in memory where they are not to be shown. */
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
