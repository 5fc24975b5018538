// The HTTP of parents' words for those below the age of consent; thin.
import { actOnNumber, type Contacts, type NumbersDeps } from '../../contacts/index.ts'
import { comesOfAge } from '../../countries/index.ts'
import { defineRoute, type Route } from '../../http/index.ts'
import type { Caller, ControllerId, E164, WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { TakenBack } from '../consent.ts'
import type * as shapes from '../contract.ts'
import { consentApi } from '../contract-api.ts'
import { consentError, consentErrors, refusalError } from '../errors.ts'
import { isoText } from '../ledger/write-entries.ts'
import { type FindPersonDeps, findPerson } from '../record/find-person.ts'
import type { Recording } from '../record/recording.ts'
import type { Objections } from '../revoke/objections.ts'
import type { AuthorisationRow } from '../store/authorisation-store.ts'

export type AuthorisationRoutesDeps = FindPersonDeps &
  NumbersDeps & {
    consent: Pick<Recording, 'recordAuthorisation'> & Pick<Objections, 'withdrawAuthorisation'>
    contacts: FindPersonDeps['contacts'] & Pick<Contacts, 'standingOf'>
    nothingLeaves(accountId: Caller['accountId'], number: E164, of: TakenBack): Promise<void>
  }

export const authorisationView = (row: AuthorisationRow) => ({
  controllerId: row.controller_id,
  purpose: row.purpose,
  relation: row.relation,
  since: isoText(row.since),
  validUntil: isoText(row.valid_until),
  wordingId: row.wording_id,
  documentId: row.document_id,
  entryId: row.entry_id,
})

async function recordOne(
  deps: AuthorisationRoutesDeps,
  tx: Tx,
  caller: Caller,
  body: ReturnType<typeof shapes.authorisationRequest.parse>,
) {
  const { accountId } = caller
  const { keys, contact } = await findPerson(deps, tx, accountId, body)
  const standing = await deps.contacts.standingOf(tx, accountId, [contact.subjectId])
  const birthDate = standing.get(contact.subjectId)?.birthDate ?? null
  const { contactId: _contact, number: _number, ...told } = body
  const done = await deps.consent.recordAuthorisation(tx, caller, {
    ...told,
    keys,
    controllerId: body.controllerId as ControllerId,
    wordingId: body.wordingId as WordingId,
    givenAt: Date.parse(body.givenAt),
    ofAgeAt: comesOfAge(birthDate, contact.country),
  })
  if (done.outcome === 'refused') throw refusalError(done.refusal)
  return { entryId: done.entryId, validUntil: isoText(done.validUntil) }
}

export function authorisationRoutes(deps: AuthorisationRoutesDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...consentApi['POST /v1/consents/authorisations'],
      needs: 'consent.record',
      summary: 'Record the word of a parent for a person below the age of consent',
      description:
        'Beside the person’s own consent, not in its place: in France both are asked for. It holds for one entity and one purpose, until the person is of age at the latest.',
      errors: consentErrors,
      handle: (caller, { body }) => {
        const asked = { where: 'authorisations.record', number: body.number }
        return actOnNumber(deps, caller, asked, () =>
          database.inAccount(caller.accountId, (tx) => recordOne(deps, tx, caller, body)),
        )
      },
    }),
    defineRoute({
      ...consentApi['POST /v1/consents/authorisations/withdraw'],
      needs: 'consent.record',
      summary: 'Take the word of a parent back, as they ask',
      errors: [
        'consent.contact_not_found',
        'consent.authorisation_not_found',
        'sending.still_leaving',
      ],
      handle: async (caller, { body }) => {
        const { accountId } = caller
        const about = { controllerId: body.controllerId as ControllerId, purpose: body.purpose }
        const where = { where: 'authorisations.withdraw', number: body.number }
        const { number, done } = await actOnNumber(deps, caller, where, () =>
          database.inAccount(accountId, async (tx) => {
            const { keys, number } = await findPerson(deps, tx, accountId, body)
            const asked = { ...about, keys, reason: body.reason }
            const done = await deps.consent.withdrawAuthorisation(tx, caller, asked)
            if (done === null) throw consentError('consent.authorisation_not_found')
            return { number, done }
          }),
        )
        // As with a withdrawal: answered when nothing more leaves on it.
        if (number !== null) await deps.nothingLeaves(accountId, number, about)
        return done
      },
    }),
  ]
}
