// Who fits the rules that are written, by status: counted as they change, or by a button.
import { Button, List, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { SegmentRules } from '../../../contacts/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { type Fitting, isSealed, useFitting } from './queries.ts'

function Counted(props: { fitting: Fitting }) {
  const { language, words } = useLanguage()
  const w = words.segments
  const { people, looked, statuses, isWhole } = props.fitting
  return (
    <Stack gap="xs" role="status">
      <Text>
        {w.fit}{' '}
        <Text span fw={700} size="xl" className="accord-figures">
          {count(language, people)}
        </Text>
      </Text>
      {isWhole ? null : (
        <Text size="sm">{fill(w.counting, { looked: count(language, looked) })}</Text>
      )}
      <List size="sm" spacing={4} listStyleType="none">
        {statuses.map(({ status, people: of }) => (
          <List.Item key={status} className="accord-figures">
            {fill(words.people.lists.counted, {
              status: words.people.statuses[status],
              people: count(language, of),
            })}
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}

/** Opening sealed values is recorded: it happens when somebody asks, and not as they type. */
export function FittingPanel(props: { rules: SegmentRules | null }) {
  const { words } = useLanguage()
  const w = words.segments
  const [settled] = useDebouncedValue(props.rules, 600)
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const text = JSON.stringify(settled)
  const opensValues = isSealed(settled)
  const mayCount = settled !== null && (!opensValues || askedFor === text)
  const { fitting, isCounting, error, again } = useFitting(mayCount ? settled : null)
  return (
    <Section title={w.count} lead={w.countLead}>
      {settled === null ? <Text size="sm">{w.completeFirst}</Text> : null}
      {opensValues && !mayCount ? (
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{w.countSealed}</Text>
          <Button variant="default" onClick={() => setAskedFor(text)}>
            {w.countNow}
          </Button>
        </Stack>
      ) : null}
      {error ? <Failed error={error} retry={again} /> : null}
      {fitting === null && isCounting ? <Text size="sm">{w.countingBegins}</Text> : null}
      {fitting === null || !mayCount ? null : <Counted fitting={fitting} />}
    </Section>
  )
}
