// Where an objection stands: what was answered, until when there is an answer, what goes nowhere.
import { Stack, Text } from '@mantine/core'
import { isForATime, type OwnObjection } from '../../../governance/contract.ts'
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
  const last = answers.at(-1)?.outcome
  const again = last !== undefined && isForATime(last) ? w.again[last] : null
  const isAgain = state === 'answered' && answerBy !== null && again !== null
  const over = state === 'blocked' && last === 'may_end' ? w.stayed : w.states[state]
  const stands = fill(isAgain ? again : over, { date: on(answerBy) })
  return (
    <Stack gap={2}>
      {answers.map(({ outcome, until, reason, at }) => (
        <Text key={at} size="sm" className="accord-story">
          {fill(w.outcomes[outcome], { date: on(at), until: on(until), reason: reason ?? '' })}
        </Text>
      ))}
      {state === 'answered' && !isAgain ? null : <Text size="sm">{stands}</Text>}
      <Barred objection={objection} />
    </Stack>
  )
}

/** Said where an answer bars; where none has come, the state says it. */
function Barred({ objection }: { objection: OwnObjection }) {
  const { language, words } = useLanguage()
  const w = own(words, objectionWords)
  const { state, isBarred, barredFrom } = objection
  if (state !== 'answered' || barredFrom === null) return null
  return (
    <Text size="sm" fw={600}>
      {isBarred ? w.barredNow : fill(w.barredFrom, { date: date(language, barredFrom) })}
    </Text>
  )
}
