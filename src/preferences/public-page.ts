// What all public pages share: how often they may be asked for, in which language they answer.
import { type Exchange, languageOf, type Page } from '../http/index.ts'
import type { Language } from '../kernel/index.ts'
import { failedPage } from './form-html.ts'

/** Requests a minute from one address: a person is slower, a family behind one address is not. */
export const pagesPerMinute = 60
export const formsPerMinute = 30
/** Of a copy of all that is held: it opens hundreds of texts. */
export const copiesPerMinute = 10

export const failed = (problem: { detail: string }, language: Language): string =>
  failedPage(language, problem.detail)

export const document = (html: string, status: Page['status'] = 200): Page => ({ status, html })

/** What the reader chose; else what their browser asks for; else the form's own. */
export function languageFor(
  query: { lang?: Language | undefined },
  exchange: Exchange,
  own: Language,
): Language {
  return query.lang ?? languageOf(exchange.header('accept-language') ?? undefined) ?? own
}
