// The HTTP of the registers and of who runs the installation; thin.
import { accountOf } from '../../accounts/index.ts'
import {
  cursorPart,
  defineCursor,
  defineDownload,
  defineRoute,
  type Route,
} from '../../http/index.ts'
import type { Caller, Language } from '../../kernel/index.ts'
import { pdfMediaType, type Workbook } from '../../paper/index.ts'
import { disclosureApi } from '../contract-api.ts'
import type { DisclosureDeps } from '../deps.ts'
import { readOperator } from '../facts/installation-facts.ts'
import { type BookKind, bookFile, bookKinds, bookPdf } from './book-file.ts'
import { declarationsOf, declare, declareOperator, operatorView } from './declare.ts'
import { readProcessorRegister, readRegister } from './read-register.ts'
import { controllerWorkbook, processorWorkbook } from './sheets.ts'

/** Each is drawn anew. */
const pdfsPerMinute = 20
const declarationCursor = defineCursor('register-declarations', { id: cursorPart.uuid() })

export function registerRoutes(deps: DisclosureDeps): Route[] {
  return [...accountRoutes(deps), ...operatorRoutes(deps), ...sheetRoutes(deps), ...pdfRoutes(deps)]
}

function accountRoutes(deps: DisclosureDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...disclosureApi['GET /v1/register'],
      needs: 'consent.read',
      summary: 'Show the register of processing of the account as controller',
      description:
        'GDPR, article 30(1), in the lines of the CNIL’s simplified register. Filled from what the account uses; each field says whether it was measured, declared or is missing.',
      handle: (caller) =>
        database.inAccount(caller.accountId, (tx) => readRegister(deps, tx, caller)),
    }),
    defineRoute({
      ...disclosureApi['PUT /v1/register/declarations'],
      needs: 'registers.manage',
      summary: 'Declare a field of the register that the program cannot know',
      description: 'The public notice says it from then on. What was declared before is kept.',
      errors: [
        'disclosure.place_unknown',
        'disclosure.field_unknown',
        'disclosure.too_much_declared',
      ],
      handle: (caller, { body }) => declare(deps, caller, body),
    }),
    defineRoute({
      ...disclosureApi['GET /v1/register/declarations'],
      needs: 'consent.read',
      summary: 'List what was declared in the register, newest first',
      handle: (caller, { query: { cursor, limit } }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const before = declarationCursor.read(cursor)?.id ?? null
          const rows = await declarationsOf(deps, tx, caller, { before, limit: limit + 1 })
          const items = rows.slice(0, limit)
          const last = rows.length > limit ? items.at(-1) : undefined
          const nextCursor = last === undefined ? null : declarationCursor.write({ id: last.id })
          return { items, nextCursor }
        }),
    }),
  ]
}

function operatorRoutes(deps: DisclosureDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...disclosureApi['GET /v1/operator'],
      needs: 'installation.manage',
      summary: 'Show who runs the installation, and how to reach its data protection officer',
      handle: () => database.inInstallation(async (tx) => operatorView(await readOperator(tx))),
    }),
    defineRoute({
      ...disclosureApi['PUT /v1/operator'],
      needs: 'installation.manage',
      summary: 'Declare who runs the installation; notices and registers say it from then on',
      handle: (caller, { body }) => declareOperator(deps, caller, body),
    }),
    defineRoute({
      ...disclosureApi['GET /v1/operator/register'],
      needs: 'installation.manage',
      summary: 'Show the register of processing of the installation as processor',
      description: 'GDPR, article 30(2): one record for each account, a thousand at most.',
      handle: ({ language }) => readProcessorRegister(deps, language),
    }),
  ]
}

type Asked = { caller: Caller; language: Language }
async function fileOf(kind: BookKind, { stem, read }: Register, { language }: Asked) {
  return bookFile(kind, { book: await read(), stem, language })
}

type Register = { stem: string; read: () => Promise<Workbook> }

