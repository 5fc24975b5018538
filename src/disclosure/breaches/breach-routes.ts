// The HTTP of the register of breaches; thin.
import {
  cursorPart,
  defineCursor,
  defineDownload,
  defineRoute,
  type Route,
} from '../../http/index.ts'
import { disclosureApi } from '../contract-api.ts'
import type { DisclosureDeps } from '../deps.ts'
import { listBreaches } from './breach-store.ts'
import { countsPerMinute } from './demands.ts'
import { letterFile, letterMediaType, lettersPerMinute } from './letter-file.ts'
import {
  changeBreach,
  issuedLetter,
  issueLetter,
  measureBreach,
  recordBreach,
  takeStep,
  takeStepBack,
  tellAccounts,
} from './manage-breach.ts'
import { breachOf, itemOf } from './record.ts'
import { viewBreach } from './view-breach.ts'

const breachCursor = defineCursor('breaches', { number: cursorPart.integer() })
const incomplete = ['disclosure.breach_not_found', 'disclosure.breach_incomplete'] as const
const writing = [...incomplete, 'disclosure.breach_closed', 'disclosure.breach_too_long'] as const
const recording = ['disclosure.breach_account_unknown', 'disclosure.breach_later'] as const

export function breachRoutes(deps: DisclosureDeps): Route[] {
  return [...recordRoutes(deps), ...actRoutes(deps), ...letterRoutes(deps)]
}

function recordRoutes(deps: DisclosureDeps): Route[] {
  const { database, vault } = deps
  return [
    defineRoute({
      ...disclosureApi['GET /v1/breaches'],
      needs: 'installation.manage',
      summary: 'List the breaches in the register, newest first',
      handle: (_caller, { query: { cursor, limit } }) =>
        database.inInstallation(async (tx) => {
          const before = breachCursor.read(cursor)?.number ?? null
          const rows = await listBreaches(tx, { before, limit: limit + 1 })
          const items = rows.slice(0, limit).map((row) => itemOf(breachOf(vault, row)))
          const last = rows.length > limit ? items.at(-1) : undefined
          const nextCursor = last === undefined ? null : breachCursor.write({ number: last.number })
          return { items, nextCursor }
        }),
    }),
    defineRoute({
      ...disclosureApi['POST /v1/breaches'],
      needs: 'installation.manage',
      summary: 'Record a personal data breach; its fields are filled from the database',
      description: 'GDPR, article 33(5). The clock of article 33(1) runs from `discoveredAt`.',
      perMinuteMax: countsPerMinute,
      errors: [...recording],
      handle: (caller, { body }) => recordBreach(deps, caller, body),
    }),
    defineRoute({
      ...disclosureApi['GET /v1/breaches/{id}'],
      needs: 'installation.manage',
      summary: 'Show a breach: its clock, its fields, what its letters lack, its history',
      errors: ['disclosure.breach_not_found'],
      handle: (caller, { params: { id } }) => viewBreach(deps, caller, id),
    }),
    defineRoute({
      ...disclosureApi['PUT /v1/breaches/{id}'],
      needs: 'installation.manage',
      summary: 'Write the record anew; what stood there before is kept',
      errors: [...writing, ...recording, 'disclosure.breach_stale', 'disclosure.breach_after_step'],
      handle: (caller, { params: { id }, body }) => changeBreach(deps, caller, id, body),
    }),
  ]
}

function actRoutes(deps: DisclosureDeps): Route[] {
  return [
    defineRoute({
      ...disclosureApi['POST /v1/breaches/{id}/measure'],
      needs: 'installation.manage',
      summary: 'Fill the fields anew from what the accounts hold now',
      description: 'Rows are counted once a minute; the rest is read each time.',
      perMinuteMax: countsPerMinute,
      errors: [...writing],
      handle: (caller, { params: { id } }) => measureBreach(deps, caller, id),
    }),
    defineRoute({
      ...disclosureApi['POST /v1/breaches/{id}/steps'],
      needs: 'installation.manage',
      summary: 'Note that the authority was notified or people were told; close; reopen',
      description: 'Refused while the record lacks a part that the law asks for.',
      errors: [...writing, 'disclosure.breach_step_later', 'disclosure.breach_step_before'],
      handle: (caller, { params: { id }, body }) => takeStep(deps, caller, id, body),
    }),
    defineRoute({
      ...disclosureApi['POST /v1/breaches/{id}/steps/{stepId}/take-back'],
      needs: 'installation.manage',
      summary:
        'Take back that the authority was notified or people were told; the history keeps it',
      description: 'The step counts no more: the clock runs again.',
      errors: [...writing, 'disclosure.breach_step_kept'],
      handle: (caller, { params, body }) => takeStepBack(deps, caller, params, body),
    }),
    defineRoute({
      ...disclosureApi['POST /v1/breaches/{id}/notices'],
      needs: 'installation.manage',
      summary: 'Tell the accounts concerned, each of its own data (GDPR, article 33(2))',
      errors: [...writing],
      handle: (caller, { params: { id } }) => tellAccounts(deps, caller, id),
    }),
  ]
}

function letterRoutes(deps: DisclosureDeps): Route[] {
  return [
    defineRoute({
      ...disclosureApi['POST /v1/breaches/{id}/letters'],
      needs: 'installation.manage',
      summary: 'Issue the letter to the authority or to people; it is kept as issued',
      description: 'Refused while it lacks a part; the error says which.',
      errors: [...writing],
      handle: (caller, { params: { id }, body }) => issueLetter(deps, caller, id, body),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/breaches/{id}/letters/{letterId}'],
      needs: 'installation.manage',
      summary: 'Download a letter as it was issued: a page to print, or a tagged PDF',
      mediaType: letterMediaType,
      perMinuteMax: lettersPerMinute,
      errors: ['disclosure.breach_not_found'],
      handle: async (_caller, { params: { id, letterId }, query: { form } }) => {
        const html = await issuedLetter(deps, id, letterId)
        return letterFile(form, html, deps.clock.now())
      },
    }),
  ]
}
