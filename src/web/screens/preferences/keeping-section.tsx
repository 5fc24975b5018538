// How long contacts stay without a sign of the person, who goes at their term, and a pause with its reason.
import { Group, NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { type KeepingView, keepingReasonMin } from '../../../contacts/contract.ts'
import { count, dateTime, dayInput } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useChooseKeeping, useKeeping } from './queries.ts'

/** A pause that is over holds up nobody, and is not chosen again with the next term. */
const isPaused = (keeping: KeepingView): keeping is KeepingView & { pausedUntil: string } =>
  keeping.pausedUntil !== null && Date.parse(keeping.pausedUntil) > Date.now()

function Found(props: { keeping: KeepingView }) {
  const { language, words } = useLanguage()
  const w = words.forms
  const { erasesFrom, lookedAt, due, soon, soonDays, erased } = props.keeping
  return (
    <Stack gap={4}>
      {erasesFrom === null ? null : (
        <Text size="sm">{fill(w.keepingFrom, { from: dateTime(language, erasesFrom) })}</Text>
      )}
      {isPaused(props.keeping) ? (
        <Text size="sm">
          {fill(w.keepingPaused, { until: dateTime(language, props.keeping.pausedUntil) })}
        </Text>
      ) : null}
      <Text size="sm">
        {lookedAt === null
          ? w.keepingNotLooked
          : fill(w.keepingFound, {
              at: dateTime(language, lookedAt),
              due: count(language, due),
              soon: count(language, soon),
              days: count(language, soonDays),
              erased: count(language, erased),
            })}
      </Text>
    </Stack>
  )
}

function Choosing(props: { keeping: KeepingView }) {
  const { words } = useLanguage()
  const w = words.forms
  const { keeping } = props
  const [months, setMonths] = useState(keeping.months)
  const [pause, setPause] = useState(isPaused(keeping) ? dayInput(keeping.pausedUntil) : '')
  const [reason, setReason] = useState('')
  const choose = useChooseKeeping()
  const lacksReason = reason.trim().length < keepingReasonMin
  const state = useAllowed('account.manage', choose.isPending, lacksReason ? w.keepingReason : null)
  return (
    <Stack>
      <Group align="flex-start" grow>
        <NumberInput
          label={w.keepingMonths}
          min={1}
          max={keeping.monthsMax}
          allowDecimal={false}
          value={months}
          onChange={(value) => setMonths(Number(value) || 1)}
        />
        <TextInput
          type="date"
          label={w.keepingPause}
          value={pause}
          onChange={(event) => setPause(event.currentTarget.value)}
        />
      </Group>
      <TextInput
        label={w.keepingReason}
        required
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ActionButton
        label={w.keepingChoose}
        state={state}
        onPress={() => {
          // A day that is named has no hour: its first instant, where the reader is.
          const pausedUntil = pause === '' ? null : new Date(`${pause}T00:00:00`).toISOString()
          choose.mutate({ months, pausedUntil, reason: reason.trim() })
        }}
      />
      {choose.error ? <Failed error={choose.error} /> : null}
    </Stack>
  )
}

export function KeepingSection() {
  const { words } = useLanguage()
  const w = words.forms
  const keeping = useKeeping()
  return (
    <Paper withBorder p="lg" component="section" aria-label={w.keepingTitle}>
      <Stack>
        <Title order={2} size="h4">
          {w.keepingTitle}
        </Title>
        <Text size="sm">{w.keepingLead}</Text>
        <Answer query={keeping}>
          {(data) => (
            <Stack>
              <Text size="sm">
                {fill(w.keepingRule, { months: String(data.monthsMax), title: data.rule.title })}
              </Text>
              <Found keeping={data} />
              <Choosing key={`${data.months} ${data.pausedUntil}`} keeping={data} />
            </Stack>
          )}
        </Answer>
      </Stack>
    </Paper>
  )
}
