// What a route is: method, path, the right it needs, its schemas, and a handler of a few lines.
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { BugError, type Caller, type Language, type Right } from '../kernel/index.ts'
import { nothing, type ProblemDocument } from './contract.ts'
import { unknownBodyOctetsMax } from './http-limits.ts'
import { strictly, type UnknownField } from './strict.ts'

/** A named right; `session`: anyone known; `none`: anyone at all. */
export type Need = Right | 'session' | 'none'
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Schema = z.ZodType
type Out<S> = S extends z.ZodType ? z.output<S> : undefined
type CallerOf<N extends Need> = N extends 'none' ? Caller | null : Caller

/** What a handler may know and set of the exchange itself, beside its validated input. */
export type Exchange = {
  language: Language
  traceId: string
  /**
   * The client's address: for throttling, and sealed in the evidence of a consent. Never logged.
   */
  clientAddress: string
  /** The `Idempotency-Key` header, when sent. */
  idempotencyKey: string | null
  cookie(name: string): string | null
  header(name: string): string | null
  setHeader(name: string, value: string): void
  /** Aborted when the client goes away. */
  gone: AbortSignal
}

export type Input<P, Q, B> = {
  params: Out<P>
  query: Out<Q>
  body: Out<B>
  exchange: Exchange
}

type Common<N extends Need, P, Q> = {
  /** `/v1/contacts/{id}` */
  path: string
  needs: N
  /** One sentence, imperative: "Record a consent". */
  summary: string
  description?: string
  params?: P
  query?: Q
  /** More than the common sentence on a field that this route does not take. */
  unknownField?: UnknownField
  /** Codes of the AppErrors this route may answer, beside those that any route may. */
  errors?: readonly string[]
  /** Requests a minute from one client, counted before the body is read; no limit by default. */
  perMinuteMax?: number
  /** Each node counts for itself: where a statement a request would cost more than it guards. */
  countsHere?: boolean
  /**
   * For a route with a secret of its own: throws unless the request shows it. It stands before the
   * body, of which nothing is known yet.
   */
  admit?(input: { params: Out<P>; query: Out<Q>; exchange: Exchange }): Promise<void>
}

/**
 * Anybody may send a body to a route that needs nobody: it says who is let in, by a secret or by
 * how often one client may come. Without either it does not compile.
 */
export type Admitted<N extends Need, B> = N extends 'none'
  ? B extends z.ZodType
    ? { perMinuteMax: number } | { admit: unknown }
    : unknown
  : unknown

export type RouteDefinition<N extends Need, P, Q, B, R extends Schema> = Common<N, P, Q> & {
  method: Method
  body?: B
  response: R
  /** Success status: 200 by default, 204 for `nothing`. */
  status?: 200 | 201 | 202
  /** The largest body in octets; 1 MiB by default, 32 KiB of somebody whom we do not know. */
  bodyOctetsMax?: number
  /**
   * For `GET`: who may ask it is answered alike in an account, but for the language, and nothing is
   * recorded of it. Those who look on share an answer: `shared-answers.ts`.
   */
  isSameForAll?: boolean
  handle(caller: CallerOf<N>, input: Input<P, Q, B>): Promise<z.input<R>>
}

/** A file that comes in as multipart/form-data, as a stream that nobody holds in memory. */
export type Upload = {
  fileName: string
  mediaType: string
  stream: Readable
}

/** A file is taken of somebody whom we know. */
export type UploadDefinition<N extends Exclude<Need, 'none'>, P, Q, F, R extends Schema> = Common<
  N,
  P,
  Q
> & {
  method?: 'POST' | 'PUT'
  /** Form fields, which must come before the file. */
  fields?: F
  fileOctetsMax: number
  response: R
  status?: 200 | 201 | 202
  handle(caller: CallerOf<N>, input: Input<P, Q, F> & { file: Upload }): Promise<z.input<R>>
}

export type Download = {
  fileName: string
  mediaType: string
  stream: Readable | AsyncIterable<Uint8Array | string>
}

