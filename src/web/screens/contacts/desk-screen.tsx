// The screen where staff act for one person, unmasked for a reason.

import { Alert, List, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import { type DeskView, reasonMin } from '../../../preferences/contract.ts'
import { purposeWord } from '../../../words/contract.ts'
import { colon, dateTime, dayOrTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Page } from '../../ui/page.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { reasonFirstWords } from '../../words/compliance/reason-first.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { CustomValues } from './custom-values.tsx'
import { DeskActs } from './desk-acts.tsx'
import { useOpenDesk } from './desk-queries.ts'
import { SendLink } from './send-link.tsx'
import { TakeCopy } from './take-copy.tsx'

function Who(props: { desk: DeskView }) {
  const { language, words } = useLanguage()
  const w = words.desk
  const { number, fields, custom, heldSince, controllers } = props.desk
  return (
    <Section title={w.who}>
      <Text className="accord-figures" fw={600}>
        {number}
      </Text>
      {Object.entries(fields).map(([name, value]) => (
        <Text key={name} size="sm">
          {words.contacts.fields[name as keyof typeof words.contacts.fields]}
          {colon(language)} {value}
        </Text>
      ))}
      <CustomValues values={custom} />
      <Text size="sm" c="dimmed">
        {fill(w.heldSince, { since: dateTime(language, heldSince) })} ·{' '}
        {controllers.map(({ name }) => name).join(', ')}
      </Text>
    </Section>
  )
}

function Requests(props: { desk: DeskView }) {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const { requests } = props.desk
  return (
    <Section title={words.desk.requests}>
      {requests.length === 0 ? <Text size="sm">{words.desk.noRequests}</Text> : null}
      <List spacing="xs" listStyleType="none">
        {requests.map((request) => (
          <List.Item key={request.id}>
            <Text size="sm">
              {w.kinds[request.kind]} · {dateTime(language, request.askedAt)}
              {request.outcome ? ` · ${w.outcomes[request.outcome]}` : ''}
            </Text>
            {request.text ? (
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {fill(w.wrote, { text: request.text })}
              </Text>
            ) : null}
            {request.reason ? <Text size="xs">{request.reason}</Text> : null}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

function Counts(props: { desk: DeskView }) {
  const { language, words } = useLanguage()
  const w = words.desk
  const { choices, suppression } = props.desk
  return (
    <Section title={w.counts}>
      {suppression ? <Alert color="orange">{words.consents.suppression[suppression]}</Alert> : null}
      {choices.length === 0 ? <Text size="sm">{w.nothing}</Text> : null}
      <List spacing="xs" listStyleType="none">
        {choices.map((choice) => (
          <List.Item key={`${choice.controllerId} ${choice.channel} ${choice.purpose}`}>
            <Text size="sm">
              {[
                words.wordings.channel[choice.channel],
                purposeWord(language, choice.purpose),
                choice.legalBasis
                  ? words.consents.legalBasis[choice.legalBasis]
                  : w.state[choice.state],
                fill(words.consents.since, { since: dayOrTime(language, choice.since) }),
              ].join(' · ')}
            </Text>
            {choice.shownText ? (
              <Text size="xs" c="dimmed">
                {choice.shownText}
              </Text>
            ) : null}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

export function DeskScreen() {
  const { words } = useLanguage()
  const w = words.desk
  const { id = '' } = useParams()
  const [reason, setReason] = useState('')
  // Kept while it is read again after an act, with what was said of that act.
  const [desk, setDesk] = useState<DeskView | null>(null)
  const open = useOpenDesk(id)
  const look = () => open.mutate(reason, { onSuccess: setDesk })
  const lacking = reason.trim().length < reasonMin ? own(words, reasonFirstWords).reasonFirst : null
  const state = useAllowed('contacts.reveal', open.isPending, lacking)
  return (
    <Page title={w.title} lead={w.lead}>
      {desk === null ? (
        <RecordForm
          label={w.title}
          save={w.open}
          state={state}
          error={open.error}
          done={null}
          onSubmit={look}
        >
          <Text size="sm">{w.whyText}</Text>
          <TextInput
            label={w.why}
            required
            minLength={reasonMin}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </RecordForm>
      ) : (
        <Stack>
          <Who desk={desk} />
          <Counts desk={desk} />
          <DeskActs contactId={id} desk={desk} acted={look} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            <Requests desk={desk} />
            <SendLink contactId={id} />
            <TakeCopy contactId={id} reason={reason} />
          </SimpleGrid>
        </Stack>
      )}
    </Page>
  )
}
