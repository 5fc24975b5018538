// Requests made from the OpenAPI document: first one that fits, then bent out of shape by a seed.
import type { Chance } from './seeded-chance.ts'

export type JsonSchema = { [key: string]: unknown }
export type ApiOperation = {
  method: string
  path: string
  parameters: { name: string; in: string; schema: JsonSchema; required?: boolean }[]
  body: { mediaType: string; schema: JsonSchema } | null
}
export type ApiDocument = {
  paths: Record<string, Record<string, Record<string, unknown>>>
  components?: unknown
}

export type MadeRequest = {
  operation: ApiOperation
  method: string
  path: string
  headers: [name: string, value: string][]
  body: Buffer | null
}

export function operationsOf(document: ApiDocument): ApiOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const content = (described['requestBody'] as { content?: object } | undefined)?.content ?? {}
      const [body] = Object.entries(content) as [string, { schema: JsonSchema }][]
      return {
        method: method.toUpperCase(),
        path,
        parameters: (described['parameters'] ?? []) as ApiOperation['parameters'],
        body: body === undefined ? null : { mediaType: body[0], schema: body[1].schema },
      }
    }),
  )
}

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u200b\ufeff',
  '😀'.repeat(300),
  '🏳️‍🌈é\u0301',
  "'; drop table x; --",
  '%00%ff%',
  '../../etc/passwd',
  '\\',
  '"',
  '{{x}}{x}$x',
  '\r\nx: y',
  'x'.repeat(5_000),
  '('.repeat(2_000),
  '\n'.repeat(3_000),
  '0',
  '-1',
  'null',
  'NaN',
  '1e309',
  '+33639980001',
  '+999999999999999999999',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00Z',
  '2026-11-30T10:00:00+99:99',
  '2026-11-30T10:00:00',
  '01900000-0000-7000-8000-0000000000AA',
  'Europe/Nowhere',
  '__proto__',
  'constructor',
  'https://127.0.0.1:1/x',
]
const hostileValues: readonly unknown[] = [
  ...hostileTexts,
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.1,
  1e308,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  -(2 ** 63),
  [],
  {},
  [[]],
  [null],
  { a: { b: {} } },
  Array.from({ length: 1_200 }, () => 'x'),
]

export class RequestMaker {
  readonly #root: ApiDocument
  readonly #operations: readonly ApiOperation[]
  readonly #chance: Chance
  token: string
  readonly #ownerId: string
  /** Things that exist, as answers have named them: a request that knows one gets further. */
  readonly #ids: string[] = []

  constructor(document: ApiDocument, of: { chance: Chance; token: string; ownerId: string }) {
    this.#root = document
    this.#operations = operationsOf(document)
    this.#chance = of.chance
    this.token = of.token
    this.#ownerId = of.ownerId
  }

