// `accord keys`: the root key as a copy for paper, and back from it.
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { configFromEnvironment, recoveryCopyOf, restoreKeys } from '../app/index.ts'
import { type Command, exitCodes } from './command.ts'

const options = { data: { type: 'string' }, keys: { type: 'string' } } as const

export const command: Command = {
  name: 'keys',
  summary: {
    en: 'Show the recovery copy of the root key, or restore the key from it',
    fr: 'Montrer la copie de secours de la clé racine, ou remettre la clé depuis elle',
  },
  usage: `accord keys copy
accord keys restore < copy.txt

copy prints the root key as fifteen groups of four characters, to be written on paper. restore reads
them from standard input and puts the key into ACCORD_KEYS; it never replaces another key. The
accounts' own key files come back from a backup of the keys folder.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: true,
    })
    const verb = positionals[0]
    if (positionals.length !== 1 || (verb !== 'copy' && verb !== 'restore')) {
      io.stderr.write(`${command.usage}\n`)
      return exitCodes.usage
    }
    const config = configFromEnvironment({ ACCORD_DATA: values.data, ACCORD_KEYS: values.keys })
    if (verb === 'copy') {
      io.stdout.write(`${await recoveryCopyOf(config)}\n`)
      return exitCodes.done
    }
    restoreKeys(config, await text(io.stdin))
    io.stderr.write(`${restored[io.language]}\n`)
    return exitCodes.done
  },
}

const restored = {
  en: 'The root key is in its folder. Start Accord: it says whether the key is the right one.',
  fr: 'La clé racine est dans son dossier. Démarrez Accord : il dira si c’est la bonne.',
}
