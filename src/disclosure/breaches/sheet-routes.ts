// The register of breaches as files, for the installation and for an account.
import { defineDownload, type Route } from '../../http/index.ts'
import type { Caller, Instant, Language } from '../../kernel/index.ts'
import { pdfMediaType, type Workbook } from '../../paper/index.ts'
import { disclosureApi } from '../contract-api.ts'
import type { DisclosureDeps } from '../deps.ts'
import { type BookKind, bookFile, bookKinds, bookPdf } from '../register/book-file.ts'
import { sheetOfAccount, sheetOfInstallation } from './read-sheet.ts'

/** Each is drawn anew, from every record. */
const perMinuteMax = 20

type Asked = { caller: Caller; language: Language; at: Instant }
type Read = (deps: DisclosureDeps, asked: Asked) => Promise<Workbook>
type Query = { language?: Language | undefined }

const stemIn = (language: Language) => (language === 'fr' ? 'violations' : 'breaches')

/** What each form makes of a register. */
function forms(deps: DisclosureDeps, read: Read) {
  const of = async (caller: Caller, { language: asked }: Query, at: Instant) => {
    const language = asked ?? caller.language
    return { language, stem: stemIn(language), book: await read(deps, { caller, language, at }) }
  }
  const as = (kind: BookKind) => async (caller: Caller, query: Query) =>
    bookFile(kind, await of(caller, query, deps.clock.now()))
  return {
    ...{ ods: as('ods'), csv: as('csv'), html: as('html') },
    pdf: async (caller: Caller, query: Query) => {
      const at = deps.clock.now()
      return bookPdf(await of(caller, query, at), at)
    },
  }
}

export const breachSheetRoutes = (deps: DisclosureDeps): Route[] => [
  ...ofInstallation(deps),
  ...ofAccount(deps),
]

function ofInstallation(deps: DisclosureDeps): Route[] {
  const { ods, csv, html, pdf } = forms(deps, sheetOfInstallation)
  const needs = 'installation.manage'
  return [
    defineDownload({
      ...disclosureApi['GET /v1/breaches/sheet.ods'],
      ...{ needs, mediaType: bookKinds.ods.mediaType, perMinuteMax },
      summary: 'Download the register of breaches as a spreadsheet',
      handle: (caller, { query }) => ods(caller, query),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/breaches/sheet.csv'],
      ...{ needs, mediaType: bookKinds.csv.mediaType, perMinuteMax },
      summary: 'Download the register of breaches as CSV',
      handle: (caller, { query }) => csv(caller, query),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/breaches/sheet.html'],
      ...{ needs, mediaType: bookKinds.html.mediaType, perMinuteMax },
      summary: 'Download the register of breaches as a page to print',
      handle: (caller, { query }) => html(caller, query),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/breaches/sheet.pdf'],
      ...{ needs, mediaType: pdfMediaType, perMinuteMax },
      summary: 'Download the register of breaches as a tagged PDF',
      handle: (caller, { query }) => pdf(caller, query),
    }),
  ]
}

function ofAccount(deps: DisclosureDeps): Route[] {
  const { ods, csv, html, pdf } = forms(deps, sheetOfAccount)
  const needs = 'registers.manage'
  return [
    defineDownload({
      ...disclosureApi['GET /v1/account-breaches/sheet.ods'],
      ...{ needs, mediaType: bookKinds.ods.mediaType, perMinuteMax },
      summary: 'Download the account’s register of breaches as a spreadsheet',
      handle: (caller, { query }) => ods(caller, query),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/account-breaches/sheet.csv'],
      ...{ needs, mediaType: bookKinds.csv.mediaType, perMinuteMax },
      summary: 'Download the account’s register of breaches as CSV',
      handle: (caller, { query }) => csv(caller, query),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/account-breaches/sheet.html'],
      ...{ needs, mediaType: bookKinds.html.mediaType, perMinuteMax },
      summary: 'Download the account’s register of breaches as a page to print',
      handle: (caller, { query }) => html(caller, query),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/account-breaches/sheet.pdf'],
      ...{ needs, mediaType: pdfMediaType, perMinuteMax },
      summary: 'Download the account’s register of breaches as a tagged PDF',
      handle: (caller, { query }) => pdf(caller, query),
    }),
  ]
}
