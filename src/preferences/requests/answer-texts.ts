// What an answer says before whoever answers changes it: the account's own words, or the program's.
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { requestAnswerWords } from '../../words/index.ts'
import { byOf } from '../act-for-person.ts'
import { type AnswerText, type RequestOutcome, requestOutcomes } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { chooseAnswerText, ownAnswerTexts } from './life-store.ts'

/** Proofs that outlive an erasure are opened for no search: whoever is told of one is told so. */
const searchedInVain: readonly RequestOutcome[] = ['nothing_held', 'only_suppressed']

export async function answerTextsOf(
  { consent }: Pick<PreferencesDeps, 'consent'>,
  tx: Tx,
  { accountId }: Caller,
): Promise<AnswerText[]> {
  const own = await ownAnswerTexts(tx, accountId)
  const holdsProofs = await consent.holdsProofs(tx, accountId)
  return requestOutcomes.flatMap((outcome) =>
    (['fr', 'en'] as const).map((language) => {
      const chosen = own.find((one) => one.outcome === outcome && one.language === language)
      const { texts, proofsUnsearched } = requestAnswerWords[language]
      const said = texts[outcome] ?? ''
      const isInVain = holdsProofs && searchedInVain.includes(outcome)
      const text = chosen?.text ?? (isInVain ? `${said} ${proofsUnsearched}` : said)
      return { outcome, language, text, isOwn: chosen !== undefined }
    }),
  )
}

export async function chooseText(
  deps: PreferencesDeps,
  caller: Caller,
  chosen: { outcome: RequestOutcome; language: 'fr' | 'en'; text: string | null },
): Promise<AnswerText[]> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const at = deps.clock.now()
    await chooseAnswerText(tx, caller.accountId, { ...chosen, at, by: byOf(caller) })
    const { outcome, language } = chosen
    const details = { outcome, language, isOwn: chosen.text !== null }
    await deps.audit.record(tx, caller, { action: 'preferences.answer_text_chosen', details })
    return answerTextsOf(deps, tx, caller)
  })
}