export type DownloadDefinition<N extends Need, P, Q, B> = Common<N, P, Q> & {
  /** The database is not needed: who was known a moment ago is, while it is away. */
  answersWithoutDatabase?: boolean
  /** Addresses where other programs look for it; the document names the first alone. */
  alsoAt?: readonly string[]
  /** `POST` where what is asked does not belong in an address: the reason for a look. */
  method?: 'GET' | 'POST'
  body?: B
  mediaType: string
  handle(caller: CallerOf<N>, input: Input<P, Q, B>): Promise<Download>
}

export type ProgressDefinition<N extends Need, P, Q, E extends Schema> = Common<N, P, Q> & {
  /** One server-sent event; the stream ends when the iterable does. */
  event: E
  handle(caller: CallerOf<N>, input: Input<P, Q, undefined>): AsyncIterable<z.input<E>>
}

/** What a browser gets: a document of ours, or another address of ours to go to. */
export type Page = {
  /** 303 with a `location`. */
  status: 200 | 303 | 400 | 404 | 409 | 429 | 503
  html: string
  /** A file to keep in place of a document: whoever asked for it by a form gets it as an answer. */
  file?: { bytes: Buffer; fileName: string; mediaType: string }
  /** Of this installation, beginning with a slash; where a short link leads, elsewhere. */
  location?: string
  mediaType?:
    | 'text/html; charset=utf-8'
    | 'text/javascript; charset=utf-8'
    | 'application/ld+json; charset=utf-8'
}

export type PageDefinition<N extends Need, P, Q, F> = Common<N, P, Q> & {
  method: 'GET' | 'POST'
  /** Fields of a form; a name that comes twice counts once. */
  form?: F
  /** How a failure is shown to a person, in their language. */
  failed(problem: ProblemDocument, language: Language): string
  handle(caller: CallerOf<N>, input: Input<P, Q, F>): Promise<Page>
}

/** A route with its types forgotten, as the server and the OpenAPI document see it. */
export type Route = {
  kind: 'json' | 'upload' | 'download' | 'progress' | 'page'
  method: Method
  path: string
  needs: Need
  summary: string
  description: string | null
  params: Schema | null
  query: Schema | null
  body: Schema | null
  response: Schema
  status: number
  mediaType: string
  unknownField: UnknownField | null
  errors: readonly string[]
  bodyOctetsMax: number
  /** The answer is kept under the `Idempotency-Key` and repeated to the same request. */
  idempotent: boolean
  perMinuteMax: number | null
  countsHere: boolean
  admit: ((input: RawInput) => Promise<void>) | null
  isSameForAll: boolean
  answersWithoutDatabase: boolean
  alsoAt: readonly string[]
  /** For a page: a failure as a document of its own. */
  failed: ((problem: ProblemDocument, language: Language) => string) | null
  run(caller: Caller | null, input: RawInput): unknown
}

export type RawInput = {
  params: unknown
  query: unknown
  body: unknown
  exchange: Exchange
  file?: Upload
}

const bodyOctetsMaxDefault = 1024 * 1024

/** What the types ask for, asked once more where there were none. */
function admitted(route: Route): Route {
  const { needs, method, body, admit, perMinuteMax } = route
  const isOpen = needs === 'none' && method !== 'GET' && (body !== null || route.kind === 'upload')
  if (!isOpen || (route.kind !== 'upload' && (admit ?? perMinuteMax) !== null)) return route
  throw new BugError(`${method} ${route.path} takes a body of anybody and says not who is let in`)
}

/** A repetition under the same `Idempotency-Key` is known by who asks: of nobody there is none. */
const isRepeatable = (method: Method, needs: Need) => method === 'POST' && needs !== 'none'

/** `/v1/contacts/:id` and `/v1/contacts/{id}` are the same path; the second is how it is shown. */
function pathOf(path: string): string {
  return path.replace(/:([A-Za-z]\w*)/g, '{$1}')
}

/** What comes in names all its fields, and one that nobody knows is told and not dropped. */
function strict(schema: unknown): Schema | null {
  return schema === undefined ? null : strictly(schema as Schema)
}

/** A person's browser brings what others hang on an address (`utm_source`): a page takes it. */
const anything = z.looseObject({})

