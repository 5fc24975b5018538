// Puts the room together: its use cases over their store, vault, clock and ledger files.
import { assert, type Clock, type EntryId, type MakeId, type Randomness } from '../kernel/index.ts'
import { canonicalJson } from '../ledger/index.ts'
import type { Database } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import { recordAsking } from './ask-again.ts'
import { authorisationsOf, authorisedAmong } from './authorisation-store.ts'
import { gradeOfRank, rankOf } from './consent.ts'
import type { Consent } from './consent-door.ts'
import { kindOfEntry, subjectsWhoGave } from './entry-store.ts'
import { expireConsents } from './expire-consents.ts'
import { exportLedger } from './export-ledger.ts'
import { addFileRefusals, deleteFileRefusals } from './file-refusal-store.ts'
import { gateFacts, statesOf } from './gate-facts.ts'
import { groundsOfSubject, readSwitches, writeSwitches } from './ground-store.ts'
import { type Alarm, createGuard, type Guard } from './guard.ts'
import { watchAccount } from './guard-upkeep.ts'
import { destroyProofs, endHolds, letGo } from './hold-proofs.ts'
import { lockHold } from './hold-store.ts'
import { inForceRule, subjectsInForce } from './in-force-store.ts'
import { policyByDefault } from './judge-claim.ts'
import { isLedgerAhead } from './ledger-ahead.ts'
import { disclosuresOf, historyOf, proveConsent } from './prove-consent.ts'
import { createDraft, publishWording, reviewWording } from './publish-wording.ts'
import { readPublished } from './published-files.ts'
import { reconcile } from './reconcile.ts'
import { readReconciliation } from './reconcile-store.ts'
import { recordAuthorisation, withdrawAuthorisation } from './record-authorisation.ts'
import { recordConsent, recordConsents } from './record-consent.ts'
import { documentsOf, openDocument, recordWithDocument } from './record-document.ts'
import { groundOfKind, recordGround } from './record-ground.ts'
import { recordStop, recordStops, withdrawConsent } from './record-objection.ts'
import { refuseBulk } from './refuse-bulk.ts'
import { createSequencer } from './sequence.ts'
import { ledgerSigner } from './signing-key.ts'
import { findWordings, listWordings, readPolicy, writePolicy } from './store.ts'
import { consentHolder } from './subject-data.ts'
import { readSuppressions, suppressionsAtGate, suppressionsWhole } from './suppression-store.ts'
import { takeBackBulk } from './take-back.ts'
import { countWaiting, readTree } from './tree-store.ts'
import { actorOf, writeEntries } from './write-entries.ts'

export type ConsentDeps = {
  database: Database
  vault: Vault
  clock: Clock
  randomness: Randomness
  makeId: MakeId
  /** `ledger/<account>` lies in it. */
  dataFolder: string
  /** Names the installation in the ledgers' origin lines; kept by each ledger from its first entry. */
  originHost: string
  /** Told of each trace of somebody who changed the database without the keys. */
  alarm?: (alarm: Alarm) => void
}

type Deps = ConsentDeps & { guard: Guard }

export function createConsent(given: ConsentDeps): Consent {
  const guard = createGuard(given)
  const deps: Deps = { ...given, guard }
  const sequencer = createSequencer(deps)
  const proof = { vault: deps.vault, sequencer }
  const history: Consent['historyOf'] = (tx, accountId, subjectId) =>
    historyOf(proof, tx, accountId, subjectId)
  return {
    createDraft: (tx, caller, draft) => createDraft(deps, tx, caller, draft),
    reviewWording,
    publishWording: (tx, caller, wordingId) => publishWording(deps, tx, caller, wordingId),
    listWordings,
    findWording: async (tx, accountId, wordingId) =>
      (await findWordings(tx, accountId, [wordingId])).get(wordingId) ?? null,
    recordConsent: (tx, caller, input) => recordConsent(deps, tx, caller, input),
    recordConsents: (tx, caller, batch) => recordConsents(deps, tx, caller, batch),
    recordWithDocument: (tx, caller, input) => recordWithDocument(deps, tx, caller, input),
    recordGround: (tx, caller, input) => recordGround(deps, tx, caller, input),
    ...parentsOf(deps),
    ...groundsDoor(deps),
    documentsOf,
    openDocument: (tx, accountId, id) => openDocument(deps, tx, accountId, id),
    withdrawConsent: (tx, caller, input) => withdrawConsent(deps, tx, caller, input),
    takeBackBulk: (tx, caller, input) => takeBackBulk(deps, tx, caller, input),
    refuseBulk: (tx, caller, input) => refuseBulk(deps, tx, caller, input),
    addFileRefusals,
    deleteFileRefusals,
    subjectsWhoGave,
    recordStop: (tx, caller, input) => recordStop(deps, tx, caller, input),
    recordStops: (tx, caller, input) => recordStops(deps, tx, caller, input),
    gateFacts: (tx, ...asked) => gateFacts(guard, tx, ...asked),
    ...suppressionsDoor(deps),
    ...policyDoor(),
    ...holdsOf(deps),
    recordAsking: (tx, caller, asked) => recordAsking(deps, tx, caller, asked),
    expireConsents: (tx, caller) => expireConsents(deps, tx, caller),
    statesOf: (tx, ...asked) => statesOf(guard, tx, ...asked),
    inForceAmong: async (tx, accountId, subjects, at) =>
      new Set(await subjectsInForce(tx, subjects, await ruleOf(tx, accountId, at))),
    inForceRule: ruleOf,
    historyOf: history,
    disclosuresOf: (tx, accountId, subjects) => disclosuresOf(deps, tx, accountId, subjects),
    proveConsent: (tx, accountId, entryId) => proveConsent(proof, tx, accountId, entryId),
    recordEvent: async (tx, caller, { kind, keys, body }) => {
      const where = { accountId: caller.accountId, at: deps.clock.now() }
      const event = { kind, keys, purpose: '', channel: '', wordingSha256: null }
      const full = { ...event, body: { actor: actorOf(caller), details: canonicalJson(body) } }
      const written = await writeEntries(deps, tx, where, [full])
      return written[0] as EntryId
    },
    sequenceOnce: sequencer.sequenceOnce,
    isLedgerAhead: () => isLedgerAhead(deps),
    checkpoint: async (tx, accountId) => {
      const tree = await readTree(tx, accountId)
      const waiting = await countWaiting(tx, accountId)
      const signer = ledgerSigner(deps.vault.accountSigningSeed(accountId))
      const origin = tree?.origin ?? `${deps.originHost}/ledger/${accountId}`
      const ledger = await sequencer.filesOf(tx, accountId)
      const signed = await ledger?.files.checkpoint()
      const publicKey = signer.keyText(origin)
      return { origin, size: signed?.size ?? 0, text: signed?.text ?? null, publicKey, waiting }
    },
    ...watchOf(deps),
    exportLedger: (tx, accountId, options) => exportLedger(proof, tx, accountId, options),
    holder: consentHolder(guard, history),
  }
}

