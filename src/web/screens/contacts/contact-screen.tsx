// One person: their status and why, what happened with them, what they said, and what can be done.

import { Alert, Badge, Button, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { ContactConsents } from '../../../consent/contract.ts'
import type { ContactView } from '../../../contacts/contract.ts'
import { purposeWord } from '../../../words/contract.ts'
import { ApiProblem } from '../../data/client.ts'
import { dayOrTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Folded } from '../../ui/folded.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonStatus } from '../../ui/person-status.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { writeToWords } from '../../words/people/write-to.ts'
import { DeadNumber } from './dead-number.tsx'
import { EditPerson } from './edit/edit-person.tsx'
import { HeldRows } from './held/held-rows.tsx'
import { ListsOfPerson } from './members/lists-of-person.tsx'
import { PersonActs } from './person-acts.tsx'
import { PersonTimeline } from './person-timeline.tsx'
import { useContact } from './queries.ts'
import { RecordOtherLegalBasis } from './record-other-legal-basis.tsx'
import { RecordPaper } from './record-paper.tsx'
import { RecordParent } from './record-parent.tsx'
import { RevealContact } from './reveal-contact.tsx'
import { SensitiveValues } from './sensitive-values.tsx'
import { WordsShown } from './words-shown.tsx'

type State = ContactConsents['states'][number]

function StateLine(props: { state: State }) {
  const { language, words } = useLanguage()
  const w = words.consents
  const { channel, purpose, why, since, validUntil } = props.state
  const told = [
    ...(since === null ? [] : [fill(w.since, { since: dayOrTime(language, since) })]),
    ...(validUntil === null || why !== null
      ? []
      : [fill(w.until, { until: dayOrTime(language, validUntil) })]),
  ]
  return (
    <List.Item>
      <Badge variant="light" tt="none" color={why === null ? 'green' : 'yellow'}>
        {why === null ? w.effective : w.why[why]}
      </Badge>{' '}
      {words.wordings.channel[channel]} · {purposeWord(language, purpose)} · {told.join(', ')}
    </List.Item>
  )
}

function LegalBasisLine(props: { held: ContactConsents['legalBases'][number] }) {
  const { language, words } = useLanguage()
  const w = words.consents
  const { legalBasis, purpose, since, validUntil } = props.held
  const named = purposeWord(language, purpose)
  const from = fill(w.since, { since: dayOrTime(language, since) })
  const until = fill(w.until, { until: dayOrTime(language, validUntil) })
  return (
    <List.Item>
      <Badge variant="light" tt="none" color="blue">
        {w.legalBasis[legalBasis]}
      </Badge>{' '}
      {[named, `${from}, ${until}`].join(' · ')}
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

function Actions(props: { contact: ContactView }) {
  const { words } = useLanguage()
  const { contact } = props
  const [isShown, setShown] = useState(false)
  const { may } = useSession()
  const state = useAllowed('contacts.reveal', false)
  return (
    <>
      <ActionButton
        variant="default"
        label={words.people.reveal}
        state={state}
        onPress={() => setShown(true)}
      />
      {may('messages.send') ? (
        <Button component={Link} to={paths.newMessageTo(contact.id)} variant="default">
          {own(words, writeToWords).write}
        </Button>
      ) : null}
      <EditPerson contact={contact} />
      <Button component={Link} to={paths.desk(contact.id)} variant="default">
        {words.desk.link}
      </Button>
      <RevealContact contact={isShown ? contact : null} close={() => setShown(false)} />
    </>
  )
}

export function ContactScreen() {
  const { words } = useLanguage()
  const { id = '' } = useParams()
  const query = useContact(id)
  const { error } = query
  if (query.data === undefined && error instanceof ApiProblem && error.status === 404) {
    return (
      <Page title={words.navigation.contacts}>
        <Empty title={words.people.notFound} text={words.people.notFoundText} />
      </Page>
    )
  }
  return (
    <Answer query={query} title={words.navigation.contacts}>
      {({ contact, consents }) => (
        <Page
          title={contact.numberMasked}
          lead={
            <Stack gap={4} align="flex-start" component="span">
              <PersonStatus {...contact.status} />
              <span>{contact.status.why}</span>
            </Stack>
          }
          actions={<Actions contact={contact} />}
        >
          <DeadNumber contact={contact} />
          <HeldRows contactId={id} />
          <WordsShown consents={consents} />
          <PersonTimeline contactId={id} events={consents.events} />
          <ListsOfPerson contactId={id} />
          <States consents={consents} />
          <PersonActs contact={contact} kept={consents.proofsIfErased} />
          <Folded title={words.people.recordMore} isOpen={consents.authorisations.length > 0}>
            <RecordPaper contactId={id} />
            <RecordOtherLegalBasis contactId={id} />
            <RecordParent contactId={id} consents={consents} />
          </Folded>
          <SensitiveValues contactId={id} />
        </Page>
      )}
    </Answer>
  )
}
