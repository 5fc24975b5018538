// The HTTP of impact assessments, of an account and of the installation; thin.
import { Readable } from 'node:stream'
import { registerHtml } from '../../disclosure/index.ts'
import type { PageQuery } from '../../http/contract.ts'
import {
  cursorPart,
  defineCursor,
  defineDownload,
  defineRoute,
  type Route,
} from '../../http/index.ts'
import type { Caller, Language } from '../../kernel/index.ts'
import {
  csvMediaType,
  csvOf,
  odsMediaType,
  odsOf,
  pdfFile,
  pdfMediaType,
} from '../../paper/index.ts'
import { accountabilityApi as api } from '../contract-api.ts'
import type { AccountabilityDeps, Scope } from '../deps.ts'
import { impactWorkbook } from './impact-sheets.ts'
import {
  answerImpact,
  type ImpactOf,
  listImpacts,
  listImpactVersions,
  planImpact,
  readImpact,
  readImpactVersion,
  validateImpact,
} from './manage-impact.ts'

const versionCursor = defineCursor('impact-versions', { id: cursorPart.uuid() })

const answering = [
  'accountability.question_unknown',
  'accountability.answer_unfit',
  'accountability.measure_unknown',
  'accountability.too_much_written',
] as const
const validating = [
  'accountability.assessment_incomplete',
  'accountability.too_much_written',
] as const
const planning = ['accountability.too_much_written'] as const

