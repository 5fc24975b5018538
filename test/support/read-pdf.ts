// What a PDF says and how it is tagged, by Mozilla's reader, which did not make it.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Tag = { role: string; language: string | null; children: Tag[]; marks: string[] }

export type ReadPdf = {
  title: string
  language: string
  isMarked: boolean
  showsTitle: boolean
  /** Of the standard for files that are read aloud; null: it says nothing of it. */
  uaPart: string | null
  pages: readonly ReadPage[]
  /** Files in it, by their names. */
  attached: ReadonlyMap<string, string>
  /** The text of all pages, a line each. */
  text: string
}

export type ReadPage = {
  width: number
  height: number
  text: string
  tags: Tag[]
  /** Text that belongs neither to an element nor to an artifact. */
  untagged: number
  /** Marks that no element of the tree names. */
  unnamedMarks: number
  artifacts: number
  links: readonly string[]
}

type Node = { role?: string; lang?: string; children?: Node[]; type?: string; id?: string }

function tagOf(node: Node): Tag {
  const children = node.children ?? []
  return {
    role: node.role ?? '',
    language: node.lang ?? null,
    children: children.filter(({ role }) => role !== undefined).map(tagOf),
    marks: children.flatMap(({ type, id }) => (type === 'content' && id ? [id] : [])),
  }
}

export const allTags = (tags: readonly Tag[]): Tag[] =>
  tags.flatMap((tag) => [tag, ...allTags(tag.children)])

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

/** Goes through what is drawn, as the reader of the file would. */
async function drawnOn(page: Page) {
  const { fnArray, argsArray } = await page.getOperatorList()
  const open: (number | 'artifact' | null)[] = []
  const seen = new Set<number>()
  let untagged = 0
  let artifacts = 0
  for (const [index, op] of fnArray.entries()) {
    if (op === OPS.beginMarkedContent) open.push(null)
    if (op === OPS.beginMarkedContentProps) {
      const [name, mark] = argsArray[index] as [string, number | null]
      const isArtifact = name === 'Artifact'
      if (isArtifact) artifacts += 1
      const id = typeof mark === 'number' ? mark : null
      if (id !== null) seen.add(id)
      open.push(isArtifact ? 'artifact' : id)
    }
    if (op === OPS.endMarkedContent) open.pop()
    const isText = op === OPS.showText || op === OPS.showSpacedText
    const isDrawn = isText || op === OPS.constructPath
    if (isDrawn && open.every((mark) => mark === null)) untagged += 1
  }
  return { untagged, artifacts, seen, open: open.length }
}

async function readPage(page: Page): Promise<ReadPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const text = items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
  const tree = (await page.getStructTree()) as Node | null
  const tags = (tree?.children ?? []).map(tagOf)
  const { untagged, artifacts, seen, open } = await drawnOn(page)
  // An element that goes on over several pages names marks of each.
  const own = `p${page.ref?.num}R_mc`
  const marks = allTags(tags).flatMap((tag) => tag.marks)
  const named = new Set(
    marks.filter((id) => id.startsWith(own)).map((id) => Number(id.slice(own.length))),
  )
  const unnamedMarks = [...seen].filter((id) => !named.has(id)).length + open
  const annotations = (await page.getAnnotations()) as { url?: string }[]
  const links = annotations.flatMap(({ url }) => (url === undefined ? [] : [url]))
  return { width, height, text, tags, untagged, unnamedMarks, artifacts, links }
}

export async function readPdf(octets: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(octets), useSystemFonts: false })
  const document = await loading.promise
  const { info, metadata } = await document.getMetadata()
  const { Title, Language } = info as { Title?: string; Language?: string }
  const viewer = (await document.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    pages.push(await readPage(page))
    page.cleanup()
  }
  const isMarked = (await document.getMarkInfo())?.Marked === true
  const uaPart = metadata?.get('pdfuaid:part') as string | null | undefined
  type Files = Record<string, { filename: string; content: Uint8Array }> | null
  const files = Object.values(((await document.getAttachments()) as Files) ?? {})
  await loading.destroy()
  return {
    ...{ title: Title ?? '', language: Language ?? '', isMarked, uaPart: uaPart ?? null },
    ...{ showsTitle: viewer?.DisplayDocTitle === true, pages },
    attached: new Map(
      files.map(({ filename, content }) => [filename, Buffer.from(content).toString('utf8')]),
    ),
    text: pages.map(({ text }) => text).join('\n'),
  }
}

const a4 = [595, 842]

/** What whoever listens to it would stumble over, in any paper of ours; empty when nothing. */
export function faultsOf(pdf: ReadPdf): string[] {
  const faults: string[] = []
  const must = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault)
  }
  must(pdf.isMarked && pdf.uaPart === '1', 'it does not say that it is tagged')
  must(pdf.showsTitle && pdf.title !== '', 'it shows no title')
  must(pdf.language === 'fr' || pdf.language === 'en', 'it has no language')
  must(pdf.pages.length > 0, 'it has no page')
  for (const [index, page] of pdf.pages.entries()) {
    const on = `page ${index + 1}`
    const tags = allTags(page.tags)
    const size = [page.width, page.height].map(Math.round).sort((a, b) => a - b)
    must(size.join() === a4.join(), `${on}: not A4`)
    must(page.untagged === 0, `${on}: ${page.untagged} texts or lines without a tag`)
    must(page.unnamedMarks === 0, `${on}: ${page.unnamedMarks} marks that no element names`)
    must(page.artifacts > 0, `${on}: no number`)
    for (const { role, children } of tags) {
      const inner = children.map((child) => child.role)
      const only = parts[role]
      must(
        only === undefined || inner.every((one) => only.includes(one)),
        `${on}: ${role} in bad order`,
      )
      if (role === 'Table')
        must(!allTags(children).some((tag) => tag.role === 'Table'), `${on}: nested table`)
    }
  }
  const [first, ...others] = headings(pdf)
  must(first === 1 && !others.includes(1), 'not one first heading')
  let above = 1
  for (const level of others) {
    must(level <= above + 1, `a heading of level ${level} below one of ${above}`)
    above = level
  }
  return faults
}

/** What may stand right below an element. */
const parts: Readonly<Record<string, readonly string[]>> = {
  ...{ Table: ['TR'], TR: ['TH', 'TD'], L: ['LI'], LI: ['Lbl', 'LBody'] },
}

/** Levels in the order of reading. */
function headings({ pages }: ReadPdf): number[] {
  return pages.flatMap(({ tags }) =>
    allTags(tags)
      .filter(({ role, marks }) => /^H[1-6]$/.test(role) && marks.length > 0)
      .map(({ role }) => Number(role[1])),
  )
}

/** Without white space: where lines are broken says nothing of what is said. */
export const dense = (text: string): string => text.replace(/\s+/gu, '')
