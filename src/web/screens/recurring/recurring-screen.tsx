// One recurring send: how often, when next, its text, its steps, and what came of each day.
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import type { CheckSheet, OccurrenceView, RecurringView } from '../../../campaigns/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Failed, Loading } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { AudienceLine } from '../campaigns/audience-field.tsx'
import { CheckSheetView } from '../campaigns/check-sheet-view.tsx'
import { useCustomFields } from '../contacts/custom-field-queries.ts'
import { recurringKey, useRecurring, useRecurringStep } from './queries.ts'
import { DayBadge, RecurringBadge } from './recurring-badge.tsx'
import { nextSays, ruleSays, wholeDay } from './rule-words.ts'

function Remove({ id }: { id: string }) {
  const w = useLanguage().words.recurring
  const navigate = useNavigate()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call('DELETE /v1/recurring-sends/{id}', { params: { id } }),
    onSuccess: () => {
      navigate(paths.recurring)
      queries.removeQueries({ queryKey: [...recurringKey, id] })
      void queries.invalidateQueries({ queryKey: [...recurringKey, 'listed'] })
    },
  })
  return (
    <Stack gap="xs">
      <AskTwice
        label={w.remove}
        what={w.removeWhat}
        sure={w.removeSure}
        keep={w.keep}
        state={useAllowed('campaigns.prepare', remove.isPending)}
        onSure={() => remove.mutate()}
      />
      {remove.error ? <Failed error={remove.error} /> : null}
    </Stack>
  )
}

function Steps(props: { send: RecurringView; isUsed: boolean; sheet: CheckSheet | undefined }) {
  const { send, isUsed, sheet } = props
  const w = useLanguage().words.recurring
  const { may } = useSession()
  const step = useRecurringStep(send.id)
  const state = useAllowed('campaigns.approve', step.isPending)
  const lacking =
    sheet === undefined ? w.sheetFirst : sheet.problems.length > 0 ? w.mendFirst : null
  const startState = useAllowed('campaigns.approve', step.isPending, lacking)
  const { state: stands, version } = send
  if (stands === 'ended') return null
  return (
    <Stack gap="sm">
      {stands === 'draft' ? (
        <>
          <Text size="sm">{w.startText}</Text>
          <Group align="flex-start">
            <ActionButton
              label={w.start}
              state={startState}
              onPress={() => step.mutate({ verb: 'start', version })}
            />
          </Group>
        </>
      ) : null}
      <Group align="flex-start">
        {stands === 'active' && may('campaigns.approve') ? (
          <ActionButton
            variant="default"
            label={w.pause}
            state={state}
            onPress={() => step.mutate({ verb: 'pause' })}
          />
        ) : null}
        {stands === 'paused' ? (
          <ActionButton
            label={w.resume}
            state={state}
            onPress={() => step.mutate({ verb: 'resume' })}
          />
        ) : null}
        {may('campaigns.approve') && (stands !== 'draft' || isUsed) ? (
          <AskTwice
            label={w.end}
            what={w.endWhat}
            sure={w.endSure}
            keep={w.keep}
            state={state}
            onSure={() => step.mutate({ verb: 'end' })}
          />
        ) : null}
      </Group>
      {step.error ? <Failed error={step.error} /> : null}
    </Stack>
  )
}

/** Before a start it is made by itself, later when somebody asks: a long list takes its time. */
function useSheet({ id, version, state }: RecurringView) {
  return useQuery({
    queryKey: [...recurringKey, id, 'check-sheet', version],
    queryFn: () => call('GET /v1/recurring-sends/{id}/check-sheet', { params: { id } }),
    enabled: state === 'draft',
    staleTime: Number.POSITIVE_INFINITY,
  })
}

function Sheet({ sheet }: { sheet: ReturnType<typeof useSheet> }) {
  const w = useLanguage().words.recurring
  return (
    <Section title={w.sheet} lead={w.sheetLead}>
      <Group className="accord-no-print">
        <ActionButton
          variant="default"
          label={w.sheetShow}
          state={sheet.isFetching ? { kind: 'busy' } : { kind: 'ready' }}
          onPress={() => void sheet.refetch()}
        />
      </Group>
      {sheet.isFetching ? <Loading /> : null}
      {sheet.error ? <Failed error={sheet.error} /> : null}
      {sheet.data ? <CheckSheetView sheet={sheet.data} /> : null}
    </Section>
  )
}

