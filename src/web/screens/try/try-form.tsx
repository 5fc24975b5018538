// The message that is tried: its text, its sender, and what the imagined telephone does.
import { Paper, Radio, Select, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { MessageView } from '../../../sending/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { isUsable } from '../../data/senders.ts'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { useSenders } from '../campaigns/queries.ts'
import { type Ending, useSendTrial } from './queries.ts'

const endings: readonly Ending[] = ['delivered', 'off', 'unknown']

/** Of an account's name, what a telephone can show as its sender. */
function senderFrom(name: string): string {
  const letters = name.normalize('NFD').replace(/[^A-Za-z0-9]/g, '')
  return letters.slice(0, 11)
}

function Fields(props: {
  senders: readonly string[]
  onSent: (message: MessageView, text: string) => void
}) {
  const { words } = useLanguage()
  const { me, may } = useSession()
  const w = words.tryOne
  const { senders } = props
  const isNewSender = senders.length === 0
  const [text, setText] = useState(typed(w.textAtFirst))
  const [sender, setSender] = useState(senders[0] ?? senderFrom(me.account.name))
  const [ending, setEnding] = useState<Ending>('delivered')
  const send = useSendTrial((message) => props.onSent(message, text))
  const lacksSender = isNewSender && !may('account.manage') ? w.noSender : null
  const state = useAllowed('messages.send', send.isPending, lacksSender)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate({ text, sender, isNewSender, ending })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {isNewSender ? (
          <TextInput
            label={w.sender}
            description={w.senderHelp}
            required
            maxLength={11}
            value={sender}
            onChange={(event) => setSender(event.currentTarget.value)}
          />
        ) : (
          <Select
            label={w.sender}
            allowDeselect={false}
            data={[...senders]}
            value={sender}
            onChange={(value) => setSender(value ?? sender)}
          />
        )}
        <Textarea
          label={w.text}
          required
          autosize
          minRows={3}
          maxLength={640}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Radio.Group
          label={w.ending}
          value={ending}
          onChange={(value) => setEnding(endings.find((one) => one === value) ?? 'delivered')}
        >
          <Stack gap="xs" mt="xs">
            {endings.map((one) => (
              <Radio key={one} value={one} label={w.endings[one]} />
            ))}
          </Stack>
        </Radio.Group>
        {send.error ? <Failed error={send.error} /> : null}
        <ActionButton submit label={w.send} state={state} />
      </Stack>
    </form>
  )
}

/** In the alphabet of SMS there is no space that holds words together. */
const typed = (text: string) => text.replaceAll('\u00a0', ' ')

export function TryForm(props: { onSent: (message: MessageView, text: string) => void }) {
  const { words } = useLanguage()
  const senders = useSenders()
  return (
    <Paper withBorder p="lg" component="section" aria-label={words.tryOne.write}>
      <Stack>
        <Title order={2} size="h4">
          {words.tryOne.write}
        </Title>
        <Answer query={senders}>
          {({ items }) => (
            <Fields
              senders={items.filter(isUsable).map(({ name }) => name)}
              onSent={props.onSent}
            />
          )}
        </Answer>
      </Stack>
    </Paper>
  )
}
