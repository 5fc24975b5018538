// The clock of a trial account: how it reads, set to another hour, and back to the real one.
import { Group, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSandboxClock, useSetSandboxClock } from '../../data/sandbox-clock.ts'
import { instantOf, localOf } from '../../data/zone-fields.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { sandboxWords } from '../../words/developers/api.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

export function SandboxClock() {
  const { language, words } = useLanguage()
  const w = own(words, sandboxWords)
  const clock = useSandboxClock()
  const set = useSetSandboxClock()
  /** Null: nothing was typed, and the field shows how the clock reads. */
  const [typed, setTyped] = useState<string | null>(null)
  const state = useAllowed('account.manage', set.isPending)
  return (
    <Section narrow title={w.clock} lead={w.clockText}>
      <Answer query={clock}>
        {({ readsAs, isMoved }) => {
          const shown = typed ?? localOf(readsAs)
          const submit = (event: FormEvent) => {
            event.preventDefault()
            const instant = instantOf(shown)
            if (instant !== null) set.mutate(instant, { onSuccess: () => setTyped(null) })
          }
          return (
            <form onSubmit={submit}>
              <Text size="sm" role="status" mb="xs">
                {fill(isMoved ? w.clockMoved : w.clockReal, { when: dateTime(language, readsAs) })}
              </Text>
              <Group align="flex-end">
                <TextInput
                  type="datetime-local"
                  label={w.clockHour}
                  required
                  value={shown}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                />
                <ActionButton submit label={w.clockSet} state={state} />
                {isMoved ? (
                  <ActionButton
                    variant="default"
                    label={words.frame.sandboxClockBack}
                    state={state}
                    onPress={() => set.mutate(null, { onSuccess: () => setTyped(null) })}
                  />
                ) : null}
              </Group>
              {set.error ? <Failed error={set.error} /> : null}
            </form>
          )
        }}
      </Answer>
    </Section>
  )
}
