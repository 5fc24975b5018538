// What stays past its period, of people who asked that their data only be kept: how much, and why.
import { List, Text } from '@mantine/core'
import type { RetentionRestricted } from '../../../retention/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { retentionWords } from '../../words/compliance/retention.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

/** Nothing where nobody asked for it. */
export function RestrictedSection({ people, spared }: RetentionRestricted) {
  const { language, words } = useLanguage()
  const w = own(words, retentionWords)
  if (people === 0) return null
  return (
    <Section title={w.restrictedTitle} lead={w.restrictedLead}>
      <Text>{fill(w.restrictedPeople, { count: count(language, people) })}</Text>
      {spared.length === 0 ? (
        <Text>{w.restrictedNone}</Text>
      ) : (
        <List>
          {spared.map((one) => (
            <List.Item key={one.kind}>
              {fill(w.spared[one.kind], { count: count(language, one.count) })}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}