  learn(answer: string): void {
    for (const [, id = ''] of answer.matchAll(/"\w*[iI]d":"([0-9a-f-]{36})"/g)) {
      if (id === this.#ownerId) continue
      if (this.#ids.length < 400) this.#ids.push(id)
      else this.#ids[this.#chance.between(0, this.#ids.length - 1)] = id
    }
  }

  showsToken({ headers }: MadeRequest): boolean {
    return headers.some(([, value]) => value === `Bearer ${this.token}`)
  }

  next(): MadeRequest {
    const chance = this.#chance
    const operation = chance.pick(this.#operations)
    const method = chance.is(0.03)
      ? chance.pick(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      : operation.method
    const request: MadeRequest = {
      operation,
      method,
      path: this.#pathOf(operation),
      headers: this.#headersOf(),
      body: null,
    }
    if (operation.body !== null) this.#putBody(request, operation.body)
    return request
  }

  #headersOf(): MadeRequest['headers'] {
    const chance = this.#chance
    const headers: MadeRequest['headers'] = []
    if (chance.is(0.95)) headers.push(['authorization', `Bearer ${this.token}`])
    else headers.push(['authorization', chance.pick(['', 'Bearer', 'Basic x', 'Bearer accord_x'])])
    const odd: MadeRequest['headers'] = [
      ['idempotency-key', chance.pick(['', 'k', `k${chance.between(0, 50)}`, 'x'.repeat(300)])],
      ['accept-language', chance.pick(['fr;q=x', ',,,', 'de', 'x'.repeat(600)])],
      ['x-forwarded-for', chance.pick(['', 'x', '::1, 1.2.3.4', ',,'])],
      ['cookie', chance.pick(['accord_session=x', '=;=;', 'a'.repeat(900)])],
      ['if-none-match', '"x"'],
      ['range', 'bytes=9-1'],
      ['accept', chance.pick(['text/html', '*/*', 'x'])],
      ['content-encoding', 'gzip'],
      ['expect', chance.pick(['100-continue', 'x'])],
    ]
    for (const one of odd) if (chance.is(0.03)) headers.push(one)
    return headers
  }

  #pathOf({ path, parameters }: ApiOperation): string {
    const chance = this.#chance
    const filled = path.replace(/\{\w+\}/g, () => {
      if (this.#ids.length > 0 && chance.is(0.7)) return chance.pick(this.#ids)
      return chance.is(0.4) ? someId : encoded(chance.pick(hostileTexts))
    })
    const query = parameters.filter((one) => one.in === 'query' && chance.is(0.4))
    const pairs = query.flatMap(({ name, schema }) => {
      const isFair = chance.is(0.5)
      const value = isFair ? this.#fitting(schema, 0) : chance.pick(hostileValues)
      const text = encoded(typeof value === 'string' ? value : JSON.stringify(value))
      return chance.is(0.05) ? [`${name}=${text}`, `${name}=${text}`] : [`${name}=${text}`]
    })
    if (chance.is(0.04)) pairs.push(`${encoded(chance.pick(hostileTexts))}=x`)
    if (chance.is(0.02)) pairs.push('%', '&&', '=')
    const tail = chance.is(0.02) ? chance.pick(['/', '//', '/x', '/%zz', '/..', '%00']) : ''
    return `${filled}${tail}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`.slice(0, 7_000)
  }

  #putBody(request: MadeRequest, body: NonNullable<ApiOperation['body']>): void {
    const chance = this.#chance
    let value = this.#fitting(body.schema, 0)
    const bends = chance.pick([0, 1, 1, 1, 2, 3])
    for (let turn = 0; turn < bends; turn += 1) value = this.#bent(value)
    if (body.mediaType === 'multipart/form-data') {
      this.#putForm(request, value)
      return
    }
    const text = JSON.stringify(value) ?? ''
    request.body = this.#bentText(Buffer.from(text, 'utf8'))
    const types = ['text/plain', 'application/xml', 'application/json; charset=utf-16', '', ';']
    const type = chance.is(0.03) ? chance.pick(types) : 'application/json'
    request.headers.push(['content-type', type])
  }

  #putForm(request: MadeRequest, value: unknown): void {
    const chance = this.#chance
    const fields = Object.entries(isObject(value) ? value : {}).filter(([name]) => name !== 'file')
    const parts = fields.map(([name, field]) => {
      const text = typeof field === 'string' ? field : JSON.stringify(field)
      return `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`
    })
    const lines = Array.from({ length: chance.between(0, 30) }, () =>
      [
        chance.pick(hostileTexts).slice(0, 200),
        '+33639980001',
        chance.pick(hostileTexts).slice(0, 99),
      ].join(';'),
    )
    const file = `Nom;Mobile;x\n${lines.join('\n')}`
    const name = chance.pick(['a.csv', 'a.xlsx', 'a.json', '', '../x', 'é\u0000.csv'])
    parts.push(
      `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${file}\r\n`,
    )
    if (chance.is(0.1)) parts.reverse()
    const whole = `${parts.join('')}${chance.is(0.05) ? '' : '--b--\r\n'}`
    request.body = this.#bentText(Buffer.from(whole, 'utf8'))
    const boundary = chance.is(0.03)
      ? chance.pick(['', '; boundary=', '; boundary=c'])
      : '; boundary=b'
    request.headers.push(['content-type', `multipart/form-data${boundary}`])
  }

  /** Octets that are cut, doubled, changed. */
  #bentText(octets: Buffer): Buffer {
    const chance = this.#chance
    if (octets.length === 0 || chance.is(0.85)) return octets
    const at = chance.between(0, octets.length - 1)
    switch (chance.between(0, 4)) {
      case 0:
        return octets.subarray(0, at)
      case 1:
        return Buffer.concat([octets, octets.subarray(at)])
      case 2:
        return Buffer.concat([
          octets.subarray(0, at),
          Buffer.from([0xff, 0xc0, 0x00]),
          octets.subarray(at),
        ])
      case 3:
        return Buffer.from(`${'['.repeat(3_000)}${']'.repeat(3_000)}`)
      default: {
        const changed = Buffer.from(octets)
        changed[at] = chance.between(0, 255)
        return changed
      }
    }
  }

  #bent(value: unknown): unknown {
    const chance = this.#chance
    if (Array.isArray(value) && value.length > 0 && chance.is(0.7)) {
      const at = chance.between(0, value.length - 1)
      return value.map((one, index) => (index === at ? this.#bent(one) : one))
    }
    if (!isObject(value) || chance.is(0.03)) return chance.pick(hostileValues)
    const names = Object.keys(value)
    if (names.length === 0 || chance.is(0.1)) {
      return { ...value, [chance.pick(['x', '', 'Id', 'id', 'constructor', 'toString'])]: 1 }
    }
    const name = chance.pick(names)
    if (chance.is(0.15))
      return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name))
    return { ...value, [name]: this.#bent(value[name]) }
  }

