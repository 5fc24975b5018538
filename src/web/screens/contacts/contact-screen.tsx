// One contact: what counts now, everything they said, and the papers and recordings that show it.
import { Alert, Badge, Button, List, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { Link, useParams } from 'react-router'
import type { ContactConsents } from '../../../consent/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { OpenDocument } from './open-document.tsx'
import { useContact } from './queries.ts'
import { RecordOtherLegalBasis } from './record-other-legal-basis.tsx'
import { RecordPaper } from './record-paper.tsx'
import { RecordParent } from './record-parent.tsx'
import { SensitiveValues } from './sensitive-values.tsx'

type State = ContactConsents['states'][number]
type Event = ContactConsents['events'][number]

function StateLine(props: { state: State }) {
  const { language, words } = useLanguage()
  const w = words.consents
  const { channel, purpose, why, since, validUntil } = props.state
  const told = [
    ...(since === null ? [] : [fill(w.since, { since: dateTime(language, since) })]),
    ...(validUntil === null || why !== null
      ? []
      : [fill(w.until, { until: dateTime(language, validUntil) })]),
  ]
  return (
    <List.Item>
      <Badge variant="light" tt="none" color={why === null ? 'green' : 'yellow'}>
        {why === null ? w.effective : w.why[why]}
      </Badge>{' '}
      {words.wordings.channel[channel]} · {purpose} · {told.join(', ')}
    </List.Item>
  )
}

function LegalBasisLine(props: { held: ContactConsents['legalBases'][number] }) {
  const { language, words } = useLanguage()
  const w = words.consents
  const { legalBasis, purpose, since, validUntil } = props.held
  const until = fill(w.until, { until: dateTime(language, validUntil) })
  return (
    <List.Item>
      <Badge variant="light" tt="none" color="blue">
        {w.legalBasis[legalBasis]}
      </Badge>{' '}
      {purpose} · {fill(w.since, { since: dateTime(language, since) })}, {until}
    </List.Item>
  )
}

function States(props: { consents: ContactConsents }) {
  const { words } = useLanguage()
  const w = words.consents
  const { states, suppression, legalBases } = props.consents
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2} size="h4">
          {w.states}
        </Title>
        {suppression ? <Alert color="orange">{w.suppression[suppression]}</Alert> : null}
        {states.length + legalBases.length === 0 ? (
          <Text>{w.noStates}</Text>
        ) : (
          <List spacing="xs" listStyleType="none">
            {states.map((state) => (
              <StateLine
                key={`${state.controllerId} ${state.channel} ${state.purpose}`}
                state={state}
              />
            ))}
            {legalBases.map((held) => (
              <LegalBasisLine key={`${held.controllerId} ${held.purpose}`} held={held} />
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  )
}

function EventRow(props: { event: Event }) {
  const { language, words } = useLanguage()
  const w = words.consents
  const { kind, channel, purpose, recordedAt, seq, grade, documentId, handset, heardBy } =
    props.event
  const about = [
    words.wordings.channel[channel as keyof typeof words.wordings.channel],
    purpose === '*' ? undefined : purpose,
  ]
  return (
    <Table.Tr>
      <Table.Td>{dateTime(language, recordedAt)}</Table.Td>
      <Table.Td>
        <Text size="sm">{w.kinds[kind] ?? kind}</Text>
        <Text size="xs" c="dimmed">
          {about.filter((one) => one !== undefined && one !== '').join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Stack gap={4} align="flex-start">
          {grade ? <Text size="sm">{words.forms.grades[grade]}</Text> : null}
          {heardBy ? (
            <Text size="xs">{fill(words.desk.byStaff, { how: words.desk.heardBys[heardBy] })}</Text>
          ) : null}
          {handset === 'sandbox' ? <Text size="xs">{w.sandbox}</Text> : null}
          <Text size="xs" c="dimmed">
            {seq === null ? w.waiting : fill(w.seq, { seq })}
          </Text>
          {documentId ? <OpenDocument id={documentId} /> : null}
        </Stack>
      </Table.Td>
    </Table.Tr>
  )
}

function Events(props: { events: readonly Event[] }) {
  const { words } = useLanguage()
  const w = words.consents
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2} size="h4">
          {w.events}
        </Title>
        {props.events.length === 0 ? (
          <Text>{w.noEvents}</Text>
        ) : (
          <WideTable minWidth={480} spacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.when}</Table.Th>
                <Table.Th>{w.what}</Table.Th>
                <Table.Th>{w.how}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {props.events.map((event) => (
                <EventRow key={event.entryId} event={event} />
              ))}
            </Table.Tbody>
          </WideTable>
        )}
      </Stack>
    </Paper>
  )
}

export function ContactScreen() {
  const { words } = useLanguage()
  const w = words.consents
  const { id = '' } = useParams()
  const query = useContact(id)
  return (
    <Answer query={query}>
      {({ contact, consents }) => (
        <Page
          title={fill(w.title, { number: contact.numberMasked })}
          lead={w.lead}
          actions={
            <Button component={Link} to={paths.desk(id)} variant="default">
              {words.desk.link}
            </Button>
          }
        >
          <States consents={consents} />
          <Events events={consents.events} />
          <RecordPaper contactId={id} />
          <RecordOtherLegalBasis contactId={id} />
          <RecordParent contactId={id} consents={consents} />
          <SensitiveValues contactId={id} />
        </Page>
      )}
    </Answer>
  )
}
