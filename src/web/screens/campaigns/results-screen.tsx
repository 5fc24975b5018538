// What became of one campaign: its figures, what each means, over time, why,
// and beside one's last ones.
import { Alert, Anchor, Button, ScrollArea, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { Link, useParams } from 'react-router'
import type { CampaignResults } from '../../../campaigns/contract-api.ts'
import { count, date, dateTime, euros } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { repliesTo } from '../../paths-of-figures.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { detailsDeletedWords } from '../../words/compliance/details-deleted.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { resultsWords } from '../../words/results.ts'
import { WriteAgain } from '../segments/write-again.tsx'
import { CampaignBadge } from './campaign-badge.tsx'
import { places, ResultsChart } from './results-chart.tsx'
import { ResultsLinks } from './results-links.tsx'
import { useResultFile, useResults } from './results-queries.ts'
import { ResultsReplies } from './results-replies.tsx'
import {
  GroupsTable,
  groupAsked,
  messagesBehind,
  NotArrivedTable,
  PastTable,
  PlacesTables,
  RefusedTable,
} from './results-tables.tsx'

type Shown = { results: CampaignResults }

function Files({ results }: Shown) {
  const { words } = useLanguage()
  const w = own(words, resultsWords)
  const file = useResultFile(results.id)
  const deletedAt = results.breakdown?.detailsDeletedAt ?? null
  const state = useAllowed(
    'messages.read',
    file.isPending,
    deletedAt === null ? null : own(words, detailsDeletedWords).gone,
  )
  const paper = useAllowed('campaigns.read', file.isPending)
  return (
    <Stack gap="xs" className="accord-no-print">
      <SimpleGrid cols={{ base: 1, xs: 3 }} w="fit-content">
        <ActionButton
          label={w.csv}
          variant="default"
          state={state}
          onPress={() => file.mutate('csv')}
        />
        <ActionButton
          label={w.xlsx}
          variant="default"
          state={state}
          onPress={() => file.mutate('xlsx')}
        />
        <ActionButton
          label={w.pdf}
          variant="default"
          state={paper}
          onPress={() => file.mutate('pdf')}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {w.fileHint}
      </Text>
      {file.error ? <Failed error={file.error} /> : null}
    </Stack>
  )
}

function Figures({ results }: Shown) {
  const { language, words } = useLanguage()
  const w = own(words, resultsWords)
  const { groups, replies, breakdown } = results
  const of = (name: string) => groups.find(({ group }) => group === name)?.messages ?? 0
  const shown = (value: number, to: string | null) => ({
    value: count(language, value),
    to: value === 0 ? null : to,
  })
  const ended = (group: keyof typeof groupAsked) =>
    shown(of(group), messagesBehind(results, groupAsked[group]))
  const charged = messagesBehind(results, { group: 'charged' })
  const counted = breakdown === null ? null : shown(breakdown.parts, charged)
  const cost = breakdown === null ? '…' : euros(language, breakdown.costMicroEur)
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }}>
      <Figure label={w.delivered} {...ended('delivered')} strong />
      <Figure label={w.failed} {...ended('failed')} />
      <Figure label={w.refused} {...ended('refused')} />
      <Figure label={w.names.underway} {...ended('underway')} />
      <Figure
        label={w.stops}
        {...shown(replies.peopleWhoStopped, repliesTo(results.id, 'stopped'))}
      />
      <Figure label={w.replies} {...shown(replies.total, repliesTo(results.id))} />
      <Figure label={w.parts} value={counted?.value ?? '…'} to={counted?.to ?? null} />
      <Figure label={w.cost} value={cost} to={counted?.to ?? null} />
    </SimpleGrid>
  )
}

function stepText(steps: { minutes: string; hours: string; days: string }, seconds: number) {
  if (seconds < 3_600) return fill(steps.minutes, { count: String(seconds / 60) })
  if (seconds < 86_400) return fill(steps.hours, { count: String(seconds / 3_600) })
  return fill(steps.days, { count: String(seconds / 86_400) })
}

function TimesTable({ breakdown }: { breakdown: NonNullable<CampaignResults['breakdown']> }) {
  const { language, words } = useLanguage()
  const w = own(words, resultsWords)
  return (
    <ScrollArea.Autosize
      className="accord-times"
      type="auto"
      offsetScrollbars="present"
      viewportProps={{ tabIndex: 0 }}
    >
      <Table aria-label={w.overTime}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.time}</Table.Th>
            {places.map((place) => (
              <Table.Th key={place} ta="right">
                {w.names[place]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {breakdown.times.map((step) => (
            <Table.Tr key={step.at}>
              <Table.Td>{dateTime(language, step.at)}</Table.Td>
              {places.map((place) => (
                <Table.Td key={place} ta="right" className="accord-figures">
                  {count(language, step[place])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

function OverTime({ results }: Shown) {
  const { language, words } = useLanguage()
  const w = own(words, resultsWords)
  const { breakdown } = results
  if (breakdown === null) {
    return (
      <Section title={w.overTime}>
        <Text role="status">{w.counting}</Text>
      </Section>
    )
  }
  const when = dateTime(language, breakdown.countedAt)
  if (breakdown.times.length === 0) {
    return (
      <Section title={w.overTime}>
        <Text c="dimmed">{w.noneEnded}</Text>
      </Section>
    )
  }
  const step = stepText(w.steps, breakdown.stepSeconds)
  return (
    <Section title={w.overTime} lead={fill(w.overTimeText, { step })}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <ResultsChart times={breakdown.times} stepSeconds={breakdown.stepSeconds} />
        <TimesTable breakdown={breakdown} />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {fill(breakdown.isCurrent ? w.countedAt : w.countedAgain, { when })}
      </Text>
    </Section>
  )
}

/** The figures are those that were counted before; the messages themselves cannot be listed. */
function DetailsDeleted({ results }: Shown) {
  const { language, words } = useLanguage()
  const at = results.breakdown?.detailsDeletedAt ?? null
  if (at === null) return null
  return (
    <Alert color="blue">
      {fill(own(words, detailsDeletedWords).told, { date: date(language, at) })}
    </Alert>
  )
}

function Told({ results }: Shown) {
  const { words } = useLanguage()
  const w = own(words, resultsWords)
  if (results.counts.accepted === 0) return <Empty title={w.nothing} text={w.nothingText} />
  return (
    <>
      <DetailsDeleted results={results} />
      <Figures results={results} />
      <GroupsTable results={results} />
      <OverTime results={results} />
      <NotArrivedTable results={results} />
      <RefusedTable results={results} />
      <ResultsLinks id={results.id} />
      <ResultsReplies results={results} />
      <WriteAgain results={results} />
      <PlacesTables results={results} />
      <PastTable results={results} />
      <Files results={results} />
    </>
  )
}

export function CampaignResultsScreen() {
  const { words } = useLanguage()
  const { id = '' } = useParams()
  const results = useResults(id)
  return (
    <Answer query={results} title={words.navigation.campaigns}>
      {(data) => (
        <Page
          title={data.name}
          lead={own(words, resultsWords).lead}
          actions={
            <>
              <CampaignBadge campaign={{ state: data.state }} />
              <Button variant="default" onClick={() => window.print()}>
                {words.compose.print}
              </Button>
              <Anchor component={Link} to={paths.campaign(id)}>
                {own(words, resultsWords).back}
              </Anchor>
            </>
          }
        >
          <Told results={data} />
        </Page>
      )}
    </Answer>
  )
}
