// What happened to a request, as steps that the person reads; what was said is under their key.
import type { AccountId, Instant, MakeId, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys } from '../../vault/index.ts'
import type { StepKind } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { insertStep, type Step, type Told } from './life-store.ts'

export type ToldStep = Omit<Step, 'textSealed'> & { text: string | null }

/** The person themselves, on their page. */
export const byPerson = 'person'

const place = (rowId: string) => ({
  table: 'preferences.request_step',
  column: 'text_sealed',
  rowId,
})

export const sealStep = (
  { vault }: Pick<PreferencesDeps, 'vault'>,
  accountId: AccountId,
  keys: SubjectKeys,
  { id, text }: { id: string; text: string },
): Buffer => vault.sealContact(keys, accountId, place(id), Buffer.from(text, 'utf8'))

type Deps = Pick<PreferencesDeps, 'vault'> & { makeId: MakeId }

export async function recordStep(
  deps: Deps,
  tx: Tx,
  accountId: AccountId,
  step: {
    request: { id: string; subjectId: SubjectId }
    kind: StepKind
    at: Instant
    by: string
    /** With whose keys the text is sealed; without them none is kept. */
    said?: { text: string; keys: SubjectKeys } | null
    /** What became of telling the person; absent: nobody is told of it apart. */
    told?: Told
  },
): Promise<string> {
  const { request, kind, at, by, said = null, told = null } = step
  const id = deps.makeId()
  const textSealed =
    said === null ? null : sealStep(deps, accountId, said.keys, { id, text: said.text })
  const { id: requestId, subjectId } = request
  await insertStep(tx, accountId, { id, requestId, subjectId, kind, at, by, textSealed, told })
  return id
}

export function toldStep(
  { vault }: Pick<PreferencesDeps, 'vault'>,
  accountId: AccountId,
  keys: SubjectKeys | null,
  { textSealed, ...step }: Step,
): ToldStep {
  if (textSealed === null || keys === null || !hasKey(keys.contactKey)) {
    return { ...step, text: null }
  }
  const plain = vault.openContact(keys, accountId, place(step.id), textSealed)
  return { ...step, text: plain.toString('utf8') }
}
