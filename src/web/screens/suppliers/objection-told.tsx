// Where an objection stands: what was answered, until when there is an answer, what goes nowhere.
import { Stack, Text } from '@mantine/core'
import type { OwnObjection } from '../../../governance/contract.ts'
import { date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { objectionWords } from '../../words/compliance/objections.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

export function ObjectionTold({ objection }: { objection: OwnObjection }) {
  const { language, words } = useLanguage()
  const w = own(words, objectionWords)
  const on = (iso: string | null) => (iso === null ? '' : date(language, iso))
  const { state, answerBy, answers } = objection
  const isPutOff = state === 'answered' && answerBy !== null
  const stands = fill(isPutOff ? w.again : w.states[state], { date: on(answerBy) })
  return (
    <Stack gap={2}>
      {answers.map(({ outcome, until, reason, at }) => (
        <Text key={at} size="sm" className="accord-story">
          {fill(w.outcomes[outcome], { date: on(at), until: on(until), reason: reason ?? '' })}
        </Text>
      ))}
      {state === 'answered' && !isPutOff ? null : <Text size="sm">{stands}</Text>}
      <Barred objection={objection} />
    </Stack>
  )
}

/** Said where an answer bars; where none has come, the state says it. */
function Barred({ objection }: { objection: OwnObjection }) {
  const { language, words } = useLanguage()
  const w = own(words, objectionWords)
  const { state, isBarred, barredFrom, barredUntil } = objection
  if (state !== 'answered' || barredFrom === null) return null
  // Over, once its end has come; until then it is to come, or holds.
  if (!isBarred && barredUntil !== null && Date.parse(barredUntil) <= Date.now()) return null
  const from = fill(w.barredFrom, { date: date(language, barredFrom) })
  const until =
    barredUntil === null ? '' : fill(w.barredUntil, { date: date(language, barredUntil) })
  return (
    <Text size="sm" fw={600}>
      {`${isBarred ? w.barredNow : from} ${until}`.trim()}
    </Text>
  )
}
