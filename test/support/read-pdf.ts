// What a PDF says and how it is tagged, by Mozilla's reader, which knows nothing of how it was made.
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
  strayMarks: number
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
  const strayMarks = [...seen].filter((id) => !named.has(id)).length + open
  const annotations = (await page.getAnnotations()) as { url?: string }[]
  const links = annotations.flatMap(({ url }) => (url === undefined ? [] : [url]))
  return { width, height, text, tags, untagged, strayMarks, artifacts, links }
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
  await loading.destroy()
  return {
    ...{ title: Title ?? '', language: Language ?? '', isMarked, uaPart: uaPart ?? null },
    ...{ showsTitle: viewer?.DisplayDocTitle === true, pages },
    text: pages.map(({ text }) => text).join('\n'),
  }
}

/** Without white space: where lines are broken says nothing of what is said. */
export const dense = (text: string): string => text.replace(/\s+/gu, '')
