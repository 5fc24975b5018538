// The OpenAPI 3.1 document, made from the same schemas that validate.
import type { z } from 'zod'
import { nothing, problemDocument } from '../contract.ts'
import type { Route } from '../route.ts'
import { exampleOf } from './example.ts'
import { type KindOfCode, Problems } from './openapi-answers.ts'
import { type FieldWords, type Io, type Json, Schemas } from './openapi-schemas.ts'

/** What the document tells beside the routes, and only the program as a whole knows. */
export type ApiFacts = {
  version: string
  /** The kind of each error code of each room; what it does not know has no status of its own. */
  kindOf?: KindOfCode
  /** A sentence for each first word of a path. */
  tags?: Readonly<Record<string, string>>
  /** What is said of fields whose schema says nothing. */
  fields?: FieldWords
}

export function openApiOf(
  routes: readonly Route[],
  { version, kindOf = () => null, tags = {}, fields = {} }: ApiFacts,
): Json {
  const schemas = new Schemas(fields)
  const problems = new Problems(kindOf)
  const paths: Record<string, Json> = {}
  // Pages are for people in a browser: a program has the routes beside them.
  const forPrograms = routes.filter((route) => route.kind !== 'page')
  for (const route of forPrograms.sort(byPath)) {
    const path = paths[route.path] ?? {}
    path[route.method.toLowerCase()] = operationOf(route, { schemas, problems })
    paths[route.path] = path
  }
  const responses = problems.shared()
  const problem = schemas.of(problemDocument, 'output')
  const { document, schemas: named } = schemas.named({ paths, problem })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Accord',
      version,
      description:
        'Professional SMS in which data protection is the behaviour of the program. ' +
        'Errors are problem documents (RFC 9457); `code` is stable.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(forPrograms.map(tagOf))].sort().map((name) => tagNamed(name, tags)),
    paths: document['paths'],
    components: {
      schemas: named,
      responses,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token, `accord_…`.' },
        session: { type: 'apiKey', in: 'cookie', name: 'accord_session' },
      },
    },
  }
}

function byPath(a: Route, b: Route): number {
  const left = `${a.path} ${a.method}`
  const right = `${b.path} ${b.method}`
  return left < right ? -1 : left > right ? 1 : 0
}

const tagOf = (route: Route): string => route.path.split('/')[2] ?? ''

function tagNamed(name: string, tags: Readonly<Record<string, string>>): Json {
  const description = tags[name]
  return { name, ...(description === undefined ? {} : { description }) }
}

type Told = { schemas: Schemas; problems: Problems }

function operationOf(route: Route, { schemas, problems }: Told): Json {
  const parameters = [
    ...parametersOf(route.params, 'path', schemas),
    ...parametersOf(route.query, 'query', schemas),
    ...(route.idempotent ? [idempotencyHeader] : []),
    ...(route.isSameForAll ? [ageHeader] : []),
  ]
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.description === null ? {} : { description: route.description }),
    tags: [tagOf(route)],
    ...(route.needs === 'none' ? { security: [] } : {}),
    'x-right': route.needs,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBodyOf(route, schemas),
    responses: { [String(route.status)]: successOf(route, schemas), ...problems.of(route) },
  }
}

/** `POST /v1/campaigns/{id}/approval` is `postCampaignsByIdApproval`. */
function operationId(route: Route): string {
  const parts = route.path.split('/').filter((part) => part !== '' && part !== 'v1')
  const words = parts.flatMap((part) =>
    part.startsWith('{') ? ['by', part.slice(1, -1)] : part.split(/[-_.]/),
  )
  const tail = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return route.method.toLowerCase() + tail
}

const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same request gets the first answer again.',
  schema: { type: 'string', maxLength: 200 },
}

const ageHeader = {
  name: 'Cache-Control',
  in: 'header',
  required: false,
  description:
    '`max-age=1`: an answer that somebody of the account got within the last second will do. ' +
    'Without it, all is read anew.',
  schema: { type: 'string' },
}

