// One breach: its clock, its record, what is known of it, its letters, what was done.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { BreachView } from '../../../disclosure/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Folded } from '../../ui/folded.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { StaffPage } from '../installation/staff-page.tsx'
import { AuthoritySite } from './authority-site.tsx'
import { BreachAccounts, BreachLetters, BreachSteps } from './breach-acts.tsx'
import { BreachClock } from './breach-clock.tsx'
import { BreachFields, FieldCounts } from './breach-fields.tsx'
import { BreachForm } from './breach-form.tsx'
import { BreachHistoryTable } from './breach-history.tsx'
import { BreachStateBadge } from './breaches-screen.tsx'
import { useBreach, useChangeBreach, useMeasure } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

function Known({ breach }: { breach: BreachView }) {
  const { language } = useLanguage()
  const w = useBreachWords()
  const measure = useMeasure('installation', breach.id)
  const state = useAllowed('installation.manage', measure.isPending)
  const all = [...breach.fields, ...breach.accounts.flatMap(({ fields }) => fields)]
  return (
    <Section title={w.fields} lead={w.fieldsLead}>
      <FieldCounts fields={all} />
      <BreachFields fields={breach.fields} />
      {breach.accounts.map(({ accountId, account, measuredAt, people, fields }) => (
        <Folded key={accountId} title={fill(w.ofAccount, { name: account || w.gone })}>
          <Stack>
            {measuredAt === null ? null : (
              <Text size="sm">
                {fill(w.measuredAt, {
                  day: dateTime(language, measuredAt),
                  people: String(people),
                })}
              </Text>
            )}
            <BreachFields fields={fields} />
          </Stack>
        </Folded>
      ))}
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

function Record({ breach }: { breach: BreachView }) {
  const w = useBreachWords()
  const change = useChangeBreach(breach.id)
  const [recordId, setRead] = useState(breach.recordId)
  if (breach.state === 'closed') return null
  return (
    <Section title={w.record}>
      <BreachForm
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

function Everything({ breach }: { breach: BreachView }) {
  const breachWords = useBreachWords()
  return (
    <Stack gap="lg">
      <Group>
        <BreachStateBadge state={breach.state} />
        <Text size="sm">
          {breachWords.number} {breach.number}
        </Text>
        <Anchor component={Link} to={paths.breaches} size="sm">
          {breachWords.back}
        </Anchor>
      </Group>
      <BreachClock breach={breach} until={breachWords.clock.until} />
      <AuthoritySite breach={breach} />
      <Record breach={breach} />
      <BreachLetters whose="installation" breach={breach} />
      <BreachAccounts breach={breach} />
      <BreachSteps whose="installation" breach={breach} name={breach.record.title} />
      <Known breach={breach} />
      <BreachHistoryTable whose="installation" breach={breach} />
    </Stack>
  )
}

export function BreachScreen() {
  const breachWords = useBreachWords()
  const { id = '' } = useParams()
  const breach = useBreach(id)
  return (
    <StaffPage title={breach.data?.record.title ?? breachWords.what} lead={breachWords.lead}>
      <Answer query={breach}>{(found) => <Everything key={found.id} breach={found} />}</Answer>
    </StaffPage>
  )
}
