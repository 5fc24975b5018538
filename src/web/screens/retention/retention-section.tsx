// How long contacts stay without a sign of the person, who goes at their term,
// and a pause with its reason.
import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type RetentionView, retentionReasonMin } from '../../../contacts/contract.ts'
import { count, dateTime, dayInput } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { dayStart } from '../../data/zone-fields.ts'
import { retentionWords } from '../../words/compliance/retention.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useChooseRetention, useRetention } from './queries.ts'
import { TermForm, TermSection } from './term-section.tsx'

/** A pause that is over holds up nobody, and is not chosen again with the next term. */
const isPaused = (retention: RetentionView): retention is RetentionView & { pausedUntil: string } =>
  retention.pausedUntil !== null && Date.parse(retention.pausedUntil) > Date.now()

function Found(props: { retention: RetentionView }) {
  const { language, words } = useLanguage()
  const w = own(words, retentionWords)
  const { erasesFrom, lookedAt, due, soon, soonDays, erased } = props.retention
  const { erasuresUnderWayUntil: until } = props.retention
  return (
    <Stack gap={4}>
      {erasesFrom === null ? null : (
        <Text size="sm">{fill(w.retentionFrom, { from: dateTime(language, erasesFrom) })}</Text>
      )}
      {isPaused(props.retention) ? (
        <Text size="sm">
          {fill(w.retentionPaused, { until: dateTime(language, props.retention.pausedUntil) })}
        </Text>
      ) : null}
      <Text size="sm">
        {lookedAt === null
          ? w.retentionNotLooked
          : fill(w.retentionFound, {
              at: dateTime(language, lookedAt),
              due: count(language, due),
              soon: count(language, soon),
              days: count(language, soonDays),
              erased: count(language, erased),
            })}
      </Text>
      <Text size="sm">
        {until === null
          ? w.retentionComplete
          : fill(w.retentionUnderWay, { until: dateTime(language, until) })}
      </Text>
    </Stack>
  )
}

function Choosing(props: { retention: RetentionView }) {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  const { retention } = props
  const [pause, setPause] = useState(isPaused(retention) ? dayInput(retention.pausedUntil) : '')
  const choose = useChooseRetention()
  return (
    <TermForm
      label={w.retentionMonths}
      save={w.retentionChoose}
      term={retention.months}
      max={retention.monthsMax}
      reasonMin={retentionReasonMin}
      choosing={choose}
      onChoose={(months, reason) => {
        // A day that is named has no hour: its first instant, by the clock of the account.
        const pausedUntil = pause === '' ? null : dayStart(pause)
        choose.mutate({ months, pausedUntil, reason })
      }}
    >
      <TextInput
        type="date"
        label={w.retentionPause}
        value={pause}
        onChange={(event) => setPause(event.currentTarget.value)}
      />
    </TermForm>
  )
}

export function RetentionSection() {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  return (
    <TermSection title={w.retentionTitle} lead={w.retentionLead} query={useRetention()}>
      {(retention) => (
        <>
          <Text size="sm">
            {fill(w.retentionRule, {
              months: String(retention.monthsMax),
              title: retention.rule.title,
            })}
          </Text>
          <Found retention={retention} />
          <Choosing key={`${retention.months} ${retention.pausedUntil}`} retention={retention} />
        </>
      )}
    </TermSection>
  )
}
