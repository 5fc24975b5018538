// The HTTP of what is enough for marketing, and of consents that run out. Thin.
import { accountOf, type RecordDeed } from '../../accounts/index.ts'
import { defineRoute, type Route } from '../../http/index.ts'
import type { AccountId, Clock } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import * as shapes from '../contract.ts'
import { consentApi } from '../contract-api.ts'
import { refusalError } from '../errors.ts'
import { countriesAllow } from '../legal-basis.ts'
import type { AccountPolicy } from '../lifecycle/account-policy.ts'
import { type AskAgainDeps, askAgain } from '../lifecycle/ask-again.ts'
import { sectorPolicies } from '../lifecycle/policy.ts'
import { countExpiring } from '../store/expiry-store.ts'

export type PolicyRoutesDeps = AskAgainDeps & {
  database: Database
  consent: AccountPolicy & AskAgainDeps['consent']
  clock: Clock
  record: RecordDeed
}

/** What the rules of the account's own country leave to its choice. */
async function legalBasesPossible(tx: Tx, accountId: AccountId): Promise<shapes.OtherLegalBasis[]> {
  const { country } = await accountOf(tx, accountId)
  return shapes.otherLegalBases.filter((legalBasis) => countriesAllow(legalBasis, [country]))
}

const dayMs = 86_400_000

export function consentPolicyRoutes(deps: PolicyRoutesDeps): Route[] {
  const { database, consent, record } = deps
  const view = async (tx: Tx, accountId: AccountId) => ({
    ...(await consent.policyOf(tx, accountId)),
    legalBases: await consent.switchedOn(tx, accountId),
    legalBasesPossible: await legalBasesPossible(tx, accountId),
    sectors: shapes.sectors.map((sector) => ({ sector, ...sectorPolicies[sector] })),
  })
  return [
    defineRoute({
      ...consentApi['GET /v1/consent-policy'],
      needs: 'consent.read',
      summary:
        'Show which evidence is enough for marketing, for how long, and what each sector asks',
      handle: ({ accountId }) => database.inAccount(accountId, (tx) => view(tx, accountId)),
    }),
    defineRoute({
      ...consentApi['PUT /v1/consent-policy'],
      needs: 'account.manage',
      summary: 'Choose which evidence is enough for marketing, and for how long',
      description:
        'It counts from the next message on, for consents recorded before as well; how long they count stays as it was.',
      handle: (caller, { body }) =>
        database.inAccount(caller.accountId, async (tx) => {
          await consent.setPolicy(tx, caller.accountId, body)
          const chosen = await view(tx, caller.accountId)
          const { minimumGrade, validMonths, proofMonths } = chosen
          const details = { minimumGrade, validMonths, proofMonths }
          await record(tx, caller, { action: 'consent.policy_chosen', details })
          return chosen
        }),
    }),
    defineRoute({
      ...consentApi['PUT /v1/consent-policy/legal-bases'],
      needs: 'account.manage',
      summary: 'Switch legal bases other than consent on or off, with a reason',
      description:
        'All are off to begin with, and only those that the rules of the account’s country leave open can be switched on. Switched off, they stop counting with the next message.',
      errors: ['consent.legal_basis_not_in_country'],
      handle: (caller, { body }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const { accountId } = caller
          const possible = await legalBasesPossible(tx, accountId)
          if (body.legalBases.some((legalBasis) => !possible.includes(legalBasis))) {
            throw refusalError('legal_basis_not_in_country')
          }
          await consent.switchLegalBases(tx, accountId, body.legalBases)
          const details = { legalBases: body.legalBases.join(' ') }
          const { reason } = body
          await record(tx, caller, { action: 'consent.legal_bases_switched', details, reason })
          return view(tx, accountId)
        }),
    }),
    expiringRoute(deps),
    askAgainRoute(deps),
  ]
}

function expiringRoute({ database, clock }: PolicyRoutesDeps): Route {
  return defineRoute({
    ...consentApi['GET /v1/consents/expiring'],
    needs: 'consent.read',
    summary: 'Count the consents that have run out, and those that will within some days',
    handle: ({ accountId }, { query }) =>
      database.inAccount(accountId, async (tx) => {
        const at = clock.now()
        const items = await countExpiring(tx, accountId, {
          at,
          before: at + query.days * dayMs,
        })
        return { items }
      }),
  })
}

function askAgainRoute(deps: PolicyRoutesDeps): Route {
  return defineRoute({
    ...consentApi['POST /v1/consents/expiring/list'],
    needs: 'contacts.write',
    summary: 'Make the list of those whose consent ends soon, to ask each of them once more',
    description:
      'The asking is written into the ledger, so that nobody is asked twice in a cycle. The message itself is a campaign to this list: it is marketing, and passes the gate while the consent still counts. Whose consent has run out cannot be asked by SMS any more.',
    errors: ['consent.controller_not_found'],
    handle: (caller, { body }) =>
      deps.database.inAccount(caller.accountId, (tx) => askAgain(deps, tx, caller, body)),
  })
}
