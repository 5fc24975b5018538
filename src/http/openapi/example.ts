// One plausible example of any schema, made of the examples of its fields.
import { BugError } from '../../kernel/index.ts'
import type { Io, Json } from './openapi-schemas.ts'

/** What a field of this name holds, where its schema gives no example of its own. */
const byName: Readonly<Record<string, string | null | readonly string[]>> = {
  accountName: 'Boutique des Tilleuls',
  address: '3 quai des Exemples, Nantes',
  channels: 'sms',
  hash: '4bf92f3577b34da6a3ce929d0e0e4736',
  caption: 'Bulletin d’inscription',
  code: 'k3v9-example',
  contact: 'bonjour@example.org',
  country: 'FR',
  countries: ['FR'],
  cursor: 'WyIwMTkzZjZhMCJd',
  nextCursor: null,
  description: 'Ce que les clients de la boutique ont laissé à la caisse.',
  detail: 'Choose one of the values.',
  email: 'camille@example.org',
  evidence: 'RCS Nantes 123 456 789',
  fileName: 'clients.csv',
  firstName: 'Camille',
  from: '+33 6 ** ** ** 01',
  host: 'smpp.operator.example',
  label: 'Caisse',
  language: 'fr',
  lastName: 'Exemple',
  name: 'Boutique des Tilleuls',
  note: 'Vu en boutique.',
  number: '+33639980001',
  numbers: ['+33639980001'],
  password: 'les cerises de juin',
  pointer: '/class',
  purpose: 'offers',
  purposes: ['offers'],
  reason: 'La cliente a appelé la boutique.',
  reference: 'order-4512',
  sender: 'TILLEULS',
  sentence: 'It waits for the hours of marketing where the person lives.',
  source: 'caisse',
  stopText: 'STOP au 36111',
  text: 'Votre commande 4512 est prête en boutique.',
  title: 'Invalid request',
  to: '+33 6 ** ** ** 01',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  url: 'https://accord.example/f/k3v9',
  word: 'TILLEULS',
  zone: 'Europe/Paris',
}

const byFormat: Readonly<Record<string, unknown>> = {
  'date-time': '2026-11-25T09:30:00.000Z',
  date: '2026-11-25',
  email: 'camille@example.org',
  uri: 'https://accord.example/f/k3v9',
  uuid: '0193f6a0-0000-7000-8000-000000000001',
}

const hex = '4bf92f3577b34da6a3ce929d0e0e47364bf92f3577b34da6a3ce929d0e0e4736'

/** What fits a form of writing, where the name of the field has none or another one. */
const byPattern = ['2026-11-25', '08:00', '36111', '+33639980001', hex, 'FR', 'boutique-1']

type Asked = { io: Io; resolve(schema: Json): Json }

/** Of what is asked for, what has to be there and what says its example; of an answer, all. */
export function exampleOf(schema: Json, asked: Asked, name = '', depth = 0): unknown {
  if (depth > 12) throw new BugError(`no example ends for ${name}`)
  const whole = asked.resolve(schema)
  const own = ownExample(whole)
  if (own !== undefined) return own
  const next = (one: Json, as = name) => exampleOf(one, asked, as, depth + 1)
  const options = (whole['anyOf'] ?? whole['oneOf']) as Json[] | undefined
  if (options !== undefined) return next(options.find((one) => one['type'] !== 'null') ?? {})
  const type = Array.isArray(whole['type']) ? whole['type'][0] : whole['type']
  if (type === 'object') return objectOf(whole, asked, next)
  if (type === 'array') {
    const named = byName[name]
    const isOfTexts = resolveType(whole['items'], asked) === 'string'
    return Array.isArray(named) && isOfTexts ? named : [next((whole['items'] ?? {}) as Json, name)]
  }
  return plain(whole, type, name)
}

function ownExample(schema: Json): unknown {
  const { examples, default: usual, enum: values } = schema
  if (Array.isArray(examples)) return examples[0]
  if ('const' in schema) return schema['const']
  if (usual !== undefined) return usual
  return Array.isArray(values) ? values[0] : undefined
}

function objectOf(
  schema: Json,
  { io, resolve }: Asked,
  next: (one: Json, name: string) => unknown,
): Json {
  const properties = (schema['properties'] ?? {}) as Record<string, Json>
  const required = new Set((schema['required'] ?? []) as string[])
  const out: Json = {}
  for (const [name, field] of Object.entries(properties)) {
    const isTold = io === 'output' || required.has(name) || 'examples' in resolve(field)
    if (isTold) out[name] = next(field, name)
  }
  const rest = schema['additionalProperties']
  if (typeof rest !== 'object' || rest === null) return out
  const names = resolve((schema['propertyNames'] ?? {}) as Json)['enum']
  const keys = Array.isArray(names) ? (required.size > 0 ? names : names.slice(0, 1)) : []
  for (const key of keys) out[String(key)] = next(rest as Json, String(key))
  return out
}

function plain(schema: Json, type: unknown, name: string): unknown {
  const { format, minimum } = schema
  if (typeof format === 'string' && format in byFormat) return byFormat[format]
  if (type === 'boolean') return false
  if (type === 'null') return null
  if (type === 'integer' || type === 'number') {
    return typeof minimum === 'number' && Number.isSafeInteger(minimum) && minimum > 1 ? minimum : 1
  }
  return textOf(schema, name)
}

function resolveType(items: unknown, { resolve }: Asked): unknown {
  return resolve((items ?? {}) as Json)['type']
}

function textOf({ pattern, minLength }: Json, name: string): unknown {
  const named = typeof byName[name] === 'string' ? byName[name] : 'example'
  if (typeof pattern === 'string') {
    const form = new RegExp(pattern)
    return [named, ...byPattern].find((one) => form.test(one)) ?? named
  }
  const isShort = typeof minLength === 'number' && named.length < minLength
  return isShort ? `${named} ${longer}`.slice(0, Math.max(minLength, 80)) : named
}

const longer = 'La personne a donné son accord exprès par écrit, en boutique, le 5 janvier.'
