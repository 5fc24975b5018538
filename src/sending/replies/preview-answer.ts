// How an answer from the inbox would leave: judged as one that is sent, and written nowhere.
import { type Caller, isoTimeOrNull, type Language } from '../../kernel/index.ts'
import { planSegments } from '../../wire/index.ts'
import { sentence } from '../../words/index.ts'
import { type ReadDeps, readRequests } from '../accept/read-requests.ts'
import {
  type AnswerPreview,
  type AnswerPreviewRequest,
  dearCharactersMax,
} from '../contract-inbox.ts'
import { type AssessDeps, type Assessed, assessPeople } from '../gate/assess-people.ts'
import type { Verdict } from '../gate/gate.ts'
import { Plans } from '../gate/send-order.ts'
import { endOfHold } from '../refusals.ts'
import { goneMeanwhile, requestOf, type WhomDeps, whomToAnswer } from './answer-person.ts'

export type PreviewAnswerDeps = WhomDeps & ReadDeps & AssessDeps

/** Ends the transaction without its rows: who is not among the contacts is made by reading. */
class Judged extends Error {
  readonly assessed: Assessed
  constructor(assessed: Assessed) {
    super('judged, and not kept')
    this.assessed = assessed
  }
}

export async function previewAnswer(
  deps: PreviewAnswerDeps,
  caller: Caller,
  input: AnswerPreviewRequest & { id: string },
): Promise<AnswerPreview> {
  try {
    return await deps.database.inAccount(
      caller.accountId,
      async (tx) => {
        const { accountId } = caller
        const at = deps.clock.now()
        const whom = await whomToAnswer(deps, tx, accountId, input.id)
        const asked = { caller, request: requestOf(input, whom), hidden: null }
        const meanwhile = async () => undefined
        const [reading] = await readRequests(deps, tx, { accountId, group: [asked], at, meanwhile })
        if (reading instanceof Error) goneMeanwhile(reading)
        const cases = reading === undefined ? [] : [reading]
        const [assessed] = await assessPeople(deps, tx, { cases, at, plans: new Plans() })
        throw assessed === undefined ? new Error('one case has one answer') : new Judged(assessed)
      },
      { byIndex: true },
    )
  } catch (error) {
    if (error instanceof Judged) return viewOf(error.assessed, caller.language)
    throw error
  }
}

function viewOf(assessed: Assessed, language: Language): AnswerPreview {
  const { plan, text, gate, microEur } = assessed
  const cut = planSegments(text, plan.route?.concatenation ?? 'udh8', plan.route?.shiftTables)
  const { verdict } = gate
  const dear = new Set(cut.offendingCharacters.map(({ character }) => character))
  return {
    text,
    sender: plan.terms.sender,
    encoding: cut.encoding,
    units: cut.units,
    segments: cut.segments,
    dearCharacters: [...dear].slice(0, dearCharactersMax),
    costMicroEur: verdict.kind === 'refused' ? 0 : microEur,
    ...told(verdict, language),
  }
}

function told(
  verdict: Verdict,
  language: Language,
): Pick<AnswerPreview, 'verdict' | 'refusal' | 'hold' | 'sentence'> {
  const refusal = verdict.kind === 'refused' ? verdict.refusal : null
  const hold =
    verdict.kind === 'held'
      ? { reason: verdict.hold, until: isoTimeOrNull(endOfHold(verdict.hold, verdict.until)) }
      : null
  const why = refusal ?? hold?.reason ?? null
  return {
    verdict: verdict.kind,
    refusal,
    hold,
    sentence: why === null ? null : sentence(language, `sending.${why}`),
  }
}
