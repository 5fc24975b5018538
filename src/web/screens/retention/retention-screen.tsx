// How long each kind of data stays, what goes tonight, what the nights deleted, and what stays.
import { Alert, Stack, Text } from '@mantine/core'
import type { RetentionPage } from '../../../retention/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { retentionWords } from '../../words/compliance/retention.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { BoundsSection } from './bounds-section.tsx'
import { NightsSection } from './nights-section.tsx'
import { PeriodSection } from './period-section.tsx'
import { useRetentionPage } from './queries.ts'
import { RestrictedSection } from './restricted-section.tsx'
import { RetentionSection } from './retention-section.tsx'
import { TextRetentionSection } from './text-retention-section.tsx'

function Stays({ stays }: Pick<RetentionPage, 'stays'>) {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  return (
    <Section title={w.stays}>
      <Stack gap="sm">
        {stays.map(({ what, why }) => (
          <div key={what}>
            <Text fw={600}>{what}</Text>
            <Text size="sm">{why}</Text>
          </div>
        ))}
      </Stack>
    </Section>
  )
}

function Found({ page }: { page: RetentionPage }) {
  const { language, words } = useLanguage()
  const w = own(words, retentionWords)
  return (
    <Stack>
      {page.isApplied ? null : (
        <Alert color="orange" title={w.notApplied}>
          {w.notAppliedText}
        </Alert>
      )}
      <Text>{fill(w.tonightAt, { at: dateTime(language, page.nextNight) })}</Text>
      {page.periods.map((period) => (
        <PeriodSection key={period.kind} period={period} />
      ))}
      <RetentionSection />
      <TextRetentionSection />
      <RestrictedSection {...page.restricted} />
      <NightsSection last={page.lastNights} />
      <Stays stays={page.stays} />
    </Stack>
  )
}

export function RetentionScreen() {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  const page = useRetentionPage()
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={page}>{(found) => <Found page={found} />}</Answer>
      <BoundsSection />
    </Page>
  )
}
