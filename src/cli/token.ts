// `accord token`: an API token for somebody at the machine who can read the keys.
import { tokenDaysMax } from '../accounts/contract.ts'
import { type Office, openOffice } from '../app/index.ts'
import { type Right, rights } from '../kernel/index.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'
import { configOf, folderOptions } from './folders.ts'

const options = {
  account: { type: 'string' },
  name: { type: 'string', default: 'command line' },
  rights: { type: 'string' },
  days: { type: 'string' },
  ...folderOptions,
} as const

export const command: Command = {
  name: 'token',
  summary: {
    en: 'Make an API token, or list the accounts',
    fr: 'Créer un jeton d’API, ou énumérer les comptes',
  },
  usage: `accord token accounts
accord token create --account NUMBER [--name NAME] [--rights messages.send,contacts.read]
    [--days 90]

Prints the token alone on standard output; it is shown this once. Without --rights it has all of the
account. It ends after 90 days, or after --days (up to 365, or never).
It works beside a running server and without one, for whoever can read ACCORD_KEYS.

Rights: ${rights.join(', ')}.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const verb = positionals[0]
    if (verb !== 'create' && verb !== 'accounts') return misused(io, command.usage)
    const config = configOf(values)
    const asked = values.rights === undefined ? 'all' : rightsOf(values.rights)
    const days = daysOf(values.days)
    if (asked === null || days === 'misused') return misused(io, command.usage)
    const office = await openOffice(config)
    try {
      if (verb === 'accounts') return await list(office, io)
      const accountNumber = Number(values.account ?? (await onlyAccount(office)))
      if (!Number.isInteger(accountNumber)) return misused(io, command.usage)
      const secret = await office.createToken({
        accountNumber,
        name: values.name,
        rights: asked,
        days,
      })
      io.stdout.write(`${secret}\n`)
      return exitCodes.done
    } finally {
      await office.close()
    }
  },
}

async function list(office: Office, io: CommandIo): Promise<number> {
  for (const { number, name, kind } of await office.accounts()) {
    io.stdout.write(`${number}\t${kind}\t${name}\n`)
  }
  return exitCodes.done
}

/** With one account there is nothing to choose. */
async function onlyAccount(office: Office): Promise<number> {
  const accounts = await office.accounts()
  return accounts.length === 1 ? (accounts[0]?.number ?? Number.NaN) : Number.NaN
}

function rightsOf(text: string): Right[] | null {
  const known: readonly string[] = rights
  const names = text.split(',').map((name) => name.trim())
  return names.every((name) => known.includes(name)) ? (names as Right[]) : null
}

/** Nothing said: as long as any token. */
function daysOf(text: string | undefined): number | null | undefined | 'misused' {
  if (text === undefined) return undefined
  if (text === 'never') return null
  const days = Number(text)
  return Number.isInteger(days) && days >= 1 && days <= tokenDaysMax ? days : 'misused'
}
