// What an owner sees who follows the link of the e-mail: a button, since a mail server follows too.
import type { Language } from '../../kernel/index.ts'
import { sentence } from '../../words/index.ts'
import { pageOf, paragraph, safe } from './page-frame.ts'
import { dateIn } from './tell-owners.ts'

function said(language: Language, code: string, details: Record<string, string> = {}): string {
  return sentence(language, `privacy.undo.${code}`, details) ?? code
}

export function undoPage(
  language: Language,
  shown: { name: string; zone: string; dueAt: number },
): string {
  const details = { name: shown.name, date: dateIn(language, shown.dueAt, shown.zone) }
  const body = [
    paragraph(said(language, 'waits', details)),
    paragraph(said(language, 'what')),
    `<form method="post"><button type="submit">${safe(said(language, 'button'))}</button></form>`,
  ]
  return pageOf(language, said(language, 'title'), body.join('\n'))
}

export const undonePage = (language: Language, name: string): string =>
  pageOf(language, said(language, 'done_title'), paragraph(said(language, 'done', { name })))

export const linkEndedPage = (language: Language): string =>
  pageOf(language, said(language, 'ended_title'), paragraph(said(language, 'ended')))

export const failedPage = (language: Language, detail: string): string =>
  pageOf(language, said(language, 'failed_title'), paragraph(detail))
