// The HTTP of legal bases for sensitive data and of its values; thin.
import { defineRoute, type Route } from '../http/index.ts'
import type { AccountId, Caller, ContactId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type * as shapes from './contract.ts'
import { sensitiveApi } from './contract-api.ts'
import type { SensitiveDeps } from './deps.ts'
import { sensitiveError, sensitiveErrorCodes } from './errors.ts'
import { basesView } from './legal-basis.ts'
import { listLegalBases } from './legal-basis-row.ts'
import { eraseValues, showValues } from './look-at-values.ts'
import { approveLegalBasis, endLegalBasis, recordLegalBasis } from './manage-legal-bases.ts'

async function viewOf(
  deps: SensitiveDeps,
  tx: Tx,
  accountId: AccountId,
  legalBasisId: string,
): Promise<shapes.SensitiveLegalBasisView> {
  const found = (await listLegalBases(deps, tx, accountId)).find(({ id }) => id === legalBasisId)
  if (found === undefined) throw sensitiveError('sensitive.legal_basis_not_found')
  return found
}

export function sensitiveRoutes(deps: SensitiveDeps): Route[] {
  return [...legalBasisRoutes(deps), ...valueRoutes(deps)]
}

function legalBasisRoutes(deps: SensitiveDeps): Route[] {
  const { database } = deps
  const inAccount = <T>({ accountId }: Caller, work: (tx: Tx) => Promise<T>) =>
    database.inAccount(accountId, work)
  return [
    defineRoute({
      ...sensitiveApi['GET /v1/sensitive-legal-bases'],
      needs: 'consent.read',
      summary: 'List the legal bases on which sensitive data may be kept, newest first',
      handle: (caller) =>
        inAccount(caller, async (tx) => ({
          items: await listLegalBases(deps, tx, caller.accountId),
          bases: basesView(),
        })),
    }),
    defineRoute({
      ...sensitiveApi['POST /v1/sensitive-legal-bases'],
      needs: 'sensitive.manage',
      summary: 'Record a legal basis of article 9 or 10 for one legal entity and one category',
      description:
        'It lets nothing in before another person has approved it. Explicit consent names the published words, which must name the category; a legal basis that is a law names the law.',
      errors: sensitiveErrorCodes,
      handle: (caller, { body }) =>
        inAccount(caller, async (tx) =>
          viewOf(deps, tx, caller.accountId, await recordLegalBasis(deps, tx, caller, body)),
        ),
    }),
    defineRoute({
      ...sensitiveApi['POST /v1/sensitive-legal-bases/{id}/approve'],
      needs: 'sensitive.approve',
      summary:
        'Approve a legal basis that somebody else recorded; from now on imports may rest on it',
      errors: sensitiveErrorCodes,
      handle: (caller, { params }) =>
        inAccount(caller, async (tx) => {
          await approveLegalBasis(deps, tx, caller, params.id)
          return viewOf(deps, tx, caller.accountId, params.id)
        }),
    }),
    defineRoute({
      ...sensitiveApi['POST /v1/sensitive-legal-bases/{id}/end'],
      needs: 'sensitive.manage',
      summary: 'End a legal basis: its key is destroyed at once, and what was kept on it is erased',
      errors: sensitiveErrorCodes,
      handle: (caller, { params, body }) =>
        inAccount(caller, async (tx) => {
          await endLegalBasis(deps, tx, caller, { legalBasisId: params.id, reason: body.reason })
          return viewOf(deps, tx, caller.accountId, params.id)
        }),
    }),
  ]
}

function valueRoutes(deps: SensitiveDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...sensitiveApi['POST /v1/contacts/{id}/sensitive/reveal'],
      needs: 'sensitive.reveal',
      summary: 'Show what is kept of a person under articles 9 and 10; the look is recorded',
      errors: ['sensitive.contact_not_found'],
      handle: (caller, { params, body }) => {
        const look = { contactId: params.id as ContactId, reason: body.reason }
        // The answer is written after the commit: a look that was not recorded shows nothing.
        return database.inAccount(caller.accountId, (tx) => showValues(deps, tx, caller, look))
      },
    }),
    defineRoute({
      ...sensitiveApi['POST /v1/contacts/{id}/sensitive/erase'],
      needs: 'sensitive.manage',
      summary: 'Erase what is kept of a person under articles 9 and 10; the contact stays',
      description:
        'Not while their data is restricted (GDPR, article 18): it is kept until the restriction is lifted, and whoever wants it erased asks for it (`POST /v1/person-requests/{id}/erase`).',
      errors: ['sensitive.contact_not_found', 'sensitive.data_restricted'],
      handle: async (caller, { params, body }) => {
        const asked = { contactId: params.id as ContactId, reason: body.reason }
        const values = await database.inAccount(caller.accountId, (tx) =>
          eraseValues(deps, tx, caller, asked),
        )
        return { values }
      },
    }),
  ]
}
