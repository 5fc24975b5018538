// The HTTP of legal bases other than consent, recorded for one person. Thin.
import { accountOf } from '../../accounts/index.ts'
import { actOnNumber, type Contacts, type NumbersDeps } from '../../contacts/index.ts'
import { defineRoute, type Route } from '../../http/index.ts'
import type { Caller, ControllerId, WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type * as shapes from '../contract.ts'
import { consentApi } from '../contract-api.ts'
import { consentErrors, refusalError } from '../errors.ts'
import { isoText } from '../ledger/write-entries.ts'
import { type FindPersonDeps, findPerson } from '../record/find-person.ts'
import type { Recording } from '../record/recording.ts'

export type LegalBasisRoutesDeps = FindPersonDeps &
  NumbersDeps & {
    consent: Pick<Recording, 'recordLegalBasis'>
    contacts: FindPersonDeps['contacts'] & Pick<Contacts, 'openToMarketing'>
    vault: FindPersonDeps['vault'] & Pick<Vault, 'suppressionTag'>
  }

async function recordOne(
  deps: LegalBasisRoutesDeps,
  tx: Tx,
  caller: Caller,
  body: ReturnType<typeof shapes.legalBasisRequest.parse>,
) {
  const { accountId } = caller
  const { keys, number, contact } = await findPerson(deps, tx, accountId, body)
  const account = await accountOf(tx, accountId)
  const done = await deps.consent.recordLegalBasis(tx, caller, {
    ...body,
    keys,
    tag: number === null ? null : deps.vault.suppressionTag(accountId, number),
    countries: [account.country, contact.country],
    controllerId: body.controllerId as ControllerId,
    wordingId: body.wordingId as WordingId,
    since: Date.parse(body.since),
  })
  if (done.outcome === 'refused') throw refusalError(done.refusal)
  await deps.contacts.openToMarketing(tx, accountId, [contact.subjectId])
  return { entryId: done.entryId, validUntil: isoText(done.validUntil) }
}

export function legalBasisRoutes(deps: LegalBasisRoutesDeps): Route[] {
  return [
    defineRoute({
      ...consentApi['POST /v1/consents/legal-bases'],
      needs: 'consent.record',
      summary: 'Record that a person may be written to as an existing customer, or a professional',
      description:
        'Only where this legal basis is switched on, the rules of both countries allow it, and every condition is said to be met; for one entity and one purpose, for twelve months at most. It is no consent: any no ends it for good.',
      errors: consentErrors,
      handle: (caller, { body }) => {
        const asked = { where: 'legal_bases.record', number: body.number }
        return actOnNumber(deps, caller, asked, () =>
          deps.database.inAccount(caller.accountId, (tx) => recordOne(deps, tx, caller, body)),
        )
      },
    }),
  ]
}