function common<N extends Need, P, Q>(definition: Common<N, P, Q>) {
  return {
    path: pathOf(definition.path),
    needs: definition.needs as Need,
    summary: definition.summary,
    description: definition.description ?? null,
    params: (definition.params as Schema | undefined) ?? null,
    query: strict(definition.query),
    unknownField: definition.unknownField ?? null,
    errors: definition.errors ?? [],
    bodyOctetsMax: definition.needs === 'none' ? unknownBodyOctetsMax : bodyOctetsMaxDefault,
    idempotent: false,
    perMinuteMax: definition.perMinuteMax ?? null,
    countsHere: definition.countsHere ?? false,
    admit: (definition.admit as Route['admit'] | undefined) ?? null,
    isSameForAll: false,
    answersWithoutDatabase: false,
    alsoAt: [],
    failed: null,
  }
}

/** JSON in, JSON out. The handler returns the body; the schema of the answer strips the rest. */
export function defineRoute<
  const N extends Need,
  R extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(definition: RouteDefinition<N, P, Q, B, R> & Admitted<N, B>): Route {
  const shared = common(definition)
  return admitted({
    ...shared,
    kind: 'json',
    method: definition.method,
    body: strict(definition.body),
    response: definition.response,
    status: (definition.response as Schema) === nothing ? 204 : (definition.status ?? 200),
    mediaType: 'application/json',
    bodyOctetsMax: definition.bodyOctetsMax ?? shared.bodyOctetsMax,
    isSameForAll: definition.method === 'GET' && definition.isSameForAll === true,
    idempotent: isRepeatable(definition.method, definition.needs),
    run: (caller, input) =>
      definition.handle(caller as CallerOf<N>, input as unknown as Input<P, Q, B>),
  })
}

/** One file by multipart/form-data, streamed. */
export function defineUpload<
  const N extends Exclude<Need, 'none'>,
  R extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  F extends Schema | undefined = undefined,
>(definition: UploadDefinition<N, P, Q, F, R>): Route {
  return admitted({
    ...common(definition),
    kind: 'upload',
    method: definition.method ?? 'POST',
    body: strict(definition.fields),
    response: definition.response,
    status: definition.status ?? 201,
    mediaType: 'application/json',
    bodyOctetsMax: definition.fileOctetsMax,
    idempotent: isRepeatable(definition.method ?? 'POST', definition.needs),
    run: (caller, input) =>
      definition.handle(
        caller as CallerOf<N>,
        input as unknown as Input<P, Q, F> & { file: Upload },
      ),
  })
}

/** A file that goes out, streamed. */
export function defineDownload<
  const N extends Need,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(definition: DownloadDefinition<N, P, Q, B> & Admitted<N, B>): Route {
  return admitted({
    ...common(definition),
    kind: 'download',
    method: definition.method ?? 'GET',
    body: strict(definition.body),
    response: nothing,
    status: 200,
    mediaType: definition.mediaType,
    answersWithoutDatabase: definition.answersWithoutDatabase ?? false,
    alsoAt: definition.alsoAt ?? [],
    run: (caller, input) =>
      definition.handle(caller as CallerOf<N>, input as unknown as Input<P, Q, B>),
  })
}

/** Server-sent events: one JSON value each, until the handler's iterable ends. */
export function defineProgress<
  const N extends Need,
  E extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
>(definition: ProgressDefinition<N, P, Q, E>): Route {
  return {
    ...common(definition),
    kind: 'progress',
    method: 'GET',
    body: null,
    response: definition.event,
    status: 200,
    mediaType: 'text/event-stream',
    run: (caller, input) =>
      definition.handle(caller as CallerOf<N>, input as unknown as Input<P, Q, undefined>),
  }
}

/**
 * A page for somebody in a browser, without an account and without scripts: a form in, HTML out.
 */
export function definePage<
  const N extends Need,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  F extends Schema | undefined = undefined,
>(definition: PageDefinition<N, P, Q, F> & Admitted<N, F>): Route {
  return admitted({
    ...common(definition),
    kind: 'page',
    method: definition.method,
    query: (definition.query as Schema | undefined) ?? anything,
    body: (definition.form as Schema | undefined) ?? anything,
    response: nothing,
    status: 200,
    mediaType: 'text/html; charset=utf-8',
    bodyOctetsMax: unknownBodyOctetsMax,
    failed: definition.failed,
    run: (caller, input) =>
      definition.handle(caller as CallerOf<N>, input as unknown as Input<P, Q, F>),
  })
}
