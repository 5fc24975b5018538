// Legal bases for sensitive data: recorded, approved by another person, ended.
import { Stack } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { LegalBasisCard } from './legal-basis-card.tsx'
import { LegalBasisForm } from './legal-basis-form.tsx'
import { useLegalBases } from './queries.ts'

export function SensitiveLegalBasesScreen() {
  const { words } = useLanguage()
  const w = words.sensitive
  const legalBases = useLegalBases()
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={legalBases}>
        {({ items, ...known }) => (
          <Stack>
            {items.length === 0 ? <Empty title={w.empty} text={w.emptyText} /> : null}
            {items.map((legalBasis) => (
              <LegalBasisCard key={legalBasis.id} legalBasis={legalBasis} />
            ))}
            <LegalBasisForm known={known} />
          </Stack>
        )}
      </Answer>
    </Page>
  )
}
