// The HTTP of wordings, consents and objections; thin.
import type { Audit } from '../../audit/index.ts'
import { actOnNumber, type Contacts, lookAtNumbers } from '../../contacts/index.ts'
import { readNumber } from '../../countries/index.ts'
import { defineRoute, type Route } from '../../http/index.ts'
import type { AccountId, Caller, Clock, ControllerId, E164, WordingId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { type Evidence, evidenceGrades, type TakenBack } from '../consent.ts'
import * as shapes from '../contract.ts'
import { consentApi } from '../contract-api.ts'
import { consentError, consentErrors, refusalError } from '../errors.ts'
import type { ConsentGate } from '../gate/consent-gate.ts'
import { isoText } from '../ledger/write-entries.ts'
import type { ConsentLifecycle } from '../lifecycle/lifecycle.ts'
import { findPerson, isSandbox, readE164 } from '../record/find-person.ts'
import type { PersonConsents } from '../record/person-consents.ts'
import type { Recording } from '../record/recording.ts'
import type { Objections } from '../revoke/objections.ts'
import type { LegalBasisRow } from '../tables.ts'
import type { Wordings } from '../wording/wordings.ts'
import { authorisationRoutes, authorisationView } from './authorisation-routes.ts'
import { documentRoutes, documentView } from './document-routes.ts'
import { holdRoutes } from './hold-routes.ts'
import { legalBasisRoutes } from './legal-basis-routes.ts'
import { wordingRoutes } from './wording-routes.ts'

export type ConsentRoutesDeps = {
  database: Database
  consent: Wordings &
    Recording &
    PersonConsents &
    Objections &
    Pick<ConsentGate, 'suppressionsOf'> &
    Pick<ConsentLifecycle, 'endHold' | 'keptIfGone'>
  contacts: Pick<
    Contacts,
    'find' | 'findByNumber' | 'openContacts' | 'controller' | 'openToMarketing' | 'standingOf'
  >
  vault: Pick<Vault, 'openSubjects' | 'suppressionTag'>
  clock: Clock
  audit: Pick<Audit, 'record'>
  /** Resolves when nothing of this to the number waits, or is in an engine's hand. */
  nothingLeaves(accountId: AccountId, number: E164, of: TakenBack): Promise<void>
}

export function consentRoutes(deps: ConsentRoutesDeps): Route[] {
  return [
    ...wordingRoutes(deps),
    ...consentRecordRoutes(deps),
    ...documentRoutes(deps),
    ...legalBasisRoutes(deps),
    ...authorisationRoutes(deps),
    ...holdRoutes(deps),
    ...objectionRoutes(deps),
  ]
}

function evidenceOf(body: ReturnType<typeof shapes.evidenceBody.parse>): Evidence {
  const { givenAt, ...told } = body
  const kept = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  return { ...kept, givenAt: givenAt === null ? null : Date.parse(givenAt) } as Evidence
}

async function recordOne(
  deps: ConsentRoutesDeps,
  tx: Tx,
  caller: Caller,
  body: ReturnType<typeof shapes.consentRequest.parse>,
) {
  const { accountId } = caller
  const { keys, number, contact } = await findPerson(deps, tx, accountId, body)
  const evidence = evidenceOf(body.evidence)
  const done = await deps.consent.recordConsent(tx, caller, {
    keys,
    wordingId: body.wordingId as WordingId | null,
    controllerId: body.controllerId as ControllerId,
    channel: body.channel,
    purpose: body.purpose,
    evidence: number === null ? evidence : { ...evidence, number },
    // Over the API a grade is the caller's word: the server saw none of it.
    witness: 'declared',
    tag: number === null ? null : deps.vault.suppressionTag(accountId, number),
  })
  if (done.outcome === 'refused') throw refusalError(done.refusal, done.details)
  if (done.grade !== 'claimed' && body.channel === 'sms') {
    await deps.contacts.openToMarketing(tx, accountId, [contact.subjectId])
  }
  const { entryId, grade, liftedObjection } = done
  return { entryId, grade, liftedObjection }
}

function consentRecordRoutes(deps: ConsentRoutesDeps): Route[] {
  const { database, consent, clock } = deps
  return [
    defineRoute({
      ...consentApi['POST /v1/consents'],
      needs: 'consent.record',
      summary: 'Record that a person agreed, on which words, with which evidence',
      errors: consentErrors,
      handle: (caller, { body }) => {
        const asked = { where: 'consents.record', number: body.number }
        return actOnNumber(deps, caller, asked, () =>
          database.inAccount(caller.accountId, (tx) => recordOne(deps, tx, caller, body)),
        )
      },
    }),
    defineRoute({
      ...consentApi['GET /v1/consents'],
      needs: 'consent.read',
      summary: 'Show what a contact has agreed to, withdrawn and objected to',
      errors: ['consent.contact_not_found', 'consent.suppressions_unknown'],
      handle: ({ accountId }, { query }) =>
        database.inAccount(accountId, (tx) => consentsOf(deps, tx, accountId, query.contactId)),
    }),
    defineRoute({
      ...consentApi['POST /v1/consents/withdraw'],
      needs: 'consent.record',
      summary: 'Withdraw one consent, as the person asks',
      errors: ['consent.contact_not_found', 'consent.nothing_to_withdraw', 'sending.still_leaving'],
      handle: async (caller, { body }) => {
        const { accountId } = caller
        const about = { controllerId: body.controllerId as ControllerId, purpose: body.purpose }
        const where = { where: 'consents.withdraw', number: body.number }
        const { number, done } = await actOnNumber(deps, caller, where, () =>
          database.inAccount(accountId, async (tx) => {
            const { keys, number } = await findPerson(deps, tx, accountId, body)
            const { channel, reason } = body
            const tag = number === null ? null : deps.vault.suppressionTag(accountId, number)
            const asked = { ...about, keys, tag, channel, reason, at: clock.now() }
            const done = await consent.withdrawConsent(tx, caller, asked)
            if (done === null) throw consentError('consent.nothing_to_withdraw')
            return { number, done }
          }),
        )
        // As with a STOP: it stands from its commit on, and is answered when nothing more leaves.
        if (number !== null) await deps.nothingLeaves(accountId, number, about)
        return done
      },
    }),
  ]
}

const legalBasisView = (row: LegalBasisRow) => ({
  legalBasis: row.legal_basis,
  controllerId: row.controller_id,
  purpose: row.purpose,
  since: isoText(row.since),
  validUntil: isoText(row.valid_until),
  wordingId: row.wording_id,
  entryId: row.entry_id,
})

async function consentsOf(
  deps: ConsentRoutesDeps,
  tx: Tx,
  accountId: AccountId,
  contactId: string,
): Promise<shapes.ContactConsents> {
  const { keys, number } = await findPerson(deps, tx, accountId, { contactId })
  const { consent } = deps
  const states = await consent.statesOf(tx, accountId, keys.subjectId, deps.clock.now())
  const tag = number === null ? null : deps.vault.suppressionTag(accountId, number)
  const [suppression = null] = await consent.suppressionsOf(tx, accountId, [tag])
  const events = await consent.historyOf(tx, accountId, keys.subjectId)
  const documents = await consent.documentsOf(tx, accountId, keys.subjectId)
  const kept = await consent.keptIfGone(tx, accountId, keys.subjectId)
  const idOf = new Map(documents.map(({ sha256, id }) => [sha256, id]))
  return {
    states: states.map((state) => ({
      controllerId: state.controllerId,
      channel: state.channel,
      purpose: state.purpose,
      effective: state.consent.effective,
      why: state.consent.effective ? null : state.consent.why,
      since: isoText(state.since),
      validUntil: isoText(state.validUntil),
      wordingId: state.consent.effective ? state.consent.wordingId : null,
      entryId: state.consent.entryId,
    })),
    suppression,
    events: events.map(({ body, recordedAt, ...event }) => ({
      ...event,
      recordedAt: isoText(recordedAt),
      grade: evidenceGrades.find((grade) => grade === body?.['grade']) ?? null,
      documentId: idOf.get(String(body?.['scanSha256'] ?? '')) ?? null,
      heardBy: shapes.heardBys.find((how) => how === body?.['heardBy']) ?? null,
      handset: body?.['handset'] === 'sandbox' ? ('sandbox' as const) : null,
    })),
    documents: documents.map(documentView),
    legalBases: (await consent.legalBasesOf(tx, accountId, keys.subjectId)).map(legalBasisView),
    authorisations: (await consent.authorisationsOf(tx, accountId, keys.subjectId)).map(
      authorisationView,
    ),
    proofsIfErased: kept === null ? null : { until: isoText(kept.until), holds: [...kept.holds] },
  }
}

async function recordObjection(
  deps: ConsentRoutesDeps,
  tx: Tx,
  caller: Caller,
  body: ReturnType<typeof shapes.objectionRequest.parse>,
) {
  const { accountId } = caller
  const { vault, contacts, consent, clock } = deps
  const { number, reason } = await readE164(tx, accountId, body.number)
  if (number === null) throw consentError('consent.number_invalid', { reason: reason ?? '' })
  const contact = await contacts.findByNumber(tx, accountId, number)
  const subjects = contact === null ? [] : [contact.subjectId]
  const open = await vault.openSubjects(tx, accountId, subjects)
  const outcome = await consent.recordStop(tx, caller, {
    tag: vault.suppressionTag(accountId, number),
    keys: contact === null ? null : (open.get(contact.subjectId) ?? null),
    scope: body.scope,
    reason: body.reason,
    origin: body.origin,
    at: body.at === undefined ? clock.now() : Date.parse(body.at),
  })
  return { number, outcome }
}

function checkObjections(
  { database, consent, vault }: ConsentRoutesDeps,
  { accountId }: Caller,
  asked: readonly string[],
) {
  return database.inAccount(accountId, async (tx) => {
    const sandbox = await isSandbox(tx, accountId)
    const numbers = asked.map((text) => readNumber(text, { sandbox }).e164)
    const tags = numbers.map((number) =>
      number === null ? null : vault.suppressionTag(accountId, number),
    )
    const scopes = await consent.suppressionsOf(tx, accountId, tags)
    const items = scopes.map((suppression, index) => ({
      valid: numbers[index] !== null,
      suppression,
    }))
    return { items }
  })
}

function objectionRoutes(deps: ConsentRoutesDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...consentApi['POST /v1/objections'],
      needs: 'consent.record',
      summary: 'Record that a person objects: from now on the number is not contacted',
      errors: ['consent.number_invalid', 'sending.still_leaving', 'contacts.too_many_numbers'],
      handle: async (caller, { body }) => {
        const where = { where: 'objections.record', number: body.number }
        const { number, outcome } = await actOnNumber(
          deps,
          caller,
          where,
          () =>
            database.inAccount(caller.accountId, (tx) => recordObjection(deps, tx, caller, body)),
          ({ outcome }) => outcome.isNew,
        )
        // It stands from its commit on; what was gated just before is taken back or waited for.
        await deps.nothingLeaves(caller.accountId, number, { scope: body.scope })
        return outcome
      },
    }),
    defineRoute({
      ...consentApi['POST /v1/objections/check'],
      needs: 'consent.read',
      summary: 'Ask which of these numbers have objected',
      description:
        'Ten at once, and sixty an hour; more with the right `contacts.reveal`, since whoever may ask about any number needs no masking. Each question is in the log.',
      errors: ['contacts.too_many_numbers', 'consent.suppressions_unknown'],
      handle: (caller, { body }) => {
        const asked = { where: 'objections.check', numbers: body.numbers.length }
        return lookAtNumbers(deps, caller, asked, () => checkObjections(deps, caller, body.numbers))
      },
    }),
  ]
}
