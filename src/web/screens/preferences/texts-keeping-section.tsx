// How long the texts and numbers of messages and replies stay, and the choice of it with its reason.
import { NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { TextKeepingView } from '../../../sending/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useChooseTextKeeping, useTextKeeping } from './queries.ts'

const reasonLengthMin = 5

function Choosing(props: { keeping: TextKeepingView }) {
  const { words } = useLanguage()
  const w = words.forms
  const { keeping } = props
  const [days, setDays] = useState(keeping.days)
  const [reason, setReason] = useState('')
  const choose = useChooseTextKeeping()
  const lacksReason = reason.trim().length < reasonLengthMin
  const state = useAllowed('account.manage', choose.isPending, lacksReason ? w.keepingReason : null)
  return (
    <Stack>
      <NumberInput
        label={w.textsDays}
        min={1}
        max={keeping.daysMax}
        allowDecimal={false}
        value={days}
        onChange={(value) => setDays(Number(value) || 1)}
      />
      <TextInput
        label={w.keepingReason}
        required
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ActionButton
        label={w.textsChoose}
        state={state}
        onPress={() => choose.mutate({ days, reason: reason.trim() })}
      />
      {choose.error ? <Failed error={choose.error} /> : null}
    </Stack>
  )
}

export function TextsKeepingSection() {
  const { language, words } = useLanguage()
  const w = words.forms
  const keeping = useTextKeeping()
  return (
    <Paper withBorder p="lg" component="section" aria-label={w.textsTitle}>
      <Stack>
        <Title order={2} size="h4">
          {w.textsTitle}
        </Title>
        <Text size="sm">{w.textsLead}</Text>
        <Answer query={keeping}>
          {(data) => (
            <Stack>
              {data.erasesFrom === null ? null : (
                <Text size="sm">
                  {fill(w.textsFrom, {
                    from: dateTime(language, data.erasesFrom),
                    erased: count(language, data.erased),
                  })}
                </Text>
              )}
              <Choosing key={data.days} keeping={data} />
            </Stack>
          )}
        </Answer>
      </Stack>
    </Paper>
  )
}