function DayRow({ one }: { one: OccurrenceView }) {
  const { language, words } = useLanguage()
  const w = words.recurring
  const reason = one.state === 'missed' ? w.missedWhy : (one.failure?.sentence ?? null)
  const until = one.waitsUntil === null ? null : dateTime(language, one.waitsUntil)
  const why = reason === null || until === null ? reason : fill(w.waits, { reason, until })
  const day = wholeDay(language, one.day)
  return (
    <StackedRow>
      <StackedCell leads>{day}</StackedCell>
      <StackedCell leads>
        <DayBadge state={one.state} />
        {why === null ? null : (
          <Text size="xs" c="dimmed">
            {why}
          </Text>
        )}
      </StackedCell>
      <StackedCell label={w.people} isFigure>
        {count(language, one.people)}
      </StackedCell>
      <StackedCell label={w.delivered} isFigure>
        {count(language, one.delivered)}
      </StackedCell>
      <StackedCell label={w.refused} isFigure>
        {count(language, one.refused)}
      </StackedCell>
      <StackedCell>
        {one.campaignId === null ? null : (
          <Anchor
            component={Link}
            to={paths.campaign(one.campaignId)}
            aria-label={fill(w.seeCampaign, { day })}
          >
            {w.open}
          </Anchor>
        )}
      </StackedCell>
    </StackedRow>
  )
}

function DayTable(props: { items: readonly OccurrenceView[] }) {
  const w = useLanguage().words.recurring
  return (
    <StackedTable
      minWidth={680}
      spacing="sm"
      columns={[
        w.day,
        w.outcome,
        { figures: w.people },
        { figures: w.delivered },
        { figures: w.refused },
        w.results,
      ]}
    >
      {props.items.map((one) => (
        <DayRow key={one.day} one={one} />
      ))}
    </StackedTable>
  )
}

function Told({ send }: { send: RecurringView }) {
  const said = useLanguage()
  const { language, words } = said
  const w = words.recurring
  const custom = useCustomFields().data ?? []
  const { approvedAt, approvedBy } = send
  return (
    <Stack gap="xs">
      <Text fw={600}>{ruleSays(said, send, custom)}</Text>
      <AudienceLine listId={send.listId} isAnew />
      <Text role="status">
        {nextSays(said, send)} {fill(w.zone, { zone: send.zone.replaceAll('_', ' ') })}
      </Text>
      {approvedAt === null || approvedBy === null ? null : (
        <Text size="sm" c="dimmed">
          {fill(w.started, { name: approvedBy, when: dateTime(language, approvedAt) })}
        </Text>
      )}
      {send.isStarterGone && send.state !== 'ended' ? (
        <Alert color="yellow" className="accord-measure">
          {fill(send.state === 'paused' ? w.starterGonePaused : w.starterGoneNow, {
            by: approvedBy ?? w.somebody,
          })}
        </Alert>
      ) : null}
      {send.failure === null ? null : (
        <Alert color="red" className="accord-measure">
          {send.failure.sentence}
        </Alert>
      )}
    </Stack>
  )
}

function Shown({ send }: { send: RecurringView }) {
  const { words } = useLanguage()
  const w = words.recurring
  const days = useGrowingList(
    [...recurringKey, send.id, 'days'],
    (page) => call('GET /v1/recurring-sends/{id}/days', { params: { id: send.id }, query: page }),
    15_000,
  )
  const sheet = useSheet(send)
  const isUsed = (days.data?.pages[0]?.items.length ?? 0) > 0
  const { may } = useSession()
  const isOpen = send.state === 'draft' || send.state === 'paused'
  const mayChange = isOpen && may('campaigns.prepare')
  const maySteer = may('campaigns.prepare') || may('campaigns.approve')
  return (
    <Page
      title={send.name}
      lead={`${words.messages.classes[send.class]} · ${send.sender}`}
      actions={
        <>
          <RecurringBadge state={send.state} />
          {mayChange ? (
            <Button variant="default" component={Link} to={paths.editRecurring(send.id)}>
              {w.edit}
            </Button>
          ) : null}
        </>
      }
    >
      <Told send={send} />
      <Section title={w.text}>
        <Text className="accord-story accord-measure">{send.text}</Text>
        {maySteer ? <Steps send={send} isUsed={isUsed} sheet={sheet.data} /> : null}
        {send.state === 'active' ? (
          <Text size="sm" c="dimmed">
            {w.editFirst}
          </Text>
        ) : null}
      </Section>
      {send.state === 'draft' ? <Sheet sheet={sheet} /> : null}
      <Section title={w.history}>
        <GrowingList list={days} empty={{ title: w.historyEmpty, text: w.historyEmptyText }}>
          {(items) => <DayTable items={items} />}
        </GrowingList>
      </Section>
      {send.state === 'active' || send.state === 'paused' ? <Sheet sheet={sheet} /> : null}
      {send.state === 'draft' && !isUsed ? <Remove id={send.id} /> : null}
    </Page>
  )
}

export function RecurringScreen() {
  const { id = '' } = useParams()
  const send = useRecurring(id)
  const { navigation } = useLanguage().words
  return (
    <Answer query={send} title={navigation.recurring}>
      {(data) => <Shown send={data} />}
    </Answer>
  )
}