  /** A value that the schema takes, as far as the schema says it. */
  #fitting(given: JsonSchema, depth: number): unknown {
    const chance = this.#chance
    const schema = this.#resolved(given)
    if ('const' in schema) return schema['const']
    if (Array.isArray(schema['enum'])) return chance.pick(schema['enum'])
    for (const word of ['anyOf', 'oneOf']) {
      const options = schema[word]
      if (Array.isArray(options))
        return this.#fitting(chance.pick(options) as JsonSchema, depth + 1)
    }
    if (Array.isArray(schema['allOf'])) {
      const all = schema['allOf'].map((one) => this.#fitting(one as JsonSchema, depth + 1))
      return Object.assign({}, ...all.filter(isObject))
    }
    const { type } = schema
    switch (Array.isArray(type) ? chance.pick(type) : type) {
      case 'string':
        return this.#text(schema)
      case 'integer':
      case 'number':
        return this.#number(schema)
      case 'boolean':
        return chance.is(0.5)
      case 'array':
        return this.#list(schema, depth)
      case 'object':
        return this.#object(schema, depth)
      case 'null':
        return null
      default:
        return depth > 4 ? null : chance.pick(hostileValues)
    }
  }

  #resolved(schema: JsonSchema): JsonSchema {
    let found = schema
    for (let turn = 0; typeof found['$ref'] === 'string' && turn < 9; turn += 1) {
      const steps = found['$ref']
        .replace(/^#\/?/, '')
        .split('/')
        .filter((step) => step !== '')
      let target: unknown = this.#root
      for (const step of steps) target = (target as JsonSchema | undefined)?.[step]
      // A reference within its own schema (`#/$defs/x`) leads nowhere from the root.
      if (!isObject(target)) return {}
      found = target as JsonSchema
    }
    return found
  }

  #text(schema: JsonSchema): string {
    const chance = this.#chance
    switch (schema['format']) {
      case 'uuid':
        return this.#ids.length > 0 && chance.is(0.8) ? chance.pick(this.#ids) : someId
      case 'date-time':
        return chance.pick([
          '2026-11-30T09:00:00.000Z',
          '2027-01-01T00:00:00Z',
          '2024-02-29T12:00:00+02:00',
        ])
      case 'date':
        return chance.pick(['2026-11-30', '1990-02-28', '2030-12-31'])
      case 'email':
        return `camille${chance.between(0, 99)}@example.org`
      case 'uri':
        return 'https://sms.example.org/x'
      default: {
        const texts = [
          '+33639980002',
          'Boutique',
          'FR',
          'offers',
          'sms',
          'Bonjour',
          '20 %',
          'LUMEN',
        ]
        const text = chance.is(0.8) ? chance.pick(texts) : chance.pick(hostileTexts)
        const least = Number(schema['minLength'] ?? 0)
        return text.padEnd(least, 'x').slice(0, Number(schema['maxLength'] ?? 9_999))
      }
    }
  }

  #number(schema: JsonSchema): number {
    const least = Math.max(Number(schema['minimum'] ?? 0), -(2 ** 31))
    const most = Math.min(Number(schema['maximum'] ?? 1_000), 2 ** 31)
    return this.#chance.pick([least, most, this.#chance.between(least, Math.max(least, most))])
  }

  #list(schema: JsonSchema, depth: number): unknown[] {
    const most = depth > 5 ? 0 : Math.min(3, Number(schema['maxItems'] ?? 3))
    const least = Math.min(Number(schema['minItems'] ?? 0), 5)
    const length = Math.max(least, this.#chance.between(0, most))
    const items = (schema['items'] ?? {}) as JsonSchema
    return Array.from({ length }, () => this.#fitting(items, depth + 1))
  }

  #object(schema: JsonSchema, depth: number): Record<string, unknown> {
    const required = new Set((schema['required'] ?? []) as string[])
    const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)
    const taken = properties.filter(
      ([name]) => required.has(name) || (depth < 6 && this.#chance.is(0.5)),
    )
    return Object.fromEntries(taken.map(([name, one]) => [name, this.#fitting(one, depth + 1)]))
  }
}

const someId = '01900000-0000-7000-8000-0000000000aa'

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A lone surrogate has no octets: it is sent as what no decoder takes. */
function encoded(text: string): string {
  return /\p{Surrogate}/u.test(text) ? '%ED%A0%80' : encodeURIComponent(text)
}
