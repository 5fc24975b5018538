// How often the short links of a campaign's text were followed.
import { Text } from '@mantine/core'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { useLinksOf } from '../links/queries.ts'
import { useCampaign } from './queries.ts'

export function ResultsLinks({ id: campaignId }: { id: string }) {
  const { language, words } = useLanguage()
  const w = words.links
  const links = useLinksOf(useCampaign(campaignId).data?.text ?? '')
  if (links.length === 0) return null
  return (
    <Section title={w.results} lead={w.resultsText}>
      <StackedTable
        minWidth={640}
        spacing="sm"
        columns={[
          w.leadsTo,
          { figures: w.people },
          { figures: w.machines },
          { figures: w.unknown },
        ]}
      >
        {links.map(({ id, target, shortUrl, clicks }) => (
          <StackedRow key={id}>
            <StackedCell leads>
              <Text size="sm" className="accord-story">
                {target}
              </Text>
              <Text size="xs" c="dimmed">
                {shortUrl}
              </Text>
            </StackedCell>
            <StackedCell label={w.people} isFigure className="accord-figures">
              {count(language, clicks.people)}
            </StackedCell>
            <StackedCell label={w.machines} isFigure className="accord-figures">
              {count(language, clicks.machines)}
            </StackedCell>
            <StackedCell label={w.unknown} isFigure className="accord-figures">
              {count(language, clicks.unknown)}
            </StackedCell>
          </StackedRow>
        ))}
      </StackedTable>
    </Section>
  )
}
