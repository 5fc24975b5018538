// The HTTP of an account's own register of breaches; thin.
import { defineDownload, defineRoute, type Route } from '../../http/index.ts'
import { disclosureApi } from '../contract-api.ts'
import type { DisclosureDeps } from '../deps.ts'
import { accountBreaches, viewOwnBreach } from './account-view.ts'
import { countsPerMinute } from './demands.ts'
import { letterFile, letterMediaType, lettersPerMinute } from './letter-file.ts'
import {
  changeOwnBreach,
  issuedOwnLetter,
  issueOwnLetter,
  judgeBreach,
  measureOwnBreach,
  recordOwnBreach,
  takeOwnStep,
  takeOwnStepBack,
} from './manage-account-breach.ts'

const writing = [
  'disclosure.breach_not_found',
  'disclosure.breach_closed',
  'disclosure.breach_too_long',
] as const
const rewriting = [...writing, 'disclosure.breach_stale', 'disclosure.breach_after_step'] as const
const telling = [...writing, 'disclosure.breach_incomplete'] as const

export const accountBreachRoutes = (deps: DisclosureDeps): Route[] => [
  ...recordRoutes(deps),
  ...actRoutes(deps),
  ...letterRoutes(deps),
]

function recordRoutes(deps: DisclosureDeps): Route[] {
  return [
    defineRoute({
      ...disclosureApi['GET /v1/account-breaches'],
      needs: 'registers.manage',
      summary: 'List the breaches of which the account was told, and those that it recorded',
      handle: (caller, { query }) => accountBreaches(deps, caller, query),
    }),
    defineRoute({
      ...disclosureApi['POST /v1/account-breaches'],
      needs: 'registers.manage',
      summary: 'Record a breach of the account’s own, such as an export sent to a wrong address',
      description:
        'GDPR, article 33(5). The clock runs from `discoveredAt`. Whoever runs the installation does not see it.',
      perMinuteMax: countsPerMinute,
      errors: ['disclosure.breach_later', 'disclosure.breaches_too_many'],
      handle: (caller, { body }) => recordOwnBreach(deps, caller, body),
    }),
    defineRoute({
      ...disclosureApi['GET /v1/account-breaches/{id}'],
      needs: 'registers.manage',
      summary: 'Show a breach as the account knows it, with its own figures and its own clock',
      description: 'A controller’s time begins when its processor tells it (GDPR, article 33).',
      errors: ['disclosure.breach_not_found'],
      handle: (caller, { params: { id } }) => viewOwnBreach(deps, caller, id),
    }),
    defineRoute({
      ...disclosureApi['PUT /v1/account-breaches/{id}'],
      needs: 'registers.manage',
      summary: 'Write anew a record of the account’s own; what stood there before is kept',
      errors: [...rewriting, 'disclosure.breach_later', 'disclosure.breach_not_own'],
      handle: (caller, { params: { id }, body }) => changeOwnBreach(deps, caller, id, body),
    }),
    defineRoute({
      ...disclosureApi['PUT /v1/account-breaches/{id}/judgement'],
      needs: 'registers.manage',
      summary: 'Write what the account judges: effects, measures, risk, and whom it does not tell',
      errors: [...rewriting, 'disclosure.breach_known_outside'],
      handle: (caller, { params: { id }, body }) => judgeBreach(deps, caller, id, body),
    }),
  ]
}

function actRoutes(deps: DisclosureDeps): Route[] {
  return [
    defineRoute({
      ...disclosureApi['POST /v1/account-breaches/{id}/measure'],
      needs: 'registers.manage',
      summary: 'Fill the fields anew from what the account holds now',
      description: 'Rows are counted once a minute; the rest is read each time.',
      perMinuteMax: countsPerMinute,
      errors: [...writing],
      handle: (caller, { params: { id } }) => measureOwnBreach(deps, caller, id),
    }),
    defineRoute({
      ...disclosureApi['POST /v1/account-breaches/{id}/steps'],
      needs: 'registers.manage',
      summary: 'Note that the account notified its authority or told people; close; reopen',
      description: 'Refused while the record lacks a part that the law asks for.',
      errors: [...telling, 'disclosure.breach_step_later', 'disclosure.breach_step_before'],
      handle: (caller, { params: { id }, body }) => takeOwnStep(deps, caller, id, body),
    }),
    defineRoute({
      ...disclosureApi['POST /v1/account-breaches/{id}/steps/{stepId}/take-back'],
      needs: 'registers.manage',
      summary:
        'Take back that the authority was notified or people were told; the history keeps it',
      description: 'The step counts no more: the clock runs again.',
      errors: [...writing, 'disclosure.breach_step_kept'],
      handle: (caller, { params, body }) => takeOwnStepBack(deps, caller, params, body),
    }),
  ]
}

function letterRoutes(deps: DisclosureDeps): Route[] {
  return [
    defineRoute({
      ...disclosureApi['POST /v1/account-breaches/{id}/letters'],
      needs: 'registers.manage',
      summary: 'Issue the account’s letter to its authority or to people; it is kept as issued',
      description: 'Refused while it lacks a part; the error says which.',
      errors: [...telling],
      handle: (caller, { params: { id }, body }) => issueOwnLetter(deps, caller, id, body),
    }),
    defineDownload({
      ...disclosureApi['GET /v1/account-breaches/{id}/letters/{letterId}'],
      needs: 'registers.manage',
      summary: 'Download a letter of the account as it was issued: a page, or a tagged PDF',
      mediaType: letterMediaType,
      perMinuteMax: lettersPerMinute,
      errors: ['disclosure.breach_not_found'],
      handle: async (caller, { params, query: { form } }) => {
        const html = await issuedOwnLetter(deps, caller, params)
        return letterFile(form, html, deps.clock.now())
      },
    }),
  ]
}
