// The period of one kind of data: what it means, what goes tonight, and another one
// with its reason.
import { Stack, Text } from '@mantine/core'
import { periodReasonMin, type RetentionPeriodView } from '../../../retention/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { retentionWords } from '../../words/compliance/retention.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useChoosePeriod } from './queries.ts'
import { TermForm } from './term-section.tsx'

function Tonight({ period }: { period: RetentionPeriodView }) {
  const { language, words } = useLanguage()
  const w = own(words, retentionWords)
  const { kind, due, isMore, goesTonight, deletesFrom } = period
  const known = count(language, due)
  const counted = isMore ? fill(w.atLeast, { count: known }) : known
  if (goesTonight) return <Text>{fill(w.goes[kind], { count: counted })}</Text>
  return (
    <Text>
      {deletesFrom === null
        ? fill(w.notTold, { count: counted })
        : fill(w.due, { from: dateTime(language, deletesFrom), count: counted })}
    </Text>
  )
}

/** What was chosen before the installation set other bounds. */
function Bounded({ period }: { period: RetentionPeriodView }) {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  const { chosenMonths: chosen, months, shortest, longest } = period
  if (chosen === null || chosen === months) return null
  const told = { chosen: String(chosen), shortest: String(shortest), longest: String(longest) }
  return <Text size="sm">{fill(chosen > months ? w.cut : w.raised, told)}</Text>
}

export function PeriodSection({ period }: { period: RetentionPeriodView }) {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  const { kind, months, shortest, longest } = period
  const choose = useChoosePeriod(kind)
  return (
    <Section title={w.kinds[kind]} lead={w.means[kind]}>
      <Stack>
        <Tonight period={period} />
        <Bounded period={period} />
        <TermForm
          key={months}
          label={fill(w.months, { shortest: String(shortest), longest: String(longest) })}
          save={w.choose[kind]}
          term={months}
          min={shortest}
          max={longest}
          isOfRegister
          reasonMin={periodReasonMin}
          choosing={choose}
          onChoose={(chosen, reason) => choose.mutate({ months: chosen, reason })}
        />
      </Stack>
    </Section>
  )
}
