// One call of an operation as a command for a terminal, with what it has to be given.
type Json = Record<string, unknown>
type Called = { method: string; path: string; told: Json }
type Parameter = { name: string; in: string; required?: boolean; schema?: Json }

const uuid = '0193f6a0-0000-7000-8000-000000000001'

/** What stands for a parameter: something that its schema takes, or its name in capitals. */
function exampleFor({ name, schema = {} }: Parameter): string {
  const { examples, enum: values, format, type } = schema
  if (Array.isArray(examples)) return String(examples[0])
  if (Array.isArray(values)) return String(values[0])
  if (format === 'uuid') return uuid
  if (format === 'date') return '2026-11-25'
  if (format === 'date-time') return '2026-11-25T09:30:00Z'
  if (type === 'integer' || type === 'number') return '1'
  return name.toUpperCase()
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

function addressOf(path: string, parameters: readonly Parameter[]): string {
  const named = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    exampleFor(
      parameters.find((one) => one.in === 'path' && one.name === name) ?? { name, in: 'path' },
    ),
  )
  const asked = parameters
    .filter((one) => one.in === 'query' && one.required === true)
    .map((one) => `${one.name}=${encodeURIComponent(exampleFor(one))}`)
  return asked.length === 0 ? named : `${named}?${asked.join('&')}`
}

function bodyOf(body: Json | undefined): string[] {
  const content = (body?.['content'] ?? {}) as Record<string, { example?: unknown }>
  const [type, media] = Object.entries(content)[0] ?? []
  if (type === undefined || media === undefined) return []
  const { example } = media
  if (type.startsWith('multipart/')) {
    const { file: _file, ...fields } = (example ?? {}) as Json
    const given = Object.entries(fields).map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      return `-F ${quoted(`${name}=${text}`)}`
    })
    // Behind all fields, as the server reads them.
    return [...given, `-F 'file=@clients.csv'`]
  }
  return [`-H 'Content-Type: ${type}'`, `-d ${quoted(JSON.stringify(example, null, 2))}`]
}

export function callOf({ method, path, told }: Called): string {
  const parameters = (told['parameters'] ?? []) as Parameter[]
  const needsToken = told['x-right'] !== 'none'
  const body = bodyOf(told['requestBody'] as Json | undefined)
  const isPlain = method === 'GET' || (method === 'POST' && body.length > 0)
  const how = isPlain ? '' : ` -X ${method}`
  const parts = [
    `curl --fail-with-body -sS${how} "$ACCORD${addressOf(path, parameters)}"`,
    ...(needsToken ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...body,
  ]
  return parts.join(' \\\n  ')
}
