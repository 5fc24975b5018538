// `accord consents record`, `withdraw` and `object`: what one person said, to the server's ledger.
import {
  type SuppressionScope,
  suppressionScopes,
  type WordingView,
} from '../../consent/contract.ts'
import type { ControllerView } from '../../contacts/contract.ts'
import { isUuid } from '../../kernel/index.ts'
import { consentsCommandWords as say } from '../../words/index.ts'
import { type Ask, failed, jsonBody, problemOf } from '../ask-server.ts'
import { type CommandIo, exitCodes } from '../command.ts'

export const tellOptions = {
  wording: { type: 'string' },
  date: { type: 'string' },
  purpose: { type: 'string' },
  channel: { type: 'string' },
  controller: { type: 'string' },
  reason: { type: 'string' },
  origin: { type: 'string' },
  scope: { type: 'string' },
  json: { type: 'boolean' },
} as const

export const tellVerbs = ['record', 'withdraw', 'object'] as const
export type TellVerb = (typeof tellVerbs)[number]

export type Told = { [name in Exclude<keyof typeof tellOptions, 'json'>]?: string | undefined } & {
  /** A number as it is written, or the id of a contact. */
  who: string
  source?: string | undefined
  json?: boolean | undefined
}

/** Null where the command was called wrongly. */
export function readTold(verb: string | undefined, told: Told): ((ask: Ask) => Run) | null {
  if (told.who === '') return null
  if (verb === 'record') {
    const givenAt = instantOf(told.date ?? '')
    const { wording, source } = told
    if (givenAt === null || wording === undefined || source === undefined) return null
    return (ask) => (io) => record(ask, io, { ...told, wording, source, givenAt })
  }
  if (verb === 'withdraw') {
    const { purpose } = told
    return purpose === undefined ? null : (ask) => (io) => withdraw(ask, io, { ...told, purpose })
  }
  const { scope = 'marketing' } = told
  const isScope = suppressionScopes.some((one) => one === scope)
  if (verb !== 'object' || !isScope) return null
  return (ask) => (io) => object(ask, io, { ...told, scope: scope as SuppressionScope })
}

type Run = (io: CommandIo) => Promise<number>

/** A day has no hour: its first instant, where the reader is. */
function instantOf(text: string): string | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
  // What lies behind the end of a month would be read as a day of the next one.
  const day = text.slice(0, 10)
  const read = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day) return null
  if (!isDay && !/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return null
  const at = new Date(isDay ? `${text}T00:00:00` : text)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

const personOf = (who: string) => (isUuid(who) ? { contactId: who } : { number: who })

type Recorded = { entryId: string; grade: string; liftedObjection: boolean }

async function record(
  ask: Ask,
  io: CommandIo,
  told: Told & { wording: string; source: string; givenAt: string },
): Promise<number> {
  const { who, channel, givenAt, source } = told
  const answer = await ask(`/v1/wordings/${encodeURIComponent(told.wording)}`)
  if (!answer.ok) return failed(io, await problemOf(answer))
  const wording = (await answer.json()) as WordingView
  const [only, ...others] = wording.purposes
  const purpose = told.purpose ?? (others.length === 0 ? only : undefined)
  if (purpose === undefined) {
    return failed(io, say[io.language].whichPurpose(wording.purposes.join(', ')))
  }
  const body = {
    ...personOf(who),
    wordingId: wording.id,
    controllerId: told.controller ?? wording.controllerId,
    ...(channel === undefined ? {} : { channel }),
    purpose,
    evidence: { grade: 'api_declared', givenAt, source },
  }
  return answered(await ask('/v1/consents', jsonBody(body)), io, told, (done: Recorded) => {
    if (done.liftedObjection) io.stderr.write(`${say[io.language].lifted}\n`)
    return [done.entryId, done.grade]
  })
}

async function withdraw(
  ask: Ask,
  io: CommandIo,
  told: Told & { purpose: string },
): Promise<number> {
  const { who, channel, purpose, reason } = told
  const controllerId = told.controller ?? (await ownController(ask, io))
  if (controllerId === null) return exitCodes.failed
  const body = {
    ...personOf(who),
    controllerId,
    purpose,
    ...(channel === undefined ? {} : { channel }),
    ...(reason === undefined ? {} : { reason }),
  }
  const answer = await ask('/v1/consents/withdraw', jsonBody(body))
  return answered(answer, io, told, (done: { entryId: string }) => [done.entryId])
}

/** Null where the server refused or there is none, which was said. */
async function ownController(ask: Ask, io: CommandIo): Promise<string | null> {
  const answer = await ask('/v1/controllers')
  if (!answer.ok) {
    failed(io, await problemOf(answer))
    return null
  }
  const { items } = (await answer.json()) as { items: ControllerView[] }
  const own = items.find(({ isDefault }) => isDefault)
  if (own === undefined) failed(io, say[io.language].whichController)
  return own?.id ?? null
}

type Objected = { entryId: string; isNew: boolean; withdrawnConsents: number }

async function object(
  ask: Ask,
  io: CommandIo,
  told: Told & { scope: SuppressionScope },
): Promise<number> {
  const { who, scope, origin = '' } = told
  const answer = await ask('/v1/objections', jsonBody({ number: who, scope, origin }))
  return answered(answer, io, told, (done: Objected) => {
    const words = say[io.language]
    io.stderr.write(
      `${done.isNew ? words.objected(done.withdrawnConsents) : words.objectedBefore}\n`,
    )
    return [done.entryId, scope]
  })
}

/** The entry of the ledger on standard output, or the whole answer. */
async function answered<T>(
  answer: Response,
  io: CommandIo,
  { json }: Pick<Told, 'json'>,
  fields: (done: T) => string[],
): Promise<number> {
  if (!answer.ok) return failed(io, await problemOf(answer))
  const done = (await answer.json()) as T
  const line = fields(done).join('\t')
  io.stdout.write(`${json === true ? JSON.stringify(done) : line}\n`)
  return exitCodes.done
}
