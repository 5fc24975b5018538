// `accord consents`: what one person said is recorded;
// everybody's consents and objections go out and come in.
import { createWriteStream, openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SuppressionCounts } from '../intake/contract.ts'
import type { ImportCounts } from '../receipts/contract.ts'
import { consentsCommandWords } from '../words/index.ts'
import { failed, jsonBody, problemOf, serverOf, serverOptions, serverUsage } from './ask-server.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'
import { readTold, tellOptions } from './tell/tell-consent.ts'

const options = {
  out: { type: 'string' },
  source: { type: 'string' },
  country: { type: 'string' },
  'trust-key': { type: 'string' },
  disclosures: { type: 'boolean' },
  ...tellOptions,
  ...serverOptions,
} as const

const say = consentsCommandWords

export const command: Command = {
  name: 'consents',
  summary: { en: say.en.summary, fr: say.fr.summary },
  usage: `accord consents record WHO --wording ID --date DAY --source TEXT [--purpose NAME]
accord consents withdraw WHO --purpose NAME [--reason TEXT]
accord consents object NUMBER [--scope marketing|relational|all] [--origin TEXT]
accord consents export --out FILE.tar --reason TEXT [--disclosures]
accord consents import FILE.tar [--trust-key KEY]
accord consents suppress FILE.csv --source TEXT [--country FR]

record       a yes, on the words of a published wording: when it was given (a day, or an instant
             with its offset) and where; the purpose only where the wording names several
withdraw     one consent, as its person asks
object       from now on the number is not contacted: for marketing, for alerts that rest on mere
             interest (relational), or both; answered when nothing of it is leaving any more
export       consents and objections with the ledger that proves them, for a recorded reason;
             unpacked, verify.mjs reads it
import       what another installation exported; --trust-key vouches for its ledger, whose grades of
             evidence are then kept (needs a token with account.manage)
suppress     a list of numbers of another platform: each is an objection from now on

WHO is the number of a contact or its id, which tells no number to the history of a shell. The first
three print the ledger's entry, or the whole answer with --json; --channel sms|email|… and
--controller ID (else the wording's, or the account's own) narrow what was said.

${serverUsage}`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const [verb, file] = positionals
    const tell = readTold(verb, { ...values, who: file ?? '' })
    const isWhole =
      tell !== null ||
      (verb === 'export' && values.out !== undefined && values.reason !== undefined) ||
      (verb === 'import' && file !== undefined) ||
      (verb === 'suppress' && file !== undefined && values.source !== undefined)
    if (!isWhole) return misused(io, command.usage)
    const ask = await serverOf(values, io)
    if (ask === null) return exitCodes.failed
    if (tell !== null) return tell(ask)(io)
    if (verb === 'export') {
      const query = values.disclosures === true ? '?disclosures=true' : ''
      const body = jsonBody({ reason: values.reason ?? '' })
      return exportTo(values.out ?? '', await ask(`/v1/consents/export${query}`, body), io)
    }
    const form = new FormData()
    if (verb === 'import') {
      if (values['trust-key'] !== undefined) form.set('ledgerKey', values['trust-key'])
      form.set('file', await openAsBlob(file ?? ''), basename(file ?? ''))
      return told(await ask('/v1/consents/import', { method: 'POST', body: form }), io)
    }
    form.set('source', values.source ?? '')
    if (values.country !== undefined) form.set('country', values.country)
    form.set('file', await openAsBlob(file ?? ''), basename(file ?? ''))
    return suppressed(await ask('/v1/objections/import', { method: 'POST', body: form }), io)
  },
}

async function exportTo(out: string, answer: Response, io: CommandIo): Promise<number> {
  if (!answer.ok || answer.body === null) return failed(io, await problemOf(answer))
  // Numbers of people are in it: for the eyes of whoever asked.
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(out, { mode: 0o600 }))
  io.stdout.write(`${out}\n`)
  return exitCodes.done
}

async function told(answer: Response, io: CommandIo): Promise<number> {
  if (!answer.ok) return failed(io, await problemOf(answer))
  const counts = (await answer.json()) as ImportCounts
  io.stdout.write(`${say[io.language].imported(counts)}\n`)
  for (const [refusal, count] of Object.entries(counts.refused)) {
    io.stderr.write(`${say[io.language].refused(refusal, count)}\n`)
  }
  return exitCodes.done
}

async function suppressed(answer: Response, io: CommandIo): Promise<number> {
  if (!answer.ok) return failed(io, await problemOf(answer))
  const counts = (await answer.json()) as SuppressionCounts
  const { unreadable } = counts
  io.stdout.write(`${say[io.language].suppressed(counts)}\n`)
  if (unreadable.length > 0) {
    io.stderr.write(`${say[io.language].unreadable(unreadable)}\n`)
  }
  return exitCodes.done
}
