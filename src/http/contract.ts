// Shapes that every room's contract shares: pages, instants, problem documents. Browser-safe.
import { z } from 'zod'

/**
 * Gives schemas their names in the OpenAPI document: `messageView` is `Message` there. Each room
 * names its own at the end of its contract; a name that another room has is spelt out.
 */
export function named(schemas: Readonly<Record<string, z.ZodType>>): void {
  for (const [name, schema] of Object.entries(schemas)) {
    const id = (name.charAt(0).toUpperCase() + name.slice(1)).replace(/View$/, '')
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id })
  }
}

/** An instant as the API writes it: ISO 8601 in UTC with milliseconds. */
export const instantText = z.iso
  .datetime({ offset: true })
  .describe('An instant, ISO 8601; answers are in UTC.')
  .meta({ example: '2026-11-25T09:30:00.000Z' })

/** A cursor as it came, which only the typed cursor of its list can read. */
export type CursorAsked = { readonly unread: 'cursor' }
/** A cursor as text, which only a typed cursor writes. */
export type CursorText = string & { readonly written: 'cursor' }

/** The types alone say more than text: a cursor that nobody checked cannot be used or given. */
const cursorAsked = z
  .string()
  .max(500)
  .describe('`nextCursor` of the page before.') as unknown as z.ZodType<CursorAsked, string>
const cursorText = z.string().nullable() as unknown as z.ZodType<
  CursorText | null,
  CursorText | null
>
/** What a check of a schema's own says: a key of `words`, so that it is told in both languages. */
export type FaultParams = { sentence: string; details?: Readonly<Record<string, string | number>> }
/** Any JSON: what stands in it is somebody else's. */
export const jsonValue = z.json()
z.globalRegistry.add(jsonValue, { description: 'Any JSON value.' })
// In the document it is the schema that all fits: spelt out it goes round, which compilers of
// clients do not follow.
jsonValue._zod.toJSONSchema = () => ({})

/** What a list takes: at most `limit` items after the place that `cursor` names. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: cursorAsked.optional(),
})
export type PageQuery = z.output<typeof pageQuery>

/** A page of a list. `nextCursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: cursorText })
export type Page<T> = { items: T[]; nextCursor: CursorText | null }

/** Path parameters of a thing with a UUID: `/v1/things/{id}`. */
export const idParams = z.object({ id: z.uuid() })

/** Response schema of a route that answers 204. */
export const nothing = z.void()

type MethodAsked = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What one route takes and answers. */
export type Shape = {
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** A file comes with it, after these fields of its form. */
  file?: true
  fields?: z.ZodType
  /** JSON; without it the route answers a file. */
  response?: z.ZodType
  /** Of success; 200 by default. */
  status?: 200 | 201 | 202
}

/** The shape of one route together with its method and its path, as `defineRoute` takes them. */
export type Endpoint<Key, S> = Key extends `${infer M extends MethodAsked} ${infer Path}`
  ? S & { readonly method: M; readonly path: Path }
  : never

type Shapes = Readonly<Record<`${MethodAsked} /v1/${string}`, Shape>>

/**
 * A room's routes by method and path, `POST /v1/x/{id}/approve`. The server makes its routes
 * of them, and a screen takes its types from them, so that neither can say something else.
 */
export function endpoints<const T extends Shapes>(
  table: T,
): { readonly [Key in keyof T]: Endpoint<Key, T[Key]> } {
  const whole = Object.entries<Shape>(table).map(([key, shape]) => {
    const [method, path] = key.split(' ')
    return [key, { ...shape, method, path }]
  })
  return Object.fromEntries(whole)
}

/** RFC 9457. `code` is stable; `detail` is a sentence in the caller's language. */
export const problemDocument = z.object({
  type: z.string().describe('A URI reference that names the problem: `/problems/<code>`.'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string().describe('Stable, `room.what_happened`; listed in docs/reference/errors.md.'),
  traceId: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
  errors: z
    .array(
      z.object({
        in: z.enum(['body', 'query', 'path']),
        pointer: z.string(),
        detail: z.string(),
      }),
    )
    .optional()
    .describe('For invalid input: a JSON pointer (RFC 6901) and what is wrong there.'),
})
export type ProblemDocument = z.output<typeof problemDocument>

named({ jsonValue, problem: problemDocument })
