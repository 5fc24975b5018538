// The reference of the API as one page for people, made of the OpenAPI document: plain HTML without
// a script, so that a browser's own search finds every word of it.
import { callOf } from './reference-call.ts'
import { Fields, type Json } from './reference-fields.ts'
import { code, escaped, said } from './reference-html.ts'
import { style } from './reference-style.ts'

type Operation = { method: string; path: string; told: Json }

/** In the order in which a thing is made, read, changed and deleted. */
const methods = ['post', 'get', 'put', 'patch', 'delete'] as const

export function referencePageOf(document: Json): string {
  const info = document['info'] as { version: string; description: string }
  const { schemas, responses } = document['components'] as Record<string, Record<string, Json>>
  const fields = new Fields(schemas ?? {})
  const byTag = operationsByTag(document['paths'] as Record<string, Record<string, Json>>)
  const tags = (document['tags'] as { name: string; description?: string }[]).filter(({ name }) =>
    byTag.has(name),
  )
  const parts = tags.map((tag) => {
    const operations = byTag.get(tag.name) ?? []
    const each = operations.map((one) => operationHtml(one, { fields, responses: responses ?? {} }))
    return `<section aria-labelledby="tag-${slug(tag.name)}">
<h2 id="tag-${slug(tag.name)}">${escaped(tag.name)}</h2>
<p>${said(tag.description ?? '')}</p>
${each.join('\n')}
</section>`
  })
  const contents = tags.map(({ name }) => contentsOf(name, byTag.get(name) ?? []))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Accord API reference</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#operations">Go to the operations</a>
<header>
<h1>Accord API reference</h1>
<p>Version ${escaped(info.version)}. ${said(info.description)}</p>
${introduction}
</header>
<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ul>${contents.join('\n')}<li><a href="#shapes">Shapes</a></li></ul>
</nav>
<main id="operations">
${parts.join('\n')}
${shapesHtml(schemas ?? {}, fields)}
</main>
</body>
</html>
`
}

const introduction = `<p>Search this page with your browser (Ctrl+F). Tools read the same as
<a href="/v1/openapi.json">OpenAPI 3.1</a>.</p>
<p>A program shows a token with each request: <code>Authorization: Bearer accord_…</code>. The token
needs the right that stands beside the operation. In the examples, <code>$ACCORD</code> is the
address of this installation and <code>$TOKEN</code> a token.</p>
<p>A list answers a page of <code>items</code>; ask again with its <code>nextCursor</code> as
<code>cursor</code> for the next one. An error is a problem document with a stable <code>code</code>
and a sentence for people.</p>`

function operationsByTag(paths: Record<string, Record<string, Json>>): Map<string, Operation[]> {
  const byTag = new Map<string, Operation[]>()
  for (const [path, own] of Object.entries(paths)) {
    for (const method of methods) {
      const told = own[method]
      if (told === undefined) continue
      const [tag = ''] = told['tags'] as string[]
      byTag.set(tag, [...(byTag.get(tag) ?? []), { method: method.toUpperCase(), path, told }])
    }
  }
  return byTag
}

const slug = (name: string) => name.replace(/[^A-Za-z0-9-]/g, '_')
const idOf = ({ told }: Operation) => String(told['operationId'])

function contentsOf(name: string, operations: readonly Operation[]): string {
  const lines = operations.map(
    (one) =>
      `<li><a href="#${idOf(one)}">${escaped(String(one.told['summary']))}</a>
<span class="quiet">${one.method} ${escaped(one.path)}</span></li>`,
  )
  return `<li><a href="#tag-${slug(name)}">${escaped(name)}</a><ul>${lines.join('')}</ul></li>`
}

type Known = { fields: Fields; responses: Record<string, Json> }

function operationHtml(one: Operation, known: Known): string {
  const { method, path, told } = one
  const { fields } = known
  const description = told['description']
  const parameters = (told['parameters'] ?? []) as Json[]
  return [
    `<article id="${idOf(one)}" aria-labelledby="${idOf(one)}-name">`,
    `<h3 id="${idOf(one)}-name">${escaped(String(told['summary']))}</h3>`,
    `<p class="address"><code>${method} ${escaped(path)}</code></p>`,
    typeof description === 'string' ? `<p>${said(description)}</p>` : '',
    `<p>${rightSaid(String(told['x-right']))}</p>`,
    parameters.length === 0 ? '' : `<h4>Parameters</h4>${fields.parameters(parameters)}`,
    bodyHtml(told['requestBody'] as Json | undefined, fields),
    `<h4>Example</h4><pre tabindex="0">${escaped(callOf(one))}</pre>`,
    answerHtml(told['responses'] as Record<string, Json>, fields),
    errorsHtml(told['responses'] as Record<string, Json>, known),
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function rightSaid(right: string): string {
  if (right === 'none') return 'Anybody may ask: it needs no token.'
  if (right === 'session') return 'Needs a token or a session, whatever its rights.'
  return `Needs the right ${code(right)}.`
}

type Media = { schema: Json; example?: unknown }
const contentOf = (part: Json | undefined): [type: string, media: Media] | null =>
  (Object.entries((part?.['content'] ?? {}) as Record<string, Media>)[0] ?? null) as
    | [string, Media]
    | null

function bodyHtml(body: Json | undefined, fields: Fields): string {
  const content = contentOf(body)
  if (content === null) return ''
  const [type, { schema }] = content
  return `<h4>Body</h4><p>${code(type)}${fields.named(schema)}</p>${fields.table(schema)}`
}

function answerHtml(responses: Record<string, Json>, fields: Fields): string {
  const [status, success] = Object.entries(responses).find(([one]) => one.startsWith('2')) ?? []
  if (status === undefined || success === undefined) return ''
  const content = contentOf(success)
  const head = `<h4>Answer</h4><p>${code(status)} ${said(String(success['description'] ?? ''))}`
  if (content === null) return `${head}</p>`
  const [type, { schema, example }] = content
  const shown =
    example === undefined || !type.includes('json')
      ? ''
      : `<details><summary>Example of the answer</summary>
<pre tabindex="0">${escaped(JSON.stringify(example, null, 2))}</pre></details>`
  return `${head} ${code(type)}${fields.named(schema)}</p>${fields.nameless(schema)}${shown}`
}

const responsesAt = '#/components/responses/'

function errorsHtml(responses: Record<string, Json>, { responses: shared }: Known): string {
  const lines = Object.entries(responses).flatMap(([status, one]) => {
    if (!/^[45]\d\d$/.test(status)) return []
    const ref = one['$ref']
    const told = typeof ref === 'string' ? shared[ref.slice(responsesAt.length)] : one
    return [`<li>${code(status)} ${said(String(told?.['description'] ?? ''))}</li>`]
  })
  return lines.length === 0 ? '' : `<h4>Errors</h4><ul>${lines.join('\n')}</ul>`
}

function shapesHtml(schemas: Record<string, Json>, fields: Fields): string {
  const each = Object.entries(schemas).map(
    ([name, schema]) =>
      `<article aria-labelledby="shape-${slug(name)}">
<h3 id="shape-${slug(name)}">${escaped(name)}</h3>${fields.shape(schema)}
</article>`,
  )
  return `<section aria-labelledby="shapes"><h2 id="shapes">Shapes</h2>
<p>What bodies and answers are made of, by name.</p>
${each.join('\n')}
</section>`
}