function parametersOf(schema: z.ZodType | null, where: 'path' | 'query', schemas: Schemas): Json[] {
  if (schema === null) return []
  const json = schemas.resolve(schemas.of(schema, 'input'))
  const properties = (json['properties'] ?? {}) as Record<string, Json>
  const required = new Set((json['required'] ?? []) as string[])
  return Object.entries(properties).map(([name, field]) => {
    const { description, ...rest } = field
    const said = description ?? schemas.resolve(field)['description']
    return {
      name,
      in: where,
      required: where === 'path' || required.has(name),
      ...(said === undefined ? {} : { description: said }),
      schema: rest,
    }
  })
}

/** A schema with an example of it. */
function mediaOf(schema: z.ZodType, io: Io, schemas: Schemas): Json {
  const json = schemas.of(schema, io)
  return { schema: json, example: exampleOf(json, { io, resolve: schemas.resolve }) }
}

function requestBodyOf(route: Route, schemas: Schemas): Json {
  if (route.kind === 'upload') return { requestBody: uploadBody(route, schemas) }
  if (route.body === null) return {}
  const media = mediaOf(route.body, 'input', schemas)
  return { requestBody: { required: true, content: { 'application/json': media } } }
}

function uploadBody(route: Route, schemas: Schemas): Json {
  const { schema: given, example } =
    route.body === null ? { schema: {}, example: {} } : mediaOf(route.body, 'input', schemas)
  const fields = schemas.resolve(given as Json)
  const schema = {
    type: 'object',
    properties: {
      ...((fields['properties'] ?? {}) as Json),
      file: {
        type: 'string',
        contentMediaType: 'application/octet-stream',
        description: `The file itself, behind all fields; at most ${route.bodyOctetsMax} octets.`,
      },
    },
    required: [...((fields['required'] ?? []) as string[]), 'file'],
  }
  const whole = { ...(example as Json), file: '(the octets of the file)' }
  return { required: true, content: { 'multipart/form-data': { schema, example: whole } } }
}

function successOf(route: Route, schemas: Schemas): Json {
  if (route.status === 204) return { description: 'Done.' }
  if (route.kind === 'download') return fileAnswer(route)
  if (route.kind === 'progress') return eventsAnswer(route, schemas)
  const media = route.response === nothing ? {} : mediaOf(route.response, 'output', schemas)
  return { description: 'Success.', content: { 'application/json': media } }
}

const isText = (mediaType: string) => mediaType.startsWith('text/')

function fileAnswer({ mediaType }: Route): Json {
  const text = {
    schema: { type: 'string', description: 'The text of the file.' },
    example: 'number;reason\n+33639980001;consent_withdrawn\n',
  }
  const octets = {
    schema: { type: 'string', format: 'binary', description: 'The octets of the file.' },
  }
  return {
    description: 'A file, under the name that `Content-Disposition` gives.',
    headers: {
      'Content-Disposition': {
        description: 'The name of the file.',
        schema: { type: 'string' },
        example: 'attachment; filename="file.csv"',
      },
    },
    content: { [mediaType]: isText(mediaType) ? text : octets },
  }
}

/** In 3.1 a stream of events is the list of them; the `data` of each is one JSON value. */
function eventsAnswer(route: Route, schemas: Schemas): Json {
  const { schema, example } = mediaOf(route.response, 'output', schemas)
  const data = {
    type: 'string',
    description: 'One JSON value of this schema.',
    contentMediaType: 'application/json',
    contentSchema: schema,
  }
  const item = { type: 'object', properties: { data }, required: ['data'] }
  return {
    description: 'Server-sent events, until what they tell of has ended.',
    content: {
      'text/event-stream': {
        schema: { type: 'array', items: item, description: 'The events, as they come.' },
        example: [{ data: JSON.stringify(example) }],
      },
    },
  }
}
