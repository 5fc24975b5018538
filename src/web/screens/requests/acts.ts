// What may be done with a request as it stands, the most likely first.
import { type RequestView, refusedOutcomes } from '../../../preferences/contract.ts'
import type { requestWords } from '../../words/requests/requests.ts'

export type Act = keyof (typeof requestWords)['en']['acts']

const mainActs: Readonly<Record<RequestView['kind'], readonly Act[]>> = {
  access: ['prepare'],
  portability: ['prepare'],
  rectification: ['correct'],
  erasure: ['erase'],
  restriction: ['restrict'],
  objection: [],
  complaint: [],
}
/** Nothing of the person's is changed before it is sure who asks. */
const needsIdentity: readonly Act[] = ['correct', 'erase', 'restrict']

export function actsOf(request: RequestView): Act[] {
  const { kind, answeredAt, identity, isIdentified, identifiedAt, extendedAt, isOverdue } = request
  if (answeredAt !== null) {
    if (kind === 'restriction' && request.isRestricted) return ['lift']
    // Their page asks for a sign that no e-mail can give: they call, and staff identify them.
    const waits = request.answerFile === 'ready' && identity === 'second' && !isIdentified
    return waits ? ['identified'] : []
  }
  if (request.whoAsks === 'no_contact') return actsForNobody(request)
  const isUnsure = !isIdentified
  // Whoever said it by a link is not asked by a link again; nor is who may have the number now.
  const mayHaveChanged = request.identityWhy === 'number_changed_hands'
  const byLink: Act[] = isUnsure && identifiedAt === null && !mayHaveChanged ? ['identity'] : []
  const asks: Act[] = isUnsure ? [...byLink, 'identified'] : []
  const main = mainActs[kind].filter((act) => !isUnsure || !needsIdentity.includes(act))
  const first: Act[] =
    kind === 'complaint' && request.acknowledgedAt === null ? ['acknowledge'] : []
  const mayExtend = kind !== 'complaint' && extendedAt === null && !isOverdue
  return [...first, ...main, ...asks, 'answer', ...(mayExtend ? (['extend'] as const) : [])]
}

/** Nobody is there to correct or erase: they are found, asked for more, or answered. */
function actsForNobody(request: RequestView): Act[] {
  const { kind, acknowledgedAt, pausedAt, extendedAt, isOverdue } = request
  const first: Act[] = kind === 'complaint' && acknowledgedAt === null ? ['acknowledge'] : []
  const mayAsk = pausedAt === null && kind !== 'complaint' && !isOverdue
  const asks: Act[] = mayAsk ? ['askDetails', 'addDetails'] : ['addDetails']
  const mayExtend = kind !== 'complaint' && extendedAt === null && !isOverdue
  return [...first, 'answer', ...asks, ...(mayExtend ? (['extend'] as const) : [])]
}

/** What only its own act brings about is not offered as an answer. */
const byItsAct: readonly string[] = ['erased', 'restricted', 'stopped']
export const maySay = (outcome: string): boolean => !byItsAct.includes(outcome)
export const isRefusal = (outcome: string): boolean =>
  (refusedOutcomes as readonly string[]).includes(outcome)