function registersOf(deps: DisclosureDeps) {
  const controller = ({ caller, language }: Asked): Register => ({
    stem: language === 'fr' ? 'registre' : 'register',
    read: async () => {
      const { accountId } = caller
      return deps.database.inAccount(accountId, async (tx) => {
        const register = await readRegister(deps, tx, { accountId, language })
        const { zone } = await accountOf(tx, accountId)
        return controllerWorkbook(register, language, zone)
      })
    },
  })
  const processor = ({ language }: Asked): Register => ({
    stem: language === 'fr' ? 'registre-sous-traitant' : 'processor-register',
    read: async () => processorWorkbook(await readProcessorRegister(deps, language), language),
  })
  return { controller, processor }
}

function pdfRoutes(deps: DisclosureDeps): Route[] {
  const { controller, processor } = registersOf(deps)
  const pdf = async ({ stem, read }: Register, language: Language) =>
    bookPdf({ book: await read(), stem, language }, deps.clock.now())
  return [
    defineDownload({
      ...disclosureApi['GET /v1/register/sheet.pdf'],
      needs: 'consent.read',
      summary: 'Download the register as a tagged PDF, with the rows of the spreadsheet',
      mediaType: pdfMediaType,
      perMinuteMax: pdfsPerMinute,
      handle: (caller, { query }) => {
        const language = query.language ?? caller.language
        return pdf(controller({ caller, language }), language)
      },
    }),
    defineDownload({
      ...disclosureApi['GET /v1/operator/register/sheet.pdf'],
      needs: 'installation.manage',
      summary: 'Download the register as processor as a tagged PDF',
      mediaType: pdfMediaType,
      perMinuteMax: pdfsPerMinute,
      handle: (caller, { query }) => {
        const language = query.language ?? caller.language
        return pdf(processor({ caller, language }), language)
      },
    }),
  ]
}

function sheetRoutes(deps: DisclosureDeps): Route[] {
  const registers = registersOf(deps)
  const controller = (kind: BookKind, asked: Asked) =>
    fileOf(kind, registers.controller(asked), asked)
  const processor = (kind: BookKind, asked: Asked) =>
    fileOf(kind, registers.processor(asked), asked)
  return [
    defineDownload({
      ...disclosureApi['GET /v1/register/sheet.ods'],
      needs: 'consent.read',
      summary: 'Download the register as a spreadsheet, with the CNIL’s own headings',
      mediaType: bookKinds.ods.mediaType,
      handle: (caller, { query }) =>
        controller('ods', { caller, language: query.language ?? caller.language }),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/register/sheet.csv'],
      needs: 'consent.read',
      summary: 'Download the register as CSV',
      mediaType: bookKinds.csv.mediaType,
      handle: (caller, { query }) =>
        controller('csv', { caller, language: query.language ?? caller.language }),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/register/sheet.html'],
      needs: 'consent.read',
      summary: 'Download the register as a page to print',
      mediaType: bookKinds.html.mediaType,
      handle: (caller, { query }) =>
        controller('html', { caller, language: query.language ?? caller.language }),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/operator/register/sheet.ods'],
      needs: 'installation.manage',
      summary: 'Download the register as processor as a spreadsheet',
      mediaType: bookKinds.ods.mediaType,
      handle: (caller, { query }) =>
        processor('ods', { caller, language: query.language ?? caller.language }),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/operator/register/sheet.csv'],
      needs: 'installation.manage',
      summary: 'Download the register as processor as CSV',
      mediaType: bookKinds.csv.mediaType,
      handle: (caller, { query }) =>
        processor('csv', { caller, language: query.language ?? caller.language }),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/operator/register/sheet.html'],
      needs: 'installation.manage',
      summary: 'Download the register as processor as a page to print',
      mediaType: bookKinds.html.mediaType,
      handle: (caller, { query }) =>
        processor('html', { caller, language: query.language ?? caller.language }),
    }),
  ]
}
