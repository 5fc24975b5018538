// Acting for a person: how they contacted you, what they asked for, and a button for each action.

import { Button, Group, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import { type DeskAct, type DeskView, pageKinds } from '../../../preferences/contract.ts'
import { purposeWord } from '../../../words/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useActAtDesk } from './desk-queries.ts'
import { HeardFields, useHeard } from './heard-fields.tsx'

type Act = Omit<DeskAct, 'heardBy' | 'reason'>

/** What may be asked for of what counts now, each with its button's words. */
function useActs({ choices, suppression, requests }: DeskView): { label: string; act: Act }[] {
  const { language, words } = useLanguage()
  const w = words.desk
  const taking = choices
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ controllerId, channel, purpose }) => ({
      label: fill(w.withdraw, {
        what: `${words.wordings.channel[channel]}, ${purposeWord(language, purpose)}`,
      }),
      act: { action: 'withdraw' as const, controllerId, channel, purpose },
    }))
  const stops = (['object_marketing', 'object_all'] as const).filter(
    (action) => suppression !== 'all' && !(action === 'object_marketing' && suppression),
  )
  const waiting = new Set(requests.filter(({ answer }) => answer === null).map(({ kind }) => kind))
  const asks = pageKinds.filter((kind) => !waiting.has(kind))
  return [
    ...taking,
    ...[...stops, ...asks].map((action) => ({ label: w[action], act: { action } })),
  ]
}

export function DeskActs(props: { contactId: string; desk: DeskView; acted(): void }) {
  const { words } = useLanguage()
  const w = words.desk
  const heard = useHeard()
  const reasonId = useId()
  const doing = useActAtDesk(props.contactId)
  const acts = useActs(props.desk)
  const state = useAllowed('consent.record', doing.isPending, heard.told ? null : w.incomplete)
  const press = (act: Act) => {
    if (heard.told === null) return
    doing.mutate(
      { ...act, ...heard.told },
      {
        onSuccess: () => {
          heard.setReason('')
          props.acted()
        },
      },
    )
  }
  return (
    <Section title={w.acts} lead={w.actsLead}>
      <Stack className="accord-measure">
        <HeardFields heard={heard} />
        {state.kind === 'refused' ? (
          <Stack gap="xs">
            <Group gap="xs">
              {acts.map(({ label }) => (
                <Button key={label} variant="default" disabled aria-describedby={reasonId}>
                  {label}
                </Button>
              ))}
            </Group>
            <Text id={reasonId} size="sm" c="dimmed" role="status">
              {state.reason}
            </Text>
          </Stack>
        ) : (
          <Group gap="xs">
            {acts.map(({ label, act }) => (
              <ActionButton
                key={label}
                variant="default"
                label={label}
                state={state}
                onPress={() => press(act)}
              />
            ))}
          </Group>
        )}
        {doing.error ? <Failed error={doing.error} /> : null}
        {doing.data ? (
          <Text role="status" size="sm">
            {w.done[doing.data.done]}
          </Text>
        ) : null}
      </Stack>
    </Section>
  )
}
