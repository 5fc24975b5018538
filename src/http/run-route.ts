// One request that was let in, through its route: is the input right, run, answer.
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppError, Caller } from '../kernel/index.ts'
import { ageWelcome, type SharedAnswers } from './answers/shared-answers.ts'
import type { BodyWatch } from './body/body-watch.ts'
import { hashedStream } from './body/hashed-stream.ts'
import { receiveUpload } from './body/multipart.ts'
import type { HttpLimits } from './http-limits.ts'
import { type KeptAnswer, onceForKey, refusalOf } from './idempotency.ts'
import { eventStream } from './progress.ts'
import { type Asked, requestFacts } from './request-facts.ts'
import type { Download, Exchange, Page, RawInput, Route } from './route.ts'
import type { ServerOptions } from './server-options.ts'
import type { TakeTurn } from './turns.ts'
import { answerOf, demandText, validated } from './validate.ts'

export type RunOptions = Omit<ServerOptions, 'limits' | 'takeTurn'> & {
  stopping: AbortSignal
  /** Of the public address, when it is not the one that is listened on. */
  publicOrigin: string | null
  limits: HttpLimits
  takeTurn: TakeTurn | null
}

type RunTools = RunOptions & { watch: BodyWatch; shared: SharedAnswers }

/** What comes after the order of checks in `admit.ts`: the input, the work, the answer. */
export async function runRoute(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  options: RunTools,
): Promise<void> {
  const asked = requestFacts.admittedOf(request)
  try {
    await runOfKind(route, request, reply, { ...asked, options })
  } finally {
    // Before whoever changed something is answered, and asks again.
    const accountId = asked.caller?.accountId
    if (route.method !== 'GET' && accountId !== undefined) options.shared.forget(accountId)
  }
}

async function runOfKind(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked & { options: RunTools },
): Promise<void> {
  reply.header('cache-control', 'no-store')
  switch (route.kind) {
    case 'upload':
      return runUpload(route, request, reply, asked)
    case 'download':
      return runDownload(route, request, reply, asked)
    case 'page':
      return runPage(route, request, reply, asked)
    case 'progress':
      return runProgress(route, request, reply, asked)
    default:
      return runJson(route, request, reply, asked)
  }
}

async function runJson(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked & { options: RunTools },
): Promise<void> {
  const { caller, exchange } = asked
  const input = inputOf(route, request, exchange)
  if (route.isSameForAll && caller !== null) {
    send(reply, route.status, await sharedAnswer(route, request, { ...asked, caller, input }))
    return
  }
  const answer = await once(route, request, { ...asked, input: input.body }, async () => {
    const value = await route.run(caller, input)
    return { status: route.status, body: route.status === 204 ? null : answerOf(route, value) }
  })
  if (answer.repeated) reply.header('idempotency-replayed', 'true')
  send(reply, answer.status, answer.body)
}

function sharedAnswer(
  route: Route,
  request: FastifyRequest,
  asked: Asked & { options: RunTools; caller: Caller; input: RawInput },
): Promise<unknown> {
  const { caller, exchange, options, input } = asked
  const { accountId, language } = caller
  const ageMs = ageWelcome(exchange.header('cache-control'))
  return options.shared.answer({ accountId, language, address: request.url }, ageMs, async () =>
    answerOf(route, await route.run(caller, input)),
  )
}

