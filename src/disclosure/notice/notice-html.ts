// The notice as HTML: readable on a phone and on paper, without a script and without a request.
import type { Instant, Language } from '../../kernel/index.ts'
import { filled, type Html, html, pageText } from '../../preferences/index.ts'
import { publicNoticeWords } from '../../words/index.ts'
import type { NoticeChange, NoticeText } from '../contract.ts'
import { dayIn } from './said.ts'

type Brand = NonNullable<Parameters<typeof pageText>[0]['brand']>

export type Place = {
  /** `/notice`, or that of an account. */
  path: string
  language: Language
  zone: string
  brand: Brand | null
}

const other = (language: Language): Language => (language === 'fr' ? 'en' : 'fr')

function framed({ path, language, brand }: Place, title: string, body: Html): string {
  const label = publicNoticeWords[language].otherLanguage
  const href = `${path}?lang=${other(language)}`
  const switching = { label, href, language: other(language) }
  return pageText({ language, title, other: switching, brand, body })
}

const sentencesPart = (sentences: readonly string[]): Html =>
  html`<ul>${sentences.map(
    (sentence) => html`<li>${sentence}</li>
`,
  )}</ul>`

function sectionsPart({ sections }: NoticeText, after: Partial<Record<string, Html | null>> = {}) {
  return sections
    .filter(({ sentences }) => sentences.length > 0)
    .map(
      ({ name, title, sentences }) => html`<section aria-labelledby="${name}">
<h2 id="${name}">${title}</h2>
${sentencesPart(sentences)}
${after[name] ?? null}</section>
`,
    )
}

export type ShownNotice = {
  text: NoticeText
  version: number
  at: Instant
  /** The open form on which people ask for the link to their page; null: there is none. */
  formCode: string | null
  isInstallation: boolean
}

export function noticePage(place: Place, shown: ShownNotice): string {
  const { language, path, zone } = place
  const words = publicNoticeWords[language]
  const day = dayIn(language, shown.at, zone)
  const { formCode } = shown
  const page =
    formCode === null
      ? null
      : html`<p>${words.rights.page}
<a href="/f/${formCode}/page?lang=${language}">${words.rights.pageLink}</a></p>`
  const asking = shown.isInstallation
    ? null
    : html`<p>${words.rights.request}
<a href="${path}/request?lang=${language}">${words.rights.requestLink}</a></p>`
  const body = html`<h1>${shown.text.title}</h1>
<p>${words.lead}</p>
<p><strong>${filled(words.version, { version: String(shown.version), day })}</strong>
<br><a href="${path}/versions?lang=${language}">${words.versions}</a></p>
${sectionsPart(shown.text, { rights: html`${page}${asking}` })}
${
  shown.isInstallation
    ? null
    : html`<p><a href="/notice?lang=${language}">${words.installationLink}</a></p>`
}`
  return framed(place, shown.text.title, body)
}

export type ShownVersion = { version: number; at: Instant; changes: readonly NoticeChange[] }

function changesPart(changes: readonly NoticeChange[], language: Language): Html[] {
  const words = publicNoticeWords[language].differences
  const gone = (one: string) => html`<li><del>${one}</del></li>`
  const come = (one: string) => html`<li><ins>${one}</ins></li>`
  const part = (title: string, lines: readonly Html[]) =>
    lines.length === 0 ? null : html`<p>${title}</p><ul>${lines}</ul>`
  return changes.map(
    ({ section, added, removed }) => html`<h3>${section}</h3>
${part(words.removed, removed.map(gone))}
${part(words.added, added.map(come))}
`,
  )
}

export function versionsPage(place: Place, versions: readonly ShownVersion[]): string {
  const { language, path, zone } = place
  const words = publicNoticeWords[language]
  const w = words.differences
  const title = w.title
  const body = html`<h1>${title}</h1>
<p><a href="${path}?lang=${language}">${words.back}</a></p>
${versions.map(({ version, at, changes }) => {
  const id = `version-${version}`
  const heading = filled(w.of, { version: String(version), day: dayIn(language, at, zone) })
  return html`<section class="card" aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${version === 1 ? html`<p>${w.first}</p>` : changesPart(changes, language)}
<p><a href="${path}/versions/${version}?lang=${language}">${w.read}</a></p></section>
`
})}`
  return framed({ ...place, path: `${path}/versions` }, title, body)
}

export function versionPage(
  place: Place,
  shown: { text: NoticeText; version: number; at: Instant; changes: readonly NoticeChange[] },
): string {
  const { language, path, zone } = place
  const words = publicNoticeWords[language]
  const w = words.differences
  const { version, at, changes } = shown
  const day = dayIn(language, at, zone)
  const before = String(version - 1)
  const body = html`<h1>${shown.text.title}</h1>
<p><strong>${filled(w.of, { version: String(version), day })}</strong>
<br><a href="${path}/versions?lang=${language}">${w.title}</a>
<br><a href="${path}?lang=${language}">${words.back}</a></p>
${
  changes.length === 0
    ? null
    : html`<section class="card" aria-labelledby="changes">
<h2 id="changes">${filled(w.changed, { before })}</h2>
${changesPart(changes, language)}</section>`
}
${sectionsPart(shown.text)}`
  return framed({ ...place, path: `${path}/versions/${version}` }, shown.text.title, body)
}
