// A page of ours as a paper: the same words in the same order, so that there is one truth.
import { BugError } from '../kernel/index.ts'
import { firstOf, type PageElement, type PageNode, pageTree, titleOf } from './page-tree.ts'
import { type Block, type Pair, type Paper, plainRun, type Run, type TableRow } from './paper.ts'

const inline: ReadonlySet<string> = new Set([
  ...['a', 'b', 'strong', 'em', 'small', 'span', 'br', 'ins', 'del', 'code', 'time', 'img'],
])
const boxes: ReadonlySet<string> = new Set([
  ...['body', 'main', 'header', 'footer', 'section', 'div', 'details', 'article'],
])

type Style = Omit<Run, 'text'>
const { text: _, ...plain } = plainRun('')

/** Whole addresses alone: on paper there is no page that a short one would belong to. */
const isWhole = (href: string): boolean => /^(https:\/\/|mailto:|tel:)/.test(href)

export function readPage(page: string): Paper {
  const tree = pageTree(page)
  const html = firstOf(tree, 'html')
  const body = firstOf(tree, 'body')
  if (html === null || body === null) throw new BugError('a page has a body')
  const blocks = blocksOf(body.children, 1)
  const language = html.attributes['lang'] === 'en' ? 'en' : 'fr'
  return { title: titleOf(page), language, blocks }
}

/** `level`: of the heading that stands above. */
function blocksOf(nodes: readonly PageNode[], level: number): Block[] {
  const blocks: Block[] = []
  let loose: PageNode[] = []
  let above = level
  const close = () => {
    const runs = tidy(loose.flatMap((node) => runsOf(node, plain)))
    if (runs.length > 0) blocks.push({ kind: 'paragraph', runs })
    loose = []
  }
  for (const node of nodes) {
    if (typeof node === 'string' || inline.has(node.name)) {
      loose.push(node)
      continue
    }
    close()
    if (/^h[1-6]$/.test(node.name)) above = Number(node.name[1])
    blocks.push(...blockOf(node, above))
  }
  close()
  return blocks
}

function blockOf(element: PageElement, level: number): Block[] {
  const { name, children, attributes } = element
  const language = attributes['lang'] ?? null
  const isCard = hasClass(element, 'card')
  if (/^h[1-6]$/.test(name)) return headed(children, Number(name[1]))
  if (name === 'summary') return headed(children, level + 1)
  if (boxes.has(name)) return boxed(element, blocksOf(children, level))
  switch (name) {
    case 'p': {
      const paragraph = blocksOf(children, level)
      return isCard ? [{ kind: 'card', blocks: paragraph }] : paragraph
    }
    case 'pre':
      return [{ kind: 'lines', text: allText(element) }]
    case 'blockquote':
      return [{ kind: 'quote', language, blocks: blocksOf(children, level) }]
    case 'ul':
    case 'ol':
      return listOf(element, level)
    case 'dl': {
      const terms: Block = { kind: 'terms', language, pairs: pairsOf(children) }
      return isCard ? [{ kind: 'card', blocks: [terms] }] : [terms]
    }
    case 'table':
      return tableOf(element)
    default:
      throw new BugError(`paper does not know <${name}>`)
  }
}

const hasClass = ({ attributes }: PageElement, name: string): boolean =>
  (attributes['class'] ?? '').split(' ').includes(name)

function headed(children: readonly PageNode[], level: number): Block[] {
  const runs = inlineOf(children)
  return runs.length === 0 ? [] : [{ kind: 'heading', level, runs }]
}

function boxed(element: PageElement, blocks: Block[]): Block[] {
  if (blocks.length === 0) return []
  const all: Block[] = hasClass(element, 'card') ? [{ kind: 'card', blocks }] : blocks
  return hasClass(element, 'new-page') ? [{ kind: 'new_page' }, ...all] : all
}

function listOf(element: PageElement, level: number): Block[] {
  const items = elementsOf(element.children).map((item): Block[] => {
    const blocks = blocksOf(item.children, level)
    return hasClass(item, 'card') ? [{ kind: 'card', blocks }] : blocks
  })
  if (items.length === 0) return []
  const isBare = hasClass(element, 'steps') || hasClass(element, 'links')
  const mark = isBare ? null : element.name === 'ol' ? 'number' : 'dot'
  return [{ kind: 'list', mark, items }]
}

