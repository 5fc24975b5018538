// The security check of the installation: gaps first, each with what was measured and what to do.
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CheckResult, CheckupView, CheckView } from '../../../checkup/contract.ts'
import { call } from '../../data/client.ts'
import { count, date, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { fill } from '../../words/fill.ts'
import { StaffPage } from './staff-page.tsx'

const meaningOf: Record<CheckResult, Meaning> = { gap: 'refused', unknown: 'waits', fine: 'good' }
const results = ['gap', 'unknown', 'fine'] as const

const checkupKey = ['checkup'] as const

function useRun() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call('POST /v1/checkup', { body: {} }),
    onSuccess: (found) => queries.setQueryData([...checkupKey, 'last'], found),
  })
}

function References({ check }: { check: CheckView }) {
  const { words } = useLanguage()
  const told = check.references.map(({ source, number, title }) =>
    fill(words.checkup.sources[source], { number, title }),
  )
  return (
    <Text size="xs" c="dimmed">
      {told.join(' · ')}
    </Text>
  )
}

function Finding({ check }: { check: CheckView }) {
  const { words } = useLanguage()
  const w = words.checkup
  return (
    <Stack gap={4} component="article" aria-label={check.title}>
      <Group gap="sm" align="center">
        <StatusBadge meaning={meaningOf[check.result]}>{w.results[check.result]}</StatusBadge>
        <Title order={3} size="sm">
          {check.title}
        </Title>
        <Text size="xs" c="dimmed">
          {w.groups[check.group]}
        </Text>
      </Group>
      <Text size="sm" className="accord-measure accord-story">
        {check.evidence}
      </Text>
      {check.toDo === null ? null : (
        <Text size="sm" className="accord-measure">
          <b>{w.toDo}</b> {check.toDo}
        </Text>
      )}
      <References check={check} />
    </Stack>
  )
}

function Findings({ found, result }: { found: CheckupView; result: CheckResult }) {
  const { language, words } = useLanguage()
  const w = words.checkup
  const own = found.checks.filter((one) => one.result === result)
  if (own.length === 0 && result !== 'gap') return null
  return (
    <Section title={`${w.titles[result]} (${count(language, own.length)})`}>
      {own.length === 0 ? <Text role="status">{w.noGaps}</Text> : null}
      {own.map((check) => (
        <Finding key={check.name} check={check} />
      ))}
    </Section>
  )
}

/** Read anew for each result: the first one of a day adds its row. */
function History({ after }: { after: string }) {
  const { language, words } = useLanguage()
  const w = words.checkup
  const days = useQuery({
    queryKey: [...checkupKey, 'days', after],
    queryFn: () => call('GET /v1/checkup/days', { query: { days: 30 } }),
  })
  return (
    <Section title={w.history} lead={w.historyLead}>
      <Answer query={days}>
        {({ items }) => (
          <StackedTable
            minWidth={560}
            columns={[w.day, w.gaps, { figures: w.unknown }, { figures: w.fine }]}
          >
            {items.map(({ day, at, gaps, unknown, fine }) => (
              <StackedRow key={day}>
                <StackedCell leads>{date(language, at)}</StackedCell>
                <StackedCell label={w.gaps}>
                  {gaps.length === 0 ? w.none : gaps.join(' · ')}
                </StackedCell>
                <StackedCell label={w.unknown} isFigure>
                  {count(language, unknown)}
                </StackedCell>
                <StackedCell label={w.fine} isFigure>
                  {count(language, fine)}
                </StackedCell>
              </StackedRow>
            ))}
          </StackedTable>
        )}
      </Answer>
    </Section>
  )
}

function Found() {
  const { language, words } = useLanguage()
  const w = words.checkup
  const last = useQuery({
    queryKey: [...checkupKey, 'last'],
    queryFn: () => call('GET /v1/checkup'),
  })
  return (
    <Answer query={last}>
      {(found) => (
        <>
          <Text size="sm" c="dimmed" role="status">
            {fill(w.measured, { at: dateTime(language, found.at) })}
          </Text>
          {results.map((result) => (
            <Findings key={result} found={found} result={result} />
          ))}
          <Text size="xs" c="dimmed" className="accord-measure">
            {w.guides}
          </Text>
          <History after={found.at} />
        </>
      )}
    </Answer>
  )
}

/** What whoever may not manage the installation never asks. */
function Actions({ run }: { run: ReturnType<typeof useRun> }) {
  const { words } = useLanguage()
  const { may } = useSession()
  if (!may('installation.manage')) return null
  return (
    <>
      <Button variant="default" onClick={() => window.print()}>
        {words.checkup.print}
      </Button>
      <ActionButton
        label={words.checkup.again}
        state={run.isPending ? { kind: 'busy' } : { kind: 'ready' }}
        onPress={() => run.mutate()}
      />
    </>
  )
}

export function CheckScreen() {
  const { words } = useLanguage()
  const w = words.checkup
  const run = useRun()
  return (
    <StaffPage title={w.title} lead={w.lead} actions={<Actions run={run} />}>
      {run.error ? <Failed error={run.error} /> : null}
      <Found />
    </StaffPage>
  )
}