const ruleOf: Consent['inForceRule'] = async (tx, accountId, at) => {
  const policy = (await readPolicy(tx, accountId)) ?? policyByDefault
  return inForceRule(accountId, { minimumRank: policy.minimum_rank, at })
}

/** Who has objected, for whoever writes it down, for the gates and for screens. */
function suppressionsDoor({
  guard,
  database,
}: Deps): Pick<
  Consent,
  'suppressionsOf' | 'suppressionsAtGate' | 'suppressionsKnown' | 'suppressionsWhole'
> {
  return {
    suppressionsOf: (tx, ...asked) => readSuppressions(guard, tx, ...asked),
    suppressionsAtGate: (tx, ...asked) => suppressionsAtGate(guard, tx, ...asked),
    suppressionsKnown: (tx, ...asked) => guard.suppressions.standing(tx, ...asked),
    suppressionsWhole: (accountId) =>
      database.inAccount(accountId, (tx) => suppressionsWhole(guard, tx, accountId)),
  }
}

function groundsDoor({
  clock,
}: Deps): Pick<Consent, 'groundsOf' | 'switchedOn' | 'switchGrounds' | 'groundOfEntry'> {
  return {
    groundsOf: groundsOfSubject,
    switchedOn: readSwitches,
    switchGrounds: (tx, accountId, grounds) =>
      writeSwitches(tx, accountId, { grounds, at: clock.now() }),
    groundOfEntry: async (tx, accountId, entryId) =>
      groundOfKind(await kindOfEntry(tx, accountId, entryId)),
  }
}

/** What is public of the ledger, and whether the tables say what it says. */
function watchOf(
  deps: Deps,
): Pick<Consent, 'published' | 'watch' | 'reconcile' | 'reconciliation'> {
  return {
    published: (accountId, what) => readPublished(deps.dataFolder, accountId, what),
    watch: (...asked) => watchAccount(deps, ...asked),
    reconcile: (...asked) => reconcile(deps, ...asked),
    reconciliation: readReconciliation,
  }
}

/** Which evidence is enough, for how long, and how long its proof stays. */
function policyDoor(): Pick<Consent, 'setPolicy' | 'policyOf'> {
  return {
    setPolicy: async (tx, accountId, policy) => {
      // Whoever calls: what proves nothing is never enough.
      assert(rankOf(policy.minimumGrade) > 0, 'a policy asks for evidence that proves something')
      const held = (await readPolicy(tx, accountId)) ?? policyByDefault
      await writePolicy(tx, accountId, {
        minimum_rank: rankOf(policy.minimumGrade),
        valid_months: policy.validMonths,
        proof_months: policy.proofMonths ?? held.proof_months,
      })
    },
    policyOf: async (tx, accountId) => {
      const row = await readPolicy(tx, accountId)
      const held = row ?? policyByDefault
      return {
        minimumGrade: gradeOfRank(held.minimum_rank),
        validMonths: held.valid_months,
        proofMonths: held.proof_months,
        isDefault: row === null,
      }
    },
  }
}

/** Parents' words for those below the age of consent. */
function parentsOf(
  deps: Deps,
): Pick<
  Consent,
  'recordAuthorisation' | 'withdrawAuthorisation' | 'authorisationsOf' | 'authorisedAmong'
> {
  return {
    recordAuthorisation: (tx, caller, input) => recordAuthorisation(deps, tx, caller, input),
    withdrawAuthorisation: (tx, caller, asked) => withdrawAuthorisation(deps, tx, caller, asked),
    authorisationsOf,
    authorisedAmong,
  }
}

/** Proofs of people whose contact is gone. */
function holdsOf(deps: Deps): Pick<Consent, 'letGo' | 'endHolds' | 'endHold'> {
  return {
    letGo: (tx, accountId, subjects) => letGo(deps, tx, accountId, subjects),
    endHolds: (tx, accountId, limit) => endHolds(deps, tx, accountId, limit),
    endHold: async (tx, accountId, subjectId) => {
      if (!(await lockHold(tx, accountId, subjectId))) return false
      await destroyProofs(deps, tx, accountId, { subjects: [subjectId], at: deps.clock.now() })
      return true
    },
  }
}