async function pageOfVersions(
  deps: AccountabilityDeps,
  of: ImpactOf,
  caller: Caller,
  { cursor, limit }: PageQuery,
) {
  const before = versionCursor.read(cursor)?.id ?? null
  const rows = await listImpactVersions(deps, of, caller, { before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const nextCursor = last === undefined ? null : versionCursor.write({ id: last.entryId })
  return { items: shown.map(({ entryId: _, ...version }) => version), nextCursor }
}

export function impactRoutes(deps: AccountabilityDeps): Route[] {
  return [...ofAccount(deps), ...ofInstallation(deps), ...sheetRoutes(deps), ...pdfRoutes(deps)]
}

const unknown = 'accountability.processing_not_found'
const ended = 'accountability.processing_ended'

const ofOne = ({ processing }: { processing?: string | undefined }): ImpactOf => ({
  processing: processing ?? null,
})

function ofAccount(deps: AccountabilityDeps): Route[] {
  return [
    defineRoute({
      ...api['GET /v1/impact-assessments'],
      needs: 'registers.manage',
      summary:
        'List the account’s assessments: of all processing, of each in the register, and of those that ended',
      handle: async (caller) => ({
        items: (await listImpacts(deps, caller)).map(
          ({ title: _title, changes: _changes, ...listed }) => listed,
        ),
      }),
    }),
    defineRoute({
      ...api['GET /v1/impact-assessment'],
      needs: 'registers.manage',
      summary: 'Show the impact assessment of the account as controller',
      description:
        'GDPR, article 35: the nine criteria, then the questions of CNIL’s method. Each answer is measured, declared or missing.',
      errors: [unknown],
      handle: (caller, { query }) => readImpact(deps, ofOne(query), caller),
    }),
    defineRoute({
      ...api['PUT /v1/impact-assessment/answers'],
      needs: 'registers.manage',
      summary: 'Answer one question or criterion; what was answered before is kept',
      errors: [unknown, ended, ...answering],
      handle: (caller, { query, body }) => answerImpact(deps, ofOne(query), caller, body),
    }),
    defineRoute({
      ...api['PUT /v1/impact-assessment/plan'],
      needs: 'registers.manage',
      summary: 'Write the action plan: what, by whom and by when',
      errors: [unknown, ...planning],
      handle: (caller, { query, body }) => planImpact(deps, ofOne(query), caller, body),
    }),
    defineRoute({
      ...api['POST /v1/impact-assessment/versions'],
      needs: 'registers.manage',
      summary: 'Validate the assessment as it stands; the version is kept',
      description: 'Refused while a mandatory answer is missing; the error says which.',
      errors: [unknown, ended, ...validating],
      handle: (caller, { query, body }) => validateImpact(deps, ofOne(query), caller, body),
    }),
    defineRoute({
      ...api['GET /v1/impact-assessment/versions'],
      needs: 'registers.manage',
      summary: 'List the versions that were validated, newest first',
      handle: (caller, { query }) => pageOfVersions(deps, ofOne(query), caller, query),
    }),
    defineRoute({
      ...api['GET /v1/impact-assessment/versions/{number}'],
      needs: 'registers.manage',
      summary: 'Show a version as it was validated, and what changed since the one before',
      errors: ['accountability.version_not_found'],
      handle: (caller, { params, query }) =>
        readImpactVersion(deps, ofOne(query), caller, params.number),
    }),
  ]
}

function ofInstallation(deps: AccountabilityDeps): Route[] {
  return [
    defineRoute({
      ...api['GET /v1/operator/impact-assessment'],
      needs: 'installation.manage',
      summary: 'Show the impact assessment of the installation as processor',
      handle: (caller) => readImpact(deps, 'installation', caller),
    }),
    defineRoute({
      ...api['PUT /v1/operator/impact-assessment/answers'],
      needs: 'installation.manage',
      summary: 'Answer one question or criterion of the installation’s assessment',
      errors: [...answering],
      handle: (caller, { body }) => answerImpact(deps, 'installation', caller, body),
    }),
    defineRoute({
      ...api['PUT /v1/operator/impact-assessment/plan'],
      needs: 'installation.manage',
      summary: 'Write the action plan of the installation’s assessment',
      errors: [...planning],
      handle: (caller, { body }) => planImpact(deps, 'installation', caller, body),
    }),
    defineRoute({
      ...api['POST /v1/operator/impact-assessment/versions'],
      needs: 'installation.manage',
      summary: 'Validate the installation’s assessment as it stands; the version is kept',
      errors: [...validating],
      handle: (caller, { body }) => validateImpact(deps, 'installation', caller, body),
    }),
    defineRoute({
      ...api['GET /v1/operator/impact-assessment/versions'],
      needs: 'installation.manage',
      summary: 'List the versions of the installation’s assessment, newest first',
      handle: (caller, { query }) => pageOfVersions(deps, 'installation', caller, query),
    }),
    defineRoute({
      ...api['GET /v1/operator/impact-assessment/versions/{number}'],
      needs: 'installation.manage',
      summary: 'Show a version of the installation’s assessment, and what changed in it',
      errors: ['accountability.version_not_found'],
      handle: (caller, { params }) =>
        readImpactVersion(deps, 'installation', caller, params.number),
    }),
  ]
}

const page = 'text/html; charset=utf-8'
type Form = 'html' | 'ods' | 'csv'
type SheetAsked = {
  query: { language?: Language | undefined; processing?: string | undefined }
}
const ofSheet = (scope: Scope, { query }: SheetAsked): ImpactOf =>
  scope === 'installation' ? scope : ofOne(query)

function sheetRoutes(deps: AccountabilityDeps): Route[] {
  const asFile = (scope: Scope, form: Form) => async (caller: Caller, asked: SheetAsked) => {
    const language = asked.query.language ?? caller.language
    const view = await readImpact(deps, ofSheet(scope, asked), caller, language)
    const workbook = impactWorkbook(view, language)
    const octets = {
      html: () => Buffer.from(registerHtml(workbook, language), 'utf8'),
      ods: () => Buffer.from(odsOf(workbook)),
      csv: () => Buffer.from(csvOf(workbook), 'utf8'),
    }[form]()
    return {
      fileName: `impact-assessment.${form}`,
      mediaType: { html: page, ods: odsMediaType, csv: csvMediaType }[form],
      stream: Readable.from([octets]),
    }
  }
  const own = { needs: 'registers.manage' } as const
  const staff = { needs: 'installation.manage' } as const
  return [
    defineDownload({
      ...{ ...api['GET /v1/impact-assessment/sheet.html'], ...own, mediaType: page },
      summary: 'Download the assessment as a page to print',
      handle: asFile('account', 'html'),
    }),
    defineDownload({
      ...{ ...api['GET /v1/impact-assessment/sheet.ods'], ...own, mediaType: odsMediaType },
      summary: 'Download the assessment as a spreadsheet',
      handle: asFile('account', 'ods'),
    }),
    defineDownload({
      ...{ ...api['GET /v1/impact-assessment/sheet.csv'], ...own, mediaType: csvMediaType },
      summary: 'Download the assessment as CSV',
      handle: asFile('account', 'csv'),
    }),
    defineDownload({
      ...{ ...api['GET /v1/operator/impact-assessment/sheet.html'], ...staff, mediaType: page },
      summary: 'Download the installation’s assessment as a page to print',
      handle: asFile('installation', 'html'),
    }),
    defineDownload({
      ...{ ...api['GET /v1/operator/impact-assessment/sheet.ods'], ...staff },
      mediaType: odsMediaType,
      summary: 'Download the installation’s assessment as a spreadsheet',
      handle: asFile('installation', 'ods'),
    }),
    defineDownload({
      ...{
        ...api['GET /v1/operator/impact-assessment/sheet.csv'],
        ...staff,
        mediaType: csvMediaType,
      },
      summary: 'Download the installation’s assessment as CSV',
      handle: asFile('installation', 'csv'),
    }),
  ]
}

/** A minute for each caller: a long paper takes the server a second or so. */
const pdfsPerMinute = 20

/** The rows of the other files, from the page to print. */
function pdfRoutes(deps: AccountabilityDeps): Route[] {
  const pdf = (scope: Scope) => async (caller: Caller, asked: SheetAsked) => {
    const language = asked.query.language ?? caller.language
    const view = await readImpact(deps, ofSheet(scope, asked), caller, language)
    const workbook = impactWorkbook(view, language)
    const how = { stem: 'impact-assessment', at: deps.clock.now() }
    return pdfFile(registerHtml(workbook, language), how)
  }
  const shared = { mediaType: pdfMediaType, perMinuteMax: pdfsPerMinute }
  return [
    defineDownload({
      ...{ ...api['GET /v1/impact-assessment/sheet.pdf'], ...shared },
      needs: 'registers.manage',
      summary: 'Download the assessment as a tagged PDF',
      handle: pdf('account'),
    }),
    defineDownload({
      ...{ ...api['GET /v1/operator/impact-assessment/sheet.pdf'], ...shared },
      needs: 'installation.manage',
      summary: 'Download the installation’s assessment as a tagged PDF',
      handle: pdf('installation'),
    }),
  ]
}
