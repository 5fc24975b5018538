// Between which periods the accounts of the installation may choose: for whoever manages it.
import { Group, NumberInput, Paper, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import type { RetentionBoundView } from '../../../retention/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { retentionWords } from '../../words/compliance/retention.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useBounds, useSetBound } from './queries.ts'

function Bound({ bound }: { bound: RetentionBoundView }) {
  const { words } = useLanguage()
  const w = own(words, retentionWords)
  const { kind, programShortest: from, programLongest: to } = bound
  const [shortest, setShortest] = useState(bound.shortest)
  const [longest, setLongest] = useState(bound.longest)
  const set = useSetBound(kind)
  const state = useAllowed('installation.manage', set.isPending)
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={3} size="h5">
          {w.kinds[kind]}
        </Title>
        <RecordForm
          save={`${w.saveBounds} : ${w.kinds[kind]}`}
          state={state}
          error={set.error}
          done={null}
          onSubmit={() => set.mutate({ shortest, longest })}
        >
          <Group align="flex-start" grow>
            <NumberInput
              label={fill(w.shortest, { from: String(from) })}
              min={from}
              max={to}
              allowDecimal={false}
              value={shortest}
              onChange={(value) => setShortest(Number(value) || from)}
            />
            <NumberInput
              label={fill(w.longest, { to: String(to) })}
              min={from}
              max={to}
              allowDecimal={false}
              value={longest}
              onChange={(value) => setLongest(Number(value) || to)}
            />
          </Group>
        </RecordForm>
      </Stack>
    </Paper>
  )
}

export function BoundsSection() {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = own(words, retentionWords)
  const bounds = useBounds(may('installation.manage'))
  if (!may('installation.manage')) return null
  return (
    <Section title={w.bounds} lead={w.boundsLead}>
      <Answer query={bounds}>
        {({ items }) => (
          <Stack>
            {items.map((bound) => (
              <Bound key={`${bound.kind} ${bound.changedAt}`} bound={bound} />
            ))}
          </Stack>
        )}
      </Answer>
    </Section>
  )
}
