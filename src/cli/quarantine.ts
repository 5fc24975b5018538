// `accord quarantine`: who is held back from marketing and why, what to do next, and doing it.
import type { ProveAnswer, QuarantineDeleted, QuarantineView } from '../intake/contract.ts'
import { quarantineCommandWords } from '../words/index.ts'
import {
  type Ask,
  failed,
  jsonBody,
  problemOf,
  serverOf,
  serverOptions,
  serverUsage,
} from './ask-server.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'

const options = {
  list: { type: 'string' },
  wording: { type: 'string' },
  date: { type: 'string' },
  source: { type: 'string' },
  purpose: { type: 'string' },
  declared: { type: 'boolean' },
  json: { type: 'boolean' },
  yes: { type: 'boolean' },
  ...serverOptions,
} as const
const say = quarantineCommandWords

export const command: Command = {
  name: 'quarantine',
  summary: { en: say.en.summary, fr: say.fr.summary },
  usage: `accord quarantine list [--list ID] [--json]
accord quarantine next REASON [--list ID]
accord quarantine prove REASON --wording ID --date YYYY-MM-DD --source TEXT --declared
                        [--purpose offers] [--list ID]
accord quarantine delete REASON --yes [--list ID]

list     how many are held back, by reason
next     what may be done about those held back for a reason, and what may not
prove    declares that each of them said yes to these very words; whoever said no is not proven
delete   the contacts go with the keys of what was held; objections stay. Without --yes it only says
         how many

REASON is a code that list prints; --list names a list of contacts.
${serverUsage}`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const [verb, reason] = positionals
    const { wording, date, source, declared, purpose } = values
    const isProof = wording !== undefined && date !== undefined && source !== undefined
    const isWhole =
      verb === 'list' ||
      ((verb === 'next' || verb === 'delete') && reason !== undefined) ||
      (verb === 'prove' && reason !== undefined && isProof && declared === true)
    if (!isWhole) return misused(io, command.usage)
    const ask = await serverOf(values, io)
    if (ask === null) return exitCodes.failed
    const listId = values.list ?? null
    if (verb === 'list') return list(ask, io, { listId, asJson: values.json === true })
    const about = { reason: reason ?? '', listId }
    if (verb === 'next') return next(ask, io, about)
    if (verb === 'delete') {
      return values.yes === true ? remove(ask, io, about) : warn(ask, io, about)
    }
    const proof = { wordingId: wording, date, source, declared: true as const }
    return prove(ask, io, { ...about, ...proof, ...(purpose === undefined ? {} : { purpose }) })
  },
}

type About = { reason: string; listId: string | null }

async function read(ask: Ask, listId: string | null): Promise<QuarantineView | string> {
  const query = listId === null ? '' : `?listId=${encodeURIComponent(listId)}`
  const answer = await ask(`/v1/quarantine${query}`)
  return answer.ok ? ((await answer.json()) as QuarantineView) : problemOf(answer)
}

async function list(
  ask: Ask,
  io: CommandIo,
  { listId, asJson }: { listId: string | null; asJson: boolean },
): Promise<number> {
  const view = await read(ask, listId)
  if (typeof view === 'string') return failed(io, view)
  if (asJson) {
    io.stdout.write(`${JSON.stringify(view)}\n`)
    return exitCodes.done
  }
  for (const { reason, contacts, sentence } of view.items) {
    io.stdout.write(`${reason}\t${contacts}\t${sentence}\n`)
  }
  return exitCodes.done
}

async function groupOf(ask: Ask, io: CommandIo, { reason, listId }: About) {
  const view = await read(ask, listId)
  if (typeof view === 'string') return view
  return view.items.find((one) => one.reason === reason) ?? say[io.language].nobody(reason)
}

async function warn(ask: Ask, io: CommandIo, about: About): Promise<number> {
  const group = await groupOf(ask, io, about)
  if (typeof group === 'string') return failed(io, group)
  return misused(io, say[io.language].wouldDelete(group.contacts))
}

async function next(ask: Ask, io: CommandIo, about: About): Promise<number> {
  const group = await groupOf(ask, io, about)
  if (typeof group === 'string') return failed(io, group)
  io.stdout.write(`${group.contacts}\t${group.sentence}\n`)
  for (const { step, isPossible, sentence } of group.next) {
    io.stdout.write(`${isPossible ? '+' : '-'} ${step}\t${sentence}\n`)
  }
  return exitCodes.done
}

/** A call looks at some thousand people: called again until nobody is left. */
async function remove(ask: Ask, io: CommandIo, about: About): Promise<number> {
  let deleted = 0
  let kept = 0
  let left = true
  while (left) {
    const answer = await ask('/v1/quarantine/delete', jsonBody(about))
    if (!answer.ok) return failed(io, await problemOf(answer))
    const step = (await answer.json()) as QuarantineDeleted
    deleted += step.deleted
    kept = step.kept
    left = step.left
  }
  io.stdout.write(`${say[io.language].deleted(deleted)}\n`)
  if (kept > 0) io.stdout.write(`${say[io.language].kept(kept)}\n`)
  return exitCodes.done
}

/** What is missing was refused before. */
type Proof = About & {
  wordingId: string | undefined
  date: string | undefined
  source: string | undefined
  declared: true
  purpose?: string
}

async function prove(ask: Ask, io: CommandIo, proof: Proof): Promise<number> {
  let [proven, refused] = [0, 0]
  let after: string | null = null
  do {
    const answer = await ask('/v1/quarantine/prove', jsonBody({ ...proof, after }))
    if (!answer.ok) return failed(io, await problemOf(answer))
    const step = (await answer.json()) as ProveAnswer
    proven += step.proven
    refused += step.refused
    after = step.after
  } while (after !== null)
  io.stdout.write(`${say[io.language].proven(proven, refused)}\n`)
  return exitCodes.done
}
