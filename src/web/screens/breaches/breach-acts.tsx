// What is done with a breach: letters are issued, accounts told, steps noted.
import { Anchor, Group, List, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type BreachLetter,
  type BreachStepRequest,
  type BreachView,
  breachLetters,
} from '../../../disclosure/contract.ts'
import { addressOf } from '../../data/client.ts'
import { colon, dateTime, listed } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { useIssueLetter, useStep, useTellAccounts } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

type Of = { breach: BreachView }

function useLackText() {
  const { language } = useLanguage()
  return (template: string, lacks: readonly { text: string }[]): string => {
    const all = lacks.map(({ text }) => text)
    return fill(template, { lacks: listed(language, all) })
  }
}

function Letter({ breach, letter }: Of & { letter: BreachLetter }) {
  const w = useBreachWords()
  const lackText = useLackText()
  const issue = useIssueLetter(breach.id)
  const lacks = breach.lacks[letter]
  const state = useAllowed('installation.manage', issue.isPending)
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {w.letterNames[letter]}
      </Title>
      <Text size="sm" {...(lacks.length === 0 ? {} : { c: 'red' })}>
        {lacks.length === 0 ? w.whole : lackText(w.lacks, lacks)}
      </Text>
      <Group>
        {(['fr', 'en'] as const).map((language) => (
          <ActionButton
            key={language}
            size="xs"
            variant="default"
            label={fill(w.issueLabel, {
              letter: w.letterNames[letter],
              language: w.languages[language],
            })}
            state={state}
            onPress={() => issue.mutate({ letter, language })}
          />
        ))}
      </Group>
      {issue.error ? <Failed error={issue.error} /> : null}
    </Stack>
  )
}

export function BreachLetters({ breach }: Of) {
  const w = useBreachWords()
  return (
    <Section title={w.letters} lead={w.lettersLead}>
      {breachLetters.map((letter) => (
        <Letter key={letter} breach={breach} letter={letter} />
      ))}
      {breach.lacks.authority.some(({ lack }) => lack === 'operator') ? (
        <Anchor component={Link} to={paths.operator} size="sm">
          {w.declareOperator}
        </Anchor>
      ) : null}
    </Section>
  )
}

export function BreachAccounts({ breach }: Of) {
  const { language } = useLanguage()
  const w = useBreachWords()
  const tell = useTellAccounts(breach.id)
  const none = breach.accounts.length === 0 ? w.noAccount : null
  const state = useAllowed('installation.manage', tell.isPending, none)
  return (
    <Section title={w.accounts} lead={w.accountsLead} narrow>
      <List size="sm">
        {breach.accounts.map(({ accountId, account, toldAt }) => (
          <List.Item key={accountId}>
            {account || w.gone}
            {colon(language)}{' '}
            {toldAt === null ? w.untoldYet : fill(w.toldAt, { day: dateTime(language, toldAt) })}
          </List.Item>
        ))}
      </List>
      {tell.error ? <Failed error={tell.error} /> : null}
      <ActionButton label={w.tell} state={state} onPress={() => tell.mutate(undefined)} />
    </Section>
  )
}

type Act = BreachStepRequest['step']

export function BreachSteps({ breach }: Of) {
  const w = useBreachWords()
  const lackText = useLackText()
  const step = useStep(breach.id)
  const [note, setNote] = useState('')
  const state = useAllowed('installation.manage', step.isPending)
  const has = (name: Act) => breach.history.some((one) => one.step === name)
  const acts: readonly Act[] =
    breach.state === 'closed'
      ? ['reopened']
      : [
          ...(has('authority_notified') ? [] : (['authority_notified'] as const)),
          ...(has('people_told') ? [] : (['people_told'] as const)),
          'closed',
        ]
  const { close } = breach.lacks
  return (
    <Section title={w.steps} lead={w.stepsLead} narrow>
      <TextInput
        label={w.note}
        maxLength={1_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {breach.state !== 'closed' && close.length > 0 ? (
        <Text size="sm">{lackText(w.closeLacks, close)}</Text>
      ) : null}
      <Group>
        {acts.map((act) => (
          <ActionButton
            key={act}
            size="sm"
            variant="default"
            label={w.acts[act]}
            state={state}
            onPress={() => step.mutate({ step: act, note }, { onSuccess: () => setNote('') })}
          />
        ))}
      </Group>
      {step.error ? <Failed error={step.error} /> : null}
    </Section>
  )
}

type Issued = { breachId: string; letterId: string; name: string }

/** As it was issued: a page, and the same words as PDF. */
function IssuedLetter({ breachId, letterId, name }: Issued) {
  const params = { id: breachId, letterId }
  const key = 'GET /v1/breaches/{id}/letters/{letterId}'
  return (
    <Group gap="sm">
      <Anchor size="sm" download href={addressOf(key, { params })}>
        {name}
      </Anchor>
      <Anchor size="sm" download href={addressOf(key, { params, query: { form: 'pdf' } })}>
        {name}, PDF
      </Anchor>
    </Group>
  )
}

export function BreachHistoryTable({ breach }: Of) {
  const { language } = useLanguage()
  const w = useBreachWords()
  return (
    <Section title={w.history}>
      <WideTable minWidth={560} spacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.when}</Table.Th>
            <Table.Th>{w.steps}</Table.Th>
            <Table.Th>{w.who}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {breach.history.map(({ id, step, at, by, note, letter, language: said }) => (
            <Table.Tr key={id}>
              <Table.Td>{dateTime(language, at)}</Table.Td>
              <Table.Td>
                <Text size="sm">{w.stepNames[step]}</Text>
                {letter === null || said === null ? (
                  <Text size="xs" c="dimmed">
                    {note}
                  </Text>
                ) : (
                  <IssuedLetter
                    breachId={breach.id}
                    letterId={id}
                    name={`${w.letterNames[letter]}, ${w.languages[said]}`}
                  />
                )}
              </Table.Td>
              <Table.Td>{by}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}
