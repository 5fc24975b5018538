// One breach in the account's register: its own clock, its judgement, its letters, what it did.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { AccountBreachView } from '../../../disclosure/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useOwnName } from './account-breaches-screen.tsx'
import { AuthoritySite } from './authority-site.tsx'
import { BreachLetters, BreachSteps } from './breach-acts.tsx'
import { BreachClock } from './breach-clock.tsx'
import { BreachFields, FieldCounts } from './breach-fields.tsx'
import { OwnBreachForm } from './breach-form.tsx'
import { BreachHistoryTable } from './breach-history.tsx'
import { BreachStateBadge } from './breaches-screen.tsx'
import { JudgementForm } from './judgement-form.tsx'
import { useChangeOwnBreach, useMeasure, useOwnBreach } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

type Of = { breach: AccountBreachView }

function Record({ breach }: Of) {
  const w = useBreachWords()
  const change = useChangeOwnBreach(breach.id)
  const [recordId, setRead] = useState(breach.recordId)
  if (breach.state === 'closed') return null
  if (breach.record === null) {
    return (
      <Section title={w.own.judgement} lead={w.own.judgementLead}>
        <JudgementForm breach={breach} />
      </Section>
    )
  }
  return (
    <Section title={w.record}>
      <OwnBreachForm
        label={w.what}
        held={breach.record}
        isPending={change.isPending}
        error={change.error}
        isDone={change.isSuccess}
        onRecord={(body) =>
          change.mutate({ ...body, recordId }, { onSuccess: (saved) => setRead(saved.recordId) })
        }
      />
    </Section>
  )
}

/** What whoever runs the server says of it, beside the account's own judgement. */
function OfServer({ breach: { processor } }: Of) {
  const { language } = useLanguage()
  const w = useBreachWords()
  if (processor === null) return null
  const { risk, riskReason, state, discoveredAt } = processor
  return (
    <Section title={w.own.server} narrow>
      <Text size="sm">
        {fill(w.own.serverKnew, { day: dateTime(language, discoveredAt) })}{' '}
        {fill(w.own.serverState, { state: w.states[state] })}
      </Text>
      <Text size="sm">
        {risk === null
          ? w.own.serverNoRisk
          : fill(w.own.serverRisk, { risk: w.risks[risk], reason: riskReason })}
      </Text>
    </Section>
  )
}

function Known({ breach }: Of) {
  const { language } = useLanguage()
  const w = useBreachWords()
  const measure = useMeasure('account', breach.id)
  const state = useAllowed('registers.manage', measure.isPending)
  const { measuredAt, people, fields } = breach
  return (
    <Section title={w.fields} lead={w.fieldsLead}>
      <FieldCounts fields={fields} />
      {measuredAt === null ? null : (
        <Text size="sm">
          {fill(w.measuredAt, { day: dateTime(language, measuredAt), people: String(people) })}
        </Text>
      )}
      <BreachFields fields={fields} />
      {measure.error ? <Failed error={measure.error} /> : null}
      {breach.state === 'closed' ? null : (
        <ActionButton
          variant="default"
          label={w.measure}
          state={state}
          onPress={() => measure.mutate(undefined)}
        />
      )}
    </Section>
  )
}

/** From when the hours count. */
function untilOf(w: ReturnType<typeof useBreachWords>, { toldAt, knownAt }: AccountBreachView) {
  if (toldAt === null) return w.clock.until
  return toldAt === knownAt ? w.own.untilTold : w.own.untilKnown
}

function Everything({ breach }: Of) {
  const { language } = useLanguage()
  const w = useBreachWords()
  const nameOf = useOwnName()
  const { toldAt, knownAt } = breach
  const known = [
    toldAt === null ? '' : fill(w.own.toldOn, { day: dateTime(language, toldAt) }),
    toldAt === knownAt ? '' : fill(w.own.knownOn, { day: dateTime(language, knownAt) }),
  ]
  return (
    <Stack gap="lg">
      <Group>
        <BreachStateBadge state={breach.state} />
        <Text size="sm">{known.filter((text) => text !== '').join(' ')}</Text>
        <Anchor component={Link} to={paths.ownBreaches} size="sm">
          {w.back}
        </Anchor>
      </Group>
      <BreachClock breach={breach} until={untilOf(w, breach)} />
      <AuthoritySite breach={breach} />
      <OfServer breach={breach} />
      <Record breach={breach} />
      <BreachLetters whose="account" breach={breach} />
      <BreachSteps whose="account" breach={breach} name={nameOf(breach)} />
      <Known breach={breach} />
      <BreachHistoryTable whose="account" breach={breach} />
    </Stack>
  )
}

function One() {
  const w = useBreachWords()
  const nameOf = useOwnName()
  const { id = '' } = useParams()
  const breach = useOwnBreach(id)
  return (
    <Page title={breach.data === undefined ? w.what : nameOf(breach.data)} lead={w.own.lead}>
      <Answer query={breach}>{(found) => <Everything key={found.id} breach={found} />}</Answer>
    </Page>
  )
}

export function AccountBreachScreen() {
  const { may } = useSession()
  const w = useBreachWords().own
  if (may('registers.manage')) return <One />
  return (
    <Page title={w.title}>
      <NotAllowed right="registers.manage" />
    </Page>
  )
}
