// How often the short links of a campaign's text were followed.
import { Table, Text } from '@mantine/core'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { useLinksOf } from '../links/queries.ts'
import { useCampaign } from './queries.ts'

export function ResultsLinks({ id: campaignId }: { id: string }) {
  const { language, words } = useLanguage()
  const w = words.links
  const links = useLinksOf(useCampaign(campaignId).data?.text ?? '')
  if (links.length === 0) return null
  return (
    <Section title={w.results} lead={w.resultsText}>
      <WideTable minWidth={640} spacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.leadsTo}</Table.Th>
            <Table.Th ta="right">{w.people}</Table.Th>
            <Table.Th ta="right">{w.machines}</Table.Th>
            <Table.Th ta="right">{w.unknown}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {links.map(({ id, target, shortUrl, clicks }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Text size="sm" className="accord-story">
                  {target}
                </Text>
                <Text size="xs" c="dimmed">
                  {shortUrl}
                </Text>
              </Table.Td>
              <Table.Td ta="right" className="accord-figures">
                {count(language, clicks.people)}
              </Table.Td>
              <Table.Td ta="right" className="accord-figures">
                {count(language, clicks.machines)}
              </Table.Td>
              <Table.Td ta="right" className="accord-figures">
                {count(language, clicks.unknown)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}