/** Every POST of somebody whom we know is done once under its key, whatever the route is. */
async function once(
  route: Route,
  request: FastifyRequest,
  { caller, exchange, options, input }: Asked & { options: RunTools; input: unknown },
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer & { repeated: boolean }> {
  const key = exchange.idempotencyKey
  if (!route.idempotent || key === null || caller === null || options.idempotency === null) {
    return { repeated: false, ...(await work()) }
  }
  const name = `${route.method} ${request.url}`
  requestFacts.usedKey(request, 'first')
  const asked = { caller, key, route: name, body: input }
  const answer = await onceForKey(options.idempotency, asked, work)
  if (answer.repeated) requestFacts.usedKey(request, 'repeated')
  return answer
}

/**
 * Nothing returns the reply: Fastify makes it a promise of the whole answer, which nobody awaits.
 */
function send(reply: FastifyReply, status: number, body: unknown): void {
  reply.code(status)
  if (status === 204) reply.send()
  else reply.send(body)
}

async function runUpload(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, exchange, options }: Asked & { options: RunTools },
): Promise<void> {
  let fail: (error: AppError) => void = () => undefined
  const endWatch = options.watch.watch(request.raw, options.limits.upload, (error) => fail(error))
  try {
    const { fields, file } = await receiveUpload(request, route.bodyOctetsMax, (onSlow) => {
      fail = onSlow
    })
    try {
      const input = inputOf(route, request, exchange, fields)
      demandText(file.fileName, 'file', exchange.language)
      // Nothing of the file is hashed where no key asks for it.
      const hashed = exchange.idempotencyKey === null ? null : hashedStream(file.stream)
      const stream = hashed?.stream ?? file.stream
      const told = { fields: input.body, fileName: file.fileName }
      const asked = { caller, exchange, options, input: told }
      const answer = await once(route, request, asked, async () => {
        const value = await route.run(caller, { ...input, file: { ...file, stream } })
        const kept = { status: route.status, body: answerOf(route, value) }
        return hashed === null ? kept : { ...kept, content: await hashed.digest() }
      })
      if (answer.repeated) {
        if (answer.content !== (await hashed?.digest())) throw refusalOf('other_request')
        reply.header('idempotency-replayed', 'true')
      }
      send(reply, answer.status, answer.body)
    } finally {
      file.stream.destroy()
    }
  } finally {
    endWatch()
  }
}

async function runDownload(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, exchange }: Asked,
): Promise<void> {
  const input = inputOf(route, request, exchange)
  const file = (await route.run(caller, input)) as Download
  const plain = file.fileName.replace(/[^\w. -]/g, '_')
  const full = encodeURIComponent(file.fileName)
  reply.type(file.mediaType)
  reply.header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${full}`)
  const stream = file.stream instanceof Readable ? file.stream : Readable.from(file.stream)
  reply.send(stream)
}

async function runPage(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, exchange }: Asked,
): Promise<void> {
  const page = (await route.run(caller, inputOf(route, request, exchange))) as Page
  asPage(reply)
  reply.code(page.status).type(page.mediaType ?? route.mediaType)
  if (page.file !== undefined) {
    const { bytes, fileName, mediaType } = page.file
    reply.type(mediaType).header('content-disposition', `attachment; filename="${fileName}"`)
    reply.send(bytes)
    return
  }
  if (page.location !== undefined) reply.header('location', page.location)
  // A sender's own site loads the small script that links to a form.
  if (page.mediaType?.startsWith('text/javascript'))
    reply.header('cross-origin-resource-policy', 'cross-origin')
  reply.send(page.html)
}

/** With no referrer at all a browser hides the origin of a form, and the guard asks for it. */
export function asPage(reply: FastifyReply): void {
  reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex')
}

async function runProgress(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, exchange, options }: Asked & { options: RunTools },
): Promise<void> {
  const input = inputOf(route, request, exchange)
  const events = route.run(caller, input) as AsyncIterable<unknown>
  const end = AbortSignal.any([exchange.gone, options.stopping])
  const stream = await eventStream(events, {
    timers: options.timers,
    end,
    write: (event) => answerOf(route, event),
  })
  reply.type('text/event-stream; charset=utf-8')
  // A proxy that gathers the answer before passing it on would hide the progress.
  reply.header('x-accel-buffering', 'no')
  reply.send(stream)
}

function inputOf(
  route: Route,
  request: FastifyRequest,
  exchange: Exchange,
  body: unknown = request.body,
): RawInput {
  const raw = { params: request.params, query: request.query, body }
  return { exchange, ...validated(route, raw, exchange.language) }
}
