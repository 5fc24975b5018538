// `accord accounts`: the accounts of the installation, those that are to be deleted, certificates.
import { type DeletionLine, type Office, openOffice } from '../app/index.ts'
import type { Language } from '../kernel/index.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'
import { configOf, folderOptions } from './folders.ts'

const options = { json: { type: 'boolean' }, ...folderOptions } as const

export const command: Command = {
  name: 'accounts',
  summary: {
    en: 'List accounts, and those that are to be deleted or were, with their certificates',
    fr: 'Lister les comptes, ceux qui vont être supprimés ou l’ont été, et leurs attestations',
  },
  usage: `accord accounts [--json]
accord accounts deletions [--json]
accord accounts certificate DELETION

Without a verb: each account with its number. deletions lists what was asked, when it is carried out
or was, and its id. certificate writes the signed certificate of a deletion to standard output:
\`node verify.mjs FILE --key certificates.key\` checks it.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const [verb = 'list', id] = positionals
    const takes = verb === 'certificate' ? 2 : Math.min(positionals.length, 1)
    if (!(verb in verbs) || positionals.length !== takes) return misused(io, command.usage)
    const office = await openOffice(configOf(values))
    try {
      return await verbs[verb as keyof typeof verbs](office, io, {
        id: id ?? '',
        asJson: values.json === true,
      })
    } finally {
      await office.close()
    }
  },
}

type Asked = { id: string; asJson: boolean }
type Verb = (office: Office, io: CommandIo, asked: Asked) => Promise<number>

const verbs: Record<'list' | 'deletions' | 'certificate', Verb> = {
  list: async (office, io, { asJson }) => {
    const accounts = await office.accounts()
    for (const one of accounts) {
      const { number, name, kind } = one
      io.stdout.write(asJson ? `${JSON.stringify(one)}\n` : `${number}  ${kind}  ${name}\n`)
    }
    return exitCodes.done
  },
  deletions: async (office, io, { asJson }) => {
    const deletions = await office.deletions()
    if (deletions.length === 0 && !asJson) io.stdout.write(`${say[io.language].none}\n`)
    for (const one of deletions) {
      io.stdout.write(`${asJson ? JSON.stringify(one) : lineOf(io.language, one)}\n`)
    }
    return exitCodes.done
  },
  certificate: async (office, io, { id }) => {
    io.stdout.write(await office.certificate(id))
    return exitCodes.done
  },
}

function lineOf(language: Language, one: DeletionLine): string {
  const { states } = say[language]
  const at = one.endedAt ?? one.undoneAt ?? one.dueAt
  const { id, accountNumber, accountName } = one
  return [id, accountNumber, `${states[one.state]} ${at}`, accountName ?? ''].join('  ').trimEnd()
}

const say = {
  en: {
    none: 'No account is to be deleted, and none was.',
    states: {
      waiting: 'scheduled for',
      undone: 'cancelled on',
      executing: 'under way since',
      done: 'deleted on',
    },
  },
  fr: {
    none: 'Aucun compte ne va être supprimé, et aucun ne l’a été.',
    states: {
      waiting: 'prévue le',
      undone: 'annulée le',
      executing: 'en cours depuis le',
      done: 'supprimé le',
    },
  },
} as const