function pairsOf(children: readonly PageNode[]): Pair[] {
  const pairs: Pair[] = []
  for (const { name, children: words } of elementsOf(children)) {
    const runs = inlineOf(words, name === 'dd')
    const last = pairs.at(-1)
    if (name === 'dt') pairs.push({ term: runs, told: [] })
    else if (last !== undefined)
      pairs[pairs.length - 1] = { ...last, told: [...last.told, ...runs] }
  }
  return pairs
}

function tableOf(element: PageElement): Block[] {
  const all = rowsIn(element, false)
  const rows = all.map(({ row }) => row)
  if (rows.length === 0) return []
  const isHead = ({ row, isInHead }: (typeof all)[number]) =>
    isInHead || (row.length > 0 && row.every(({ heads }) => heads === 'column'))
  const first = all.findIndex((row) => !isHead(row))
  const headRows = first === -1 ? 0 : first
  return [{ kind: 'table', headRows, rows }]
}

function rowsIn(element: PageElement, isInHead: boolean): { row: TableRow; isInHead: boolean }[] {
  return elementsOf(element.children).flatMap((child) => {
    if (child.name !== 'tr') return rowsIn(child, child.name === 'thead')
    const cells = elementsOf(child.children)
    const row = cells.map((cell) => ({
      runs: inlineOf(cell.children),
      heads: cell.name === 'td' ? null : headsOf(cell, isInHead),
      isRight: hasClass(cell, 'count'),
    }))
    return [{ row, isInHead }]
  })
}

const headsOf = ({ attributes }: PageElement, isInHead: boolean): 'row' | 'column' =>
  attributes['scope'] === 'row' && !isInHead ? 'row' : 'column'

const elementsOf = (nodes: readonly PageNode[]): PageElement[] =>
  nodes.filter((node): node is PageElement => typeof node !== 'string')

function allText(element: PageElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : allText(child)))
    .join('')
}

const inlineOf = (nodes: readonly PageNode[], keepsLines = false): Run[] =>
  tidy(
    nodes.flatMap((node) => runsOf(node, plain)),
    keepsLines,
  )

function runsOf(node: PageNode, style: Style): Run[] {
  if (typeof node === 'string') return [{ text: node, ...style }]
  const { name, attributes, children } = node
  if (name === 'img') return []
  if (name === 'br') return [{ ...plainRun(lineEnd), ...style }]
  // A paragraph within a cell or a value begins a line of its own.
  if (!inline.has(name) && name !== 'p') throw new BugError(`paper does not know <${name}> here`)
  const { href } = attributes
  const own: Style = {
    isStrong: style.isStrong || name === 'strong' || name === 'b',
    isSmall: style.isSmall || name === 'small',
    language: attributes['lang'] ?? style.language,
    href: name === 'a' && href !== undefined && isWhole(href) ? href : style.href,
  }
  const runs = children.flatMap((child) => runsOf(child, own))
  return name === 'p' ? [...runs, { ...plainRun(lineEnd), ...style }] : runs
}

/** Ends a line, and is no space: the text of a page never holds it. */
const lineEnd = '\u2028'

/** White space as a browser shows it: one space for many, none at either end of a line. */
function tidy(runs: readonly Run[], keepsLines = false): Run[] {
  const white = keepsLines ? /[ \t\r\f]+/g : /[ \t\r\n\f]+/g
  const tidied: Run[] = []
  let endsOpen = true
  for (const run of runs) {
    let text = run.text === lineEnd ? '\n' : run.text.replaceAll('\u2028', ' ').replace(white, ' ')
    text = text.replace(/ *\n */g, '\n')
    if (endsOpen) text = text.replace(/^ /, '')
    if (text === '') continue
    endsOpen = /[ \n]$/.test(text)
    tidied.push({ ...run, text })
  }
  for (;;) {
    const last = tidied.at(-1)
    if (last === undefined) return tidied
    const text = last.text.replace(/\s+$/, '')
    tidied.pop()
    if (text === '') continue
    return [...tidied, { ...last, text }]
  }
}
