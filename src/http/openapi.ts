// The OpenAPI 3.1 document, made from the same schemas that validate.
import { z } from 'zod'
import { problemDocument } from './contract.ts'
import { errorsOfEveryRoute } from './errors.ts'
import { statusOfKind } from './problem.ts'
import { nothing, type Route } from './route.ts'

type Json = Record<string, unknown>

export function openApiOf(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {}
  // Pages are for people in a browser: a program has the routes beside them.
  const forPrograms = routes.filter((route) => route.kind !== 'page')
  for (const route of forPrograms.sort(byPath)) {
    const path = paths[route.path] ?? {}
    path[route.method.toLowerCase()] = operationOf(route)
    paths[route.path] = path
  }
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
    paths,
    components: {
      schemas: { Problem: schemaOf(problemDocument, 'output') },
      responses: { Problem: problemResponse('A problem.') },
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

function operationOf(route: Route): Json {
  const parameters = [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...(route.idempotent ? [idempotencyHeader] : []),
  ]
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.description === null ? {} : { description: route.description }),
    tags: [route.path.split('/')[2] ?? ''],
    ...(route.needs === 'none' ? { security: [] } : {}),
    'x-right': route.needs,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBodyOf(route),
    responses: responsesOf(route),
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

function parametersOf(schema: z.ZodType | null, where: 'path' | 'query'): Json[] {
  if (schema === null) return []
  const json = schemaOf(schema, 'input')
  const properties = (json['properties'] ?? {}) as Record<string, Json>
  const required = new Set((json['required'] ?? []) as string[])
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path' || required.has(name),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }))
}

function requestBodyOf(route: Route): Json {
  if (route.kind === 'upload') return { requestBody: uploadBody(route) }
  if (route.body === null) return {}
  const schema = schemaOf(route.body, 'input')
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

function uploadBody(route: Route): Json {
  const fields = route.body === null ? {} : schemaOf(route.body, 'input')
  const schema = {
    type: 'object',
    properties: {
      ...((fields['properties'] ?? {}) as Json),
      file: { type: 'string', contentMediaType: 'application/octet-stream' },
    },
    required: [...((fields['required'] ?? []) as string[]), 'file'],
  }
  return { required: true, content: { 'multipart/form-data': { schema } } }
}

function responsesOf(route: Route): Json {
  const responses: Json = { [String(route.status)]: successOf(route) }
  const shared = new Set<number>([statusOfKind.unavailable])
  if (route.needs !== 'none') shared.add(statusOfKind.unauthenticated)
  if (route.needs !== 'none' && route.needs !== 'session') shared.add(statusOfKind.forbidden)
  if (route.params ?? route.query ?? route.body) shared.add(statusOfKind.invalid)
  if (route.perMinuteMax !== null) shared.add(statusOfKind.rate_limited)
  for (const status of shared) responses[status] = { $ref: '#/components/responses/Problem' }
  const everywhere: readonly string[] = errorsOfEveryRoute
  const own = route.errors.filter((code) => !everywhere.includes(code))
  responses['default'] =
    own.length === 0
      ? { $ref: '#/components/responses/Problem' }
      : problemResponse(`A problem; among others: ${own.map((code) => `\`${code}\``).join(', ')}.`)
  return responses
}

function successOf(route: Route): Json {
  if (route.status === 204) return { description: 'Done.' }
  if (route.kind === 'download') {
    return {
      description: 'A file.',
      content: { [route.mediaType]: { schema: { type: 'string' } } },
    }
  }
  const schema = route.response === nothing ? {} : schemaOf(route.response, 'output')
  if (route.kind === 'progress') {
    const description = 'Server-sent events; the `data` of each is one JSON value of this schema.'
    return { description, content: { 'text/event-stream': { itemSchema: schema, schema } } }
  }
  return { description: 'Success.', content: { 'application/json': { schema } } }
}

function problemResponse(description: string): Json {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json
  return json
}
