// The register of breaches as files, for the installation and for an account.
import { Readable } from 'node:stream'
import { defineDownload, type Route } from '../../http/index.ts'
import type { Caller, Instant, Language } from '../../kernel/index.ts'
import { pdfFile, pdfMediaType } from '../../paper/index.ts'
import { disclosureApi } from '../contract-api.ts'
import type { DisclosureDeps } from '../deps.ts'
import { csvOf } from '../register/csv.ts'
import { odsMediaType, odsOf } from '../register/ods.ts'
import { registerHtml } from '../register/register-html.ts'
import type { Workbook } from '../register/sheets.ts'
import { sheetOfAccount, sheetOfInstallation } from './read-sheet.ts'

/** Each is drawn anew, from every record. */
const perMinuteMax = 20

type Asked = { caller: Caller; language: Language; at: Instant }
type Read = (deps: DisclosureDeps, asked: Asked) => Promise<Workbook>

const csvMediaType = 'text/csv; charset=utf-8'
const htmlMediaType = 'text/html; charset=utf-8'
const stemIn = (language: Language) => (language === 'fr' ? 'violations' : 'breaches')

function fileOf(form: { name: string; mediaType: string }, octets: Uint8Array | string) {
  const stream = Readable.from([typeof octets === 'string' ? Buffer.from(octets, 'utf8') : octets])
  return { fileName: form.name, mediaType: form.mediaType, stream }
}

/** What each form makes of a register. */
function forms(deps: DisclosureDeps, read: Read) {
  type Query = { language?: Language | undefined }
  const of = async (caller: Caller, { language: asked }: Query) => {
    const language = asked ?? caller.language
    const at = deps.clock.now()
    return {
      language,
      at,
      stem: stemIn(language),
      book: await read(deps, { caller, language, at }),
    }
  }
  return {
    ods: async (caller: Caller, query: Query) => {
      const { stem, book } = await of(caller, query)
      return fileOf({ name: `${stem}.ods`, mediaType: odsMediaType }, odsOf(book))
    },
    csv: async (caller: Caller, query: Query) => {
      const { stem, book } = await of(caller, query)
      return fileOf({ name: `${stem}.csv`, mediaType: csvMediaType }, csvOf(book))
    },
    html: async (caller: Caller, query: Query) => {
      const { stem, book, language } = await of(caller, query)
      const html = registerHtml(book, language)
      return fileOf({ name: `${stem}.html`, mediaType: htmlMediaType }, html)
    },
    pdf: async (caller: Caller, query: Query) => {
      const { stem, book, language, at } = await of(caller, query)
      return pdfFile(registerHtml(book, language), { stem, at })
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
      ...{ needs, mediaType: odsMediaType, perMinuteMax },
      summary: 'Download the register of breaches as a spreadsheet',
      handle: (caller, { query }) => ods(caller, query),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/breaches/sheet.csv'],
      ...{ needs, mediaType: csvMediaType, perMinuteMax },
      summary: 'Download the register of breaches as CSV',
      handle: (caller, { query }) => csv(caller, query),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/breaches/sheet.html'],
      ...{ needs, mediaType: htmlMediaType, perMinuteMax },
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
      ...{ needs, mediaType: odsMediaType, perMinuteMax },
      summary: 'Download the account’s register of breaches as a spreadsheet',
      handle: (caller, { query }) => ods(caller, query),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/account-breaches/sheet.csv'],
      ...{ needs, mediaType: csvMediaType, perMinuteMax },
      summary: 'Download the account’s register of breaches as CSV',
      handle: (caller, { query }) => csv(caller, query),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/account-breaches/sheet.html'],
      ...{ needs, mediaType: htmlMediaType, perMinuteMax },
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
