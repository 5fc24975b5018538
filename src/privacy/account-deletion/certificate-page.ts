// The certificate as a page: the same facts in sentences, and the signed text below them.
import type { Instant, Language } from '../../kernel/index.ts'
import { pdfFile } from '../../paper/index.ts'
import { sentence } from '../../words/index.ts'
import { recipientsList } from '../recipients-list.ts'
import { type Certificate, certificateIn } from './certificate.ts'
import { pageOf, paragraph, safe } from './page-frame.ts'
import { dateIn } from './tell-owners.ts'

export type Urls = { note: string; pdf: string }
export type Say = (code: string, details?: Record<string, string | number>) => string

const sayIn =
  (language: Language): Say =>
  (code, details = {}) =>
    sentence(language, `privacy.certificate.${code}`, details) ?? code

/** `urls`: where the signed file and the PDF are; null: it stands alone. */
export function certificatePage(language: Language, note: string, urls: Urls | null): string {
  const certificate = certificateIn(note)
  const say = sayIn(language)
  const day = (iso: string) => dateIn(language, Date.parse(iso))
  const { account, request } = certificate
  const number = String(account.number)
  const body = [
    paragraph(say('first', { number, ended: day(certificate.ended) })),
    paragraph(say(`asked_${request.how}`, { date: day(request.at) })),
    paragraph(say('keys', { date: day(certificate.keysDestroyedAt) })),
    paragraph(say('backups', { date: day(certificate.backupsEnd) })),
    paragraph(say('key_copies')),
    `<h2>${safe(say('destroyed'))}</h2>`,
    destroyedTable(certificate, language, say),
    `<h2>${safe(say('kept'))}</h2>`,
    keptList(certificate, say, day),
    ...suppliersTold(certificate, language, { say, day }),
    `<h2>${safe(say('check'))}</h2>`,
    paragraph(say('check_how')),
    urls === null ? '' : linksTo(urls, say),
    `<pre>${safe(note)}</pre>`,
  ]
  return pageOf(language, say('title', { number }), body.join('\n'))
}

/** As PDF: the same words; the signed text is attached too, since a page breaks its lines. */
export const certificatePdf = (page: string, note: string, at: Instant) =>
  pdfFile(page, {
    ...{ stem: 'certificate', at },
    attached: { name: 'certificate.txt', text: note, description: 'certificate.txt' },
  })

export function linksTo({ note, pdf }: Urls, say: Say): string {
  const link = (url: string, text: string) => `<a href="${safe(url)}">${safe(text)}</a>`
  return `<p>${link(note, say('file'))}<br>${link(pdf, say('pdf'))}</p>`
}

function destroyedTable({ destroyed }: Certificate, language: Language, say: Say): string {
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB')
  const rows = destroyed.map(({ kind, count }) => {
    const what = safe(say(`kind_${kind}`))
    return `<tr><td>${what}</td><td class="count">${number.format(count)}</td></tr>`
  })
  const head = `<tr><th>${safe(say('what'))}</th><th class="count">${safe(say('count'))}</th></tr>`
  return `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`
}

/** Nothing where it was signed before suppliers were told. */
function suppliersTold(
  { suppliers, standsAt, ended }: Certificate,
  language: Language,
  { say, day }: { say: Say; day: (iso: string) => string },
): string[] {
  if (suppliers === undefined) return []
  const told: Say = (code, details = {}) =>
    sentence(language, `privacy.erasure.${code}`, details) ?? code
  return [
    `<h2>${safe(say('suppliers'))}</h2>`,
    paragraph(say('suppliers_how', { date: day(standsAt ?? ended) })),
    recipientsList(suppliers, told, day) ?? paragraph(say('no_supplier')),
  ]
}

function keptList({ kept, request }: Certificate, say: Say, day: (iso: string) => string): string {
  // What staff wrote down of a letter stays with the record.
  const code = (what: string) =>
    what === 'record' && request.how === 'letter' ? 'kept_record_letter' : `kept_${what}`
  const items = kept.flatMap(({ what, until }) =>
    until === null ? [] : [`<li>${safe(say(code(what), { date: day(until) }))}</li>`],
  )
  return `<ul>${items.join('')}</ul>`
}
