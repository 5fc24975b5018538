// One message's story: why it was allowed, and what became of it, step by step.
import { Anchor, Group, List, Paper, Stack, Table, Text, Timeline, Title } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type {
  CheckResult,
  ListedMessage,
  MessageStory,
  StoryStep,
} from '../../../sending/contract.ts'
import { ApiProblem, call } from '../../data/client.ts'
import { colon, dateTime, euros, exactTime, withInstants } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { PersonStatus } from '../../ui/person-status.tsx'
import { Answer } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import type { Words } from '../../words/index.ts'
import { own } from '../../words/own.ts'
import { messagePageWords } from '../../words/sending/message-page.ts'
import { CallBack } from './call-back.tsx'
import { RevealMessage } from './reveal-message.tsx'
import { StateBadge } from './state-badge.tsx'

const resultMeanings: Record<CheckResult['result'], Meaning> = {
  passed: 'good',
  refused: 'refused',
  held: 'waits',
  not_applicable: 'neutral',
  not_asked: 'neutral',
}

/**
 * On what it leaves, in words; an account may have a legal basis that this screen does not know.
 */
function legalBasisName(words: Words, legalBasis: string): string {
  const names: Readonly<Record<string, string>> = {
    consent: words.messages.consentLegalBasis,
    ...words.campaigns.bases,
    ...words.legalBases.legalBases,
  }
  return names[legalBasis] ?? legalBasis
}

/** The person’s page has the consent, the text that was shown, and the proof. */
function ProofLink({ contactId }: { contactId: string | null }) {
  const w = useLanguage().words.messages
  const { may } = useSession()
  if (contactId === null || !may('contacts.read')) return w.consentProofThere
  return (
    <Anchor component={Link} to={paths.contact(contactId)}>
      {w.consentProofThere}
    </Anchor>
  )
}

/** Masked, with what is true of the person now; whoever was erased has no page. */
function PersonLine({ message }: { message: ListedMessage }) {
  const { language, words } = useLanguage()
  const { may } = useSession()
  const w = own(words, messagePageWords)
  const { contactId, to } = message
  const contact = useQuery({
    queryKey: ['contact', contactId, 'alone'],
    queryFn:
      contactId !== null && may('contacts.read')
        ? () => call('GET /v1/contacts/{id}', { params: { id: contactId } })
        : skipToken,
    retry: false,
  })
  const { data, error } = contact
  const isGone = contactId === null || (error instanceof ApiProblem && error.status === 404)
  // Past its period a message has no number any more, while the person may still be there.
  const number = /\d/.test(to) ? to : (data?.numberMasked ?? to)
  return (
    <Group gap="sm">
      <Text>
        {w.person}
        {colon(language)}{' '}
        {data === undefined ? (
          <span className="accord-figures">{number}</span>
        ) : (
          <Anchor component={Link} to={paths.contact(data.id)} className="accord-figures" inherit>
            {number}
          </Anchor>
        )}
      </Text>
      {data === undefined ? null : <PersonStatus {...data.status} />}
      {isGone ? <Text c="dimmed">{w.personGone}</Text> : null}
    </Group>
  )
}

function CampaignLine({ message }: { message: ListedMessage }) {
  const { language, words } = useLanguage()
  const { may } = useSession()
  const w = own(words, messagePageWords)
  const { campaignId, campaignName } = message
  if (campaignId === null || !may('campaigns.read')) return null
  if (campaignName === null) return <Text c="dimmed">{w.campaignGone}</Text>
  return (
    <Text>
      {w.campaign}
      {colon(language)}{' '}
      <Anchor component={Link} to={paths.campaign(campaignId)} inherit>
        {campaignName}
      </Anchor>
    </Text>
  )
}

function Reasons(props: { story: MessageStory }) {
  const { language, words } = useLanguage()
  const w = words.messages
  const { message, reasons } = props.story
  const hasProof = reasons.consentEntryId !== null && message.contactId !== null
  const proof = hasProof ? <ProofLink contactId={message.contactId} /> : null
  const facts: [string, ReactNode][] = [
    [w.class, w.classes[message.class]],
    [w.legalBasis, legalBasisName(words, reasons.legalBasis)],
    [w.consentProof, proof],
    [w.route, reasons.route],
  ]
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2} size="h4">
          {message.state === 'refused' ? w.whyRefused : w.whyAllowed}
        </Title>
        {message.sentence ? <Text>{withInstants(language, message.sentence)}</Text> : null}
        <WideTable minWidth={260}>
          <Table.Tbody>
            {facts
              .filter(([, value]) => value !== null && value !== '')
              .map(([label, value]) => (
                <Table.Tr key={label}>
                  <Table.Th w={{ base: 120, sm: 260 }}>{label}</Table.Th>
                  <Table.Td className="accord-story">{value}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </WideTable>
        <Title order={3} size="h5">
          {w.checks}
        </Title>
        <List type="ordered" size="sm" spacing={4}>
          {reasons.checks.map((check) => (
            <List.Item key={check.check}>
              <StatusBadge meaning={resultMeanings[check.result]}>
                {w.results[check.result]}
              </StatusBadge>{' '}
              {check.sentence}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  )
}

function Steps(props: { steps: readonly StoryStep[] }) {
  const { language, words } = useLanguage()
  const w = words.messages
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2} size="h4">
          {w.steps}
        </Title>
        <Timeline active={props.steps.length} bulletSize={14} lineWidth={2}>
          {props.steps.map((step) => (
            <Timeline.Item
              key={`${step.step} ${step.at} ${step.part ?? ''} ${step.sentence}`}
              title={
                step.part === null
                  ? w.stepNames[step.step]
                  : `${w.stepNames[step.step]}, ${fill(w.part, { part: step.part })}`
              }
            >
              <Text size="sm">{withInstants(language, step.sentence)}</Text>
              <Text size="xs" c="dimmed" className="accord-figures">
                <time dateTime={step.at}>{exactTime(language, step.at)}</time>
              </Text>
            </Timeline.Item>
          ))}
        </Timeline>
      </Stack>
    </Paper>
  )
}

export function MessageScreen() {
  const { language, words } = useLanguage()
  const { id = '' } = useParams()
  const story = useQuery({
    queryKey: ['message-story', id],
    queryFn: () => call('GET /v1/messages/{id}/story', { params: { id } }),
    refetchInterval: (query) => (query.state.data?.message.finalAt ? false : 1_500),
  })
  return (
    <Answer query={story} title={words.messages.story}>
      {({ message, steps, ...rest }) => (
        <Page
          title={words.messages.story}
          lead={[
            message.sender,
            dateTime(language, message.acceptedAt),
            euros(language, message.costMicroEur),
          ].join(' · ')}
          actions={
            <Group align="center">
              <StateBadge state={message.state} />
              <RevealMessage id={id} />
            </Group>
          }
        >
          <Stack gap="xs">
            <PersonLine message={message} />
            <CampaignLine message={message} />
          </Stack>
          <CallBack message={message} />
          <Reasons story={{ message, steps, ...rest }} />
          <Steps steps={steps} />
        </Page>
      )}
    </Answer>
  )
}
