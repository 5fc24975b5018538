// How e-mails leave the installation, and what became of them; in a trial, what they say.
import { Group, Paper, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MailState, MailSummary, MailView } from '../../../notifications/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Figure } from '../../ui/figure.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { fill } from '../../words/fill.ts'
import { mailWords } from '../../words/installation/mail.ts'
import { own } from '../../words/own.ts'
import { StaffPage } from './staff-page.tsx'

const meaningOf: Record<MailState, Meaning> = {
  waiting: 'waits',
  sent: 'good',
  failed: 'refused',
  kept: 'information',
}

function Trial() {
  const { words } = useLanguage()
  const queries = useQueryClient()
  const w = own(words, mailWords)
  const trial = useMutation({
    mutationFn: () => call('POST /v1/mails/trial'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mails'] }),
  })
  return (
    <>
      <ActionButton
        variant="default"
        label={w.tryIt}
        state={trial.isPending ? { kind: 'busy' } : { kind: 'ready' }}
        onPress={() => trial.mutate()}
      />
      {trial.error ? <Failed error={trial.error} /> : null}
      {trial.data ? (
        <Text size="sm" role="status">
          {trial.data.way === 'smtp' ? w.tried : w.triedKept}
        </Text>
      ) : null}
    </>
  )
}

function How({ summary }: { summary: MailSummary }) {
  const { language, words } = useLanguage()
  const w = own(words, mailWords)
  const { way, server, from } = summary
  if (way === 'mailbox') {
    return (
      <>
        <Text>{w.mailbox}</Text>
        <Text size="sm" c="dimmed">
          {w.toConfigure}
        </Text>
      </>
    )
  }
  return (
    <>
      <Text>{fill(w.smtp, { server: server ?? '', from: from ?? '' })}</Text>
      <Group gap="xl">
        {(['waiting', 'sent', 'failed'] as const).map((name) => (
          <Figure key={name} label={w[name]} value={count(language, summary[name])} />
        ))}
      </Group>
    </>
  )
}

/** A mail of a trial account, as its reader would have had it. */
function Letter({ mail }: { mail: MailView }) {
  const { language, words } = useLanguage()
  if (mail.content === null) return null
  const { to, subject, text, language: written } = mail.content
  return (
    <Paper withBorder p="md" component="article" aria-label={subject}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Text fw={600} lang={written}>
          {subject}
        </Text>
        <Text size="xs" c="dimmed">
          {dateTime(language, mail.createdAt)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {fill(own(words, mailWords).to, { to })}
      </Text>
      <Text size="sm" className="accord-letter" lang={written}>
        {text}
      </Text>
    </Paper>
  )
}

function Left({ mails }: { mails: readonly MailView[] }) {
  const { language, words } = useLanguage()
  const w = own(words, mailWords)
  if (mails.length === 0) return null
  return (
    <StackedTable minWidth={560} columns={[w.date, w.state, { figures: w.tries }, w.why]}>
      {mails.map(({ id, createdAt, state, tries, error }) => (
        <StackedRow key={id}>
          <StackedCell label={w.date}>{dateTime(language, createdAt)}</StackedCell>
          <StackedCell leads>
            <StatusBadge meaning={meaningOf[state]}>{w.states[state]}</StatusBadge>
          </StackedCell>
          <StackedCell label={w.tries} isFigure>
            {count(language, tries)}
          </StackedCell>
          <StackedCell label={w.why}>{error}</StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

function Mails() {
  const { words } = useLanguage()
  const w = own(words, mailWords)
  const list = useGrowingList(
    ['mails', 'list'],
    (page) => call('GET /v1/mails', { query: page }),
    30_000,
  )
  return (
    <Section title={w.list}>
      <GrowingList list={list} empty={{ title: w.empty, text: w.emptyText }}>
        {(items) => (
          <Stack>
            {items.map((mail) => (
              <Letter key={mail.id} mail={mail} />
            ))}
            <Left mails={items.filter(({ content }) => content === null)} />
          </Stack>
        )}
      </GrowingList>
    </Section>
  )
}

export function MailScreen() {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = own(words, mailWords)
  if (may('account.manage') && !may('installation.manage')) {
    return (
      <Page title={w.title} lead={w.ownLead}>
        <Mails />
      </Page>
    )
  }
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <Sending />
      <Mails />
    </StaffPage>
  )
}

function Sending() {
  const { words } = useLanguage()
  const summary = useQuery({
    queryKey: ['mails', 'summary'],
    queryFn: () => call('GET /v1/mails/summary'),
  })
  return (
    <Section title={own(words, mailWords).how} narrow>
      <Answer query={summary}>{(data) => <How summary={data} />}</Answer>
      <Trial />
    </Section>
  )
}
