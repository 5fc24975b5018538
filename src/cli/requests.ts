// `accord requests`: the last requests of the account's API tokens, and what was answered.
import { type LoggedRequestView, requestsKeptMax, statusClasses } from '../accounts/contract.ts'
import { failed, problemOf, serverOf, serverOptions, serverUsage } from './ask-server.ts'
import { type Command, exitCodes, misused, readArguments } from './command.ts'

const options = {
  json: { type: 'boolean' },
  limit: { type: 'string', default: '50' },
  status: { type: 'string' },
  path: { type: 'string' },
  ...serverOptions,
} as const

type Page = { items: LoggedRequestView[]; nextCursor: string | null }

export const command: Command = {
  name: 'requests',
  summary: {
    en: 'Show the last requests of the account’s API tokens, and what was answered',
    fr: 'Montrer les dernières requêtes des jetons d’API du compte, et ce qui leur a été répondu',
  },
  usage: `accord requests [--status ${statusClasses.join('|')}] [--path /v1/messages]
                [--limit 50] [--json]

The newest first: when, method, path, status, milliseconds, token, error. Kept for 7 days, and the
youngest 10,000. A path is written as in the reference, /v1/messages/{id}; unknown: no route has it.

The token needs the right tokens.manage.

${serverUsage}`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const limit = Number(values.limit)
    const isLimit = Number.isInteger(limit) && limit >= 1 && limit <= requestsKeptMax
    const isStatus =
      values.status === undefined || statusClasses.some((one) => one === values.status)
    if (positionals.length > 0 || !isLimit || !isStatus) return misused(io, command.usage)
    const ask = await serverOf(values, io)
    if (ask === null) return exitCodes.failed
    let left = limit
    let cursor: string | null = null
    do {
      const query = new URLSearchParams({ limit: String(Math.min(left, 500)) })
      if (values.status !== undefined) query.set('status', values.status)
      if (values.path !== undefined) query.set('path', values.path)
      if (cursor !== null) query.set('cursor', cursor)
      const answer = await ask(`/v1/request-log?${query}`)
      if (!answer.ok) return failed(io, await problemOf(answer))
      const page = (await answer.json()) as Page
      for (const one of page.items) {
        const { at, method, path, status, durationMs, token, error } = one
        const told = [at, method, path, status, durationMs, token.name, error?.code ?? '']
        io.stdout.write(`${values.json === true ? JSON.stringify(one) : told.join('\t')}\n`)
      }
      left -= page.items.length
      cursor = page.nextCursor
    } while (cursor !== null && left > 0)
    return exitCodes.done
  },
}
