// What one message of a recurring send costs: how many people it reaches is decided on each day.
import { Text } from '@mantine/core'
import { count, euros } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { recurringEditorWords } from '../../words/sending/recurring-editor.ts'
import { usePrices } from '../campaigns/queries.ts'
import { useCountedText } from '../campaigns/use-counted-text.ts'
import type { Draft } from './draft.ts'

export function CostOfOne({ draft }: { draft: Draft }) {
  const { language, words } = useLanguage()
  const w = own(words, recurringEditorWords)
  const { plan } = useCountedText(draft.text, draft.class)
  const prices = usePrices().data?.items ?? []
  const price =
    prices.find(({ country }) => country === 'FR') ?? prices.find(({ country }) => country === '*')
  const facts = {
    segments: count(language, plan.segments),
    cost: price === undefined ? '–' : euros(language, plan.segments * price.microEur),
  }
  const isEmpty = draft.text.trim() === ''
  return (
    <Section title={words.compose.bill}>
      <Text size="sm" role="status">
        {isEmpty ? w.costLacks : fill(plan.segments === 1 ? w.costOfOne : w.costOfMore, facts)}
      </Text>
      {isEmpty ? null : (
        <Text size="sm" c="dimmed">
          {w.costOfDay}
        </Text>
      )}
    </Section>
  )
}
