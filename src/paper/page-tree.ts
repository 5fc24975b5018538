// Reads a page that this program wrote into its elements. Whatever it did not write is a bug.
import { assert } from '../kernel/index.ts'

export type PageNode = string | PageElement
export type PageElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: PageNode[]
}

/** Of these nothing is read, and they have no end. */
const voids: ReadonlySet<string> = new Set(['br', 'img', 'input', 'meta', 'link'])
/** What a person types in stands in a form, and paper has none; a style is not read. */
const unread: ReadonlySet<string> = new Set(['style', 'script', 'form', 'title'])

const entities: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>' },
  ...{ '&quot;': '"', '&#39;': "'", '&nbsp;': '\u00a0' },
}

/** A value in a page is escaped: these signs stand there only where the program wrote them. */
const piece =
  /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>|([^<]+)/giy
const attribute = /([a-z-]+)(?:="([^"]*)")?/g

function textOf(escaped: string): string {
  return escaped.replace(/&[^;\s]*;?/g, (entity) => {
    const text = entities[entity]
    assert(text !== undefined, 'a page of ours has only signs that it escapes itself')
    return text
  })
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(attribute)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, textOf(value)]))
}

/** The end of what is not read: `</style>` from a given place on. */
function afterEnd(page: string, name: string, from: number): number {
  const end = `</${name}>`
  const at = page.indexOf(end, from)
  assert(at !== -1, 'an element of a page of ours ends')
  return at + end.length
}

export function pageTree(page: string): PageElement {
  const root: PageElement = { name: '', attributes: {}, children: [] }
  const open: PageElement[] = [root]
  let at = 0
  while (at < page.length) {
    piece.lastIndex = at
    const found = piece.exec(page)
    assert(found !== null, 'a page is made of elements and escaped text')
    at = piece.lastIndex
    const [, slash, name, attributes = '', text] = found
    const inner = open.at(-1) ?? root
    if (text !== undefined) inner.children.push(textOf(text))
    if (name === undefined) continue
    if (slash === '/') {
      assert(open.length > 1 && inner.name === name, 'elements end in the order of their beginning')
      open.pop()
      continue
    }
    if (unread.has(name)) {
      at = afterEnd(page, name, at)
      continue
    }
    const element = { name, attributes: attributesOf(attributes), children: [] }
    inner.children.push(element)
    if (!voids.has(name)) open.push(element)
  }
  assert(open.length === 1, 'each element of a page of ours ends')
  return root
}

/** The first element of this name, the page's own order. */
export function firstOf(element: PageElement, name: string): PageElement | null {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const found = child.name === name ? child : firstOf(child, name)
    if (found !== null) return found
  }
  return null
}

/** The title stands apart: its words are read, but are no part of what the page shows. */
export function titleOf(page: string): string {
  const found = /<title>([^<>]*)<\/title>/.exec(page)
  return textOf(found?.[1] ?? '').trim()
}
