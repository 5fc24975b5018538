// How long contacts stay without a sign of the person, who goes at their term, and a pause with its reason.
import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type KeepingView, keepingReasonMin } from '../../../contacts/contract.ts'
import { count, dateTime, dayInput } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import { useChooseKeeping, useKeeping } from './queries.ts'
import { TermForm, TermSection } from './term-section.tsx'

/** A pause that is over holds up nobody, and is not chosen again with the next term. */
const isPaused = (keeping: KeepingView): keeping is KeepingView & { pausedUntil: string } =>
  keeping.pausedUntil !== null && Date.parse(keeping.pausedUntil) > Date.now()

function Found(props: { keeping: KeepingView }) {
  const { language, words } = useLanguage()
  const w = words.forms
  const { erasesFrom, lookedAt, due, soon, soonDays, erased } = props.keeping
  const { erasuresUnderWayUntil: until } = props.keeping
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
      <Text size="sm">
        {until === null
          ? w.keepingComplete
          : fill(w.keepingUnderWay, { until: dateTime(language, until) })}
      </Text>
    </Stack>
  )
}

function Choosing(props: { keeping: KeepingView }) {
  const { words } = useLanguage()
  const w = words.forms
  const { keeping } = props
  const [pause, setPause] = useState(isPaused(keeping) ? dayInput(keeping.pausedUntil) : '')
  const choose = useChooseKeeping()
  return (
    <TermForm
      label={w.keepingMonths}
      save={w.keepingChoose}
      term={keeping.months}
      max={keeping.monthsMax}
      reasonMin={keepingReasonMin}
      choosing={choose}
      onChoose={(months, reason) => {
        // A day that is named has no hour: its first instant, where the reader is.
        const pausedUntil = pause === '' ? null : new Date(`${pause}T00:00:00`).toISOString()
        choose.mutate({ months, pausedUntil, reason })
      }}
    >
      <TextInput
        type="date"
        label={w.keepingPause}
        value={pause}
        onChange={(event) => setPause(event.currentTarget.value)}
      />
    </TermForm>
  )
}

export function KeepingSection() {
  const { words } = useLanguage()
  const w = words.forms
  return (
    <TermSection title={w.keepingTitle} lead={w.keepingLead} query={useKeeping()}>
      {(keeping) => (
        <>
          <Text size="sm">
            {fill(w.keepingRule, { months: String(keeping.monthsMax), title: keeping.rule.title })}
          </Text>
          <Found keeping={keeping} />
          <Choosing key={`${keeping.months} ${keeping.pausedUntil}`} keeping={keeping} />
        </>
      )}
    </TermSection>
  )
}
