// Records a legal basis other than consent for one person, if enabled, allowed and complete.

import type { CountryCode } from '../../countries/index.ts'
import type { AccountId, Caller, ControllerId, EntryId, WordingId } from '../../kernel/index.ts'
import { canonicalJson } from '../../ledger/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'
import type { Purpose } from '../consent.ts'
import { scopeCovers } from '../consent.ts'
import { policyByDefault } from '../consent-dates.ts'
import type { ConsentRefusal, LegalBasisRefusal } from '../contract.ts'
import { actorOf, isoText, writeEntries } from '../ledger/write-entries.ts'
import { judgeLegalBasis, type LegalBasisConditions, legalBasisEnds } from '../legal-basis.ts'
import { fileRefusals } from '../store/file-refusal-store.ts'
import { holdPerson } from '../store/hold-people.ts'
import { lockLegalBases, readSwitches, upsertLegalBasis } from '../store/legal-basis-store.ts'
import { findWordings, readFacts, readPolicy } from '../store/store.ts'
import { withdrawnAmong } from '../store/withdrawn-store.ts'
import { judgeWording } from './judge-claim.ts'
import type { RecordDeps } from './record-consent.ts'

export type LegalBasisInput = LegalBasisConditions & {
  keys: SubjectKeys
  tag: Uint8Array | null
  /** The account's own, and the person's. */
  countries: readonly CountryCode[]
  controllerId: ControllerId
  purpose: Purpose
  /** The words by which a refusal was offered. */
  wordingId: WordingId
  source: string
}

export type LegalBasisOutcome =
  | { outcome: 'recorded'; entryId: EntryId; validUntil: number }
  | { outcome: 'refused'; refusal: LegalBasisRefusal | ConsentRefusal }

export async function recordLegalBasis(
  deps: RecordDeps,
  tx: Tx,
  caller: Caller,
  input: LegalBasisInput,
): Promise<LegalBasisOutcome> {
  const { accountId } = caller
  const { controllerId, purpose, wordingId, keys, since, legalBasis } = input
  const at = deps.clock.now()
  const months = ((await readPolicy(tx, accountId)) ?? policyByDefault).valid_months
  const isOn = (await readSwitches(tx, accountId)).includes(legalBasis)
  const judged = judgeLegalBasis(input, { isOn, countries: input.countries, months, at })
  if (judged !== null) return { outcome: 'refused', refusal: judged }
  const wording = (await findWordings(tx, accountId, [wordingId])).get(wordingId)
  const unsound = judgeWording(wording, { controllerId, channel: 'sms', purpose })
  if (unsound !== null) return { outcome: 'refused', refusal: unsound }
  await holdPerson(deps, tx, accountId, keys.subjectId)
  await lockLegalBases(tx, accountId, 'record')
  if (await hasSaidNo(deps, tx, accountId, input)) {
    return { outcome: 'refused', refusal: 'objection_stands' }
  }
  const event = {
    kind: `ground.${legalBasis}` as const,
    purpose,
    channel: 'sms',
    wordingSha256: wording?.sha256 ?? null,
    keys,
    body: {
      actor: actorOf(caller),
      controller: controllerId,
      givenAt: isoText(since),
      source: input.source,
      details: canonicalJson({
        collectedFromPerson: input.collectedFromPerson,
        ownSimilarProducts: input.ownSimilarProducts,
        reference: input.reference,
        refusalOffered: input.refusalOffered,
      }),
    },
  }
  const [entryId] = await writeEntries(deps, tx, { accountId, at }, [event])
  const validUntil = legalBasisEnds(since, months)
  await upsertLegalBasis(deps.guard, tx, accountId, {
    subject_id: keys.subjectId,
    controller_id: controllerId,
    purpose,
    legal_basis: legalBasis,
    since,
    valid_until: validUntil,
    wording_id: wordingId,
    entry_id: entryId as EntryId,
  })
  return { outcome: 'recorded', entryId: entryId as EntryId, validUntil }
}

/** No sale brings back who has refused: only their own consent does. */
async function hasSaidNo(
  { guard }: Pick<RecordDeps, 'guard'>,
  tx: Tx,
  accountId: AccountId,
  { keys, tag, controllerId, purpose }: LegalBasisInput,
): Promise<boolean> {
  const key = { controllerId, channel: 'sms' as const, purpose }
  const people = { subjects: [keys.subjectId], tags: [tag] }
  const { held, scopes } = await readFacts(guard, tx, accountId, people, key)
  const withdrawn = await withdrawnAmong(tx, accountId, [tag], key)
  const scope = scopes[0] ?? null
  if (scope !== null && scopeCovers(scope, 'marketing')) return true
  if (withdrawn.size > 0 || held[0]?.state === 'withdrawn') return true
  // Of somebody who had agreed to nothing only the file that told their no knows of it.
  return held[0] == null && (await fileRefusals(tx, accountId, [keys.subjectId], key)).size > 0
}
