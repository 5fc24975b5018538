// What is done with a breach: letters are issued, accounts told, steps noted. The installation and
// an account do it alike, each with its own.
import { Anchor, Group, List, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type AccountBreachView,
  type BreachLetter,
  type BreachStepRequest,
  type BreachView,
  breachLetters,
} from '../../../disclosure/contract.ts'
import { colon, dateTime, listed } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ofWhose, type Whose } from '../../data/whose.ts'
import { instantOf } from '../../data/zone-fields.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useIssueLetter, useStep, useTellAccounts } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

/** What both have. */
export type Of = {
  whose: Whose
  breach: Pick<BreachView | AccountBreachView, 'id' | 'state' | 'lacks' | 'history'>
}

function useLackText() {
  const { language } = useLanguage()
  return (template: string, lacks: readonly { text: string }[]): string => {
    const all = lacks.map(({ text }) => text)
    return fill(template, { lacks: listed(language, all) })
  }
}

function Letter({ whose, breach, letter }: Of & { letter: BreachLetter }) {
  const w = useBreachWords()
  const lackText = useLackText()
  const issue = useIssueLetter(whose, breach.id)
  const lacks = breach.lacks[letter]
  const state = useAllowed(ofWhose[whose].needs, issue.isPending)
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

export function BreachLetters({ whose, breach }: Of) {
  const w = useBreachWords()
  const declares =
    whose === 'installation'
      ? { to: paths.operator, text: w.declareOperator }
      : { to: paths.register, text: w.own.declare }
  return (
    <Section title={w.letters} lead={w.lettersLead}>
      {breachLetters.map((letter) => (
        <Letter key={letter} whose={whose} breach={breach} letter={letter} />
      ))}
      {breach.lacks.authority.some(({ lack }) => lack === 'operator') ? (
        <Anchor component={Link} to={declares.to} size="sm">
          {declares.text}
        </Anchor>
      ) : null}
    </Section>
  )
}

export function BreachAccounts({ breach }: { breach: BreachView }) {
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

/** What was noted wrongly is noted anew: the newest counts. */
function useActs({ breach }: Pick<Of, 'breach'>): { act: Act; label: string }[] {
  const w = useBreachWords()
  if (breach.state === 'closed') return [{ act: 'reopened', label: w.acts.reopened }]
  const told = (['authority_notified', 'people_told'] as const).map((act) => {
    const isDone = breach.history.some(({ step, isTakenBack }) => step === act && !isTakenBack)
    return { act, label: isDone ? w.actsAgain[act] : w.acts[act] }
  })
  return [...told, { act: 'closed', label: w.acts.closed }]
}

type Pressed = {
  act: Act
  label: string
  name: string
  state: ReturnType<typeof useAllowed>
  onPress(): void
}

/** What stops a clock asks first, and names the breach. */
function Act({ act, label, name, state, onPress }: Pressed) {
  const { asks } = useBreachWords()
  if (act !== 'authority_notified' && act !== 'people_told') {
    return (
      <ActionButton size="sm" variant="default" label={label} state={state} onPress={onPress} />
    )
  }
  return (
    <AskTwice
      {...{ label, state }}
      what={fill(asks[act], { name })}
      sure={asks.sure}
      keep={asks.keep}
      color="teal"
      onSure={onPress}
    />
  )
}

export function BreachSteps({ whose, breach, name }: Of & { name: string }) {
  const w = useBreachWords()
  const lackText = useLackText()
  const step = useStep(whose, breach.id)
  const [{ note, on }, setTyped] = useState({ note: '', on: '' })
  const state = useAllowed(ofWhose[whose].needs, step.isPending)
  const acts = useActs({ breach })
  const { close } = breach.lacks
  return (
    <Section title={w.steps} lead={w.stepsLead} narrow>
      <TextInput
        label={w.note}
        maxLength={1_000}
        value={note}
        onChange={(event) => setTyped({ on, note: event.currentTarget.value })}
      />
      {breach.state === 'closed' ? null : (
        <TextInput
          type="datetime-local"
          label={w.on}
          description={w.onHelp}
          value={on}
          onChange={(event) => setTyped({ note, on: event.currentTarget.value })}
        />
      )}
      {breach.state !== 'closed' && close.length > 0 ? (
        <Text size="sm">{lackText(w.closeLacks, close)}</Text>
      ) : null}
      <Group>
        {acts.map(({ act, label }) => (
          <Act
            key={`${act} ${breach.history.length}`}
            {...{ act, label, name, state }}
            onPress={() =>
              step.mutate(
                { step: act, note, on: instantOf(on) },
                { onSuccess: () => setTyped({ note: '', on: '' }) },
              )
            }
          />
        ))}
      </Group>
      {step.error ? <Failed error={step.error} /> : null}
    </Section>
  )
}
