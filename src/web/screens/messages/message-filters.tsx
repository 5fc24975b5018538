// What narrows the list of messages; the choice stands in the address.
import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { failures, messageClasses, messageStates } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { boundsOf } from '../../data/days.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { DayFields } from '../../ui/day-fields.tsx'
import { FoldedOnPhone } from '../../ui/folded.tsx'
import { useChosen } from '../../ui/use-chosen.ts'
import { fill } from '../../words/fill.ts'
import { filterWords } from '../../words/finding/filters.ts'
import { messageFilterWords } from '../../words/finding/messages.ts'
import { own } from '../../words/own.ts'

const names = [
  ...(['from', 'until', 'class', 'state', 'sender', 'reference'] as const),
  ...(['campaign', 'reason', 'route'] as const),
]
/** A reason belongs to its state, and a route to its campaign. */
const goes = { state: ['reason'], campaign: ['route'] } as const
export const useMessageFilters = () => useChosen(names, goes)
type Filters = ReturnType<typeof useMessageFilters>

/** As the API takes them; of what it does not know, nothing. */
export function askedFor({ chosen }: Pick<Filters, 'chosen'>) {
  const { from, before } = boundsOf(chosen)
  return {
    class: messageClasses.find((one) => one === chosen.class),
    state: messageStates.find((one) => one === chosen.state),
    reason: failures.find((one) => one === chosen.reason),
    sender: chosen.sender ?? undefined,
    reference: chosen.reference ?? undefined,
    campaignId: chosen.campaign ?? undefined,
    routeId: chosen.campaign === null ? undefined : (chosen.route ?? undefined),
    acceptedFrom: from,
    acceptedBefore: before,
  }
}
export type Asked = ReturnType<typeof askedFor>

/** Typed and then asked for: it has to be whole. */
function Reference(props: { value: string | null; choose: (value: string) => void }) {
  const { words } = useLanguage()
  const w = own(words, messageFilterWords)
  const held = props.value ?? ''
  const [typed, setTyped] = useState(held)
  useEffect(() => setTyped(held), [held])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.choose(typed.trim())
  }
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={w.reference}
          placeholder={w.referenceHelp}
          maxLength={80}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {w.find}
        </Button>
      </Group>
    </form>
  )
}

function SenderSelect({ chosen, choose }: Pick<Filters, 'chosen' | 'choose'>) {
  const { words } = useLanguage()
  const { may } = useSession()
  const w = own(words, messageFilterWords)
  const senders = useQuery({
    queryKey: ['senders'],
    queryFn: () => call('GET /v1/senders'),
    enabled: may('account.read'),
  })
  // What the address names is shown also where it is not registered any more.
  const held = (senders.data?.items ?? []).map(({ name }) => name)
  const all = [...new Set(chosen.sender === null ? held : [...held, chosen.sender])].sort()
  return (
    <Select
      label={w.sender}
      allowDeselect={false}
      value={chosen.sender ?? ''}
      data={[{ value: '', label: w.anySender }, ...all.map((value) => ({ value, label: value }))]}
      onChange={(value) => choose('sender', value)}
    />
  )
}

export function MessageFilters(props: Filters) {
  const { language, words } = useLanguage()
  const { chosen, choose, clear, set } = props
  const w = words.messages
  const f = own(words, filterWords)
  const m = own(words, messageFilterWords)
  const title = set === 0 ? f.title : fill(f.titleSet, { count: count(language, set) })
  return (
    <FoldedOnPhone title={title} isInUse={set > 0}>
      <Group component="section" aria-label={f.title} align="flex-end" gap="sm">
        <DayFields from={chosen.from} until={chosen.until} choose={choose} />
        <Select
          label={m.class}
          allowDeselect={false}
          value={messageClasses.find((one) => one === chosen.class) ?? ''}
          data={[
            { value: '', label: m.anyClass },
            ...messageClasses.map((value) => ({ value, label: w.classes[value] })),
          ]}
          onChange={(value) => choose('class', value)}
        />
        <Select
          label={w.state}
          allowDeselect={false}
          value={messageStates.find((one) => one === chosen.state) ?? ''}
          data={[
            { value: '', label: w.anyState },
            ...messageStates.map((value) => ({ value, label: w.states[value] })),
          ]}
          onChange={(value) => choose('state', value)}
        />
        <SenderSelect chosen={chosen} choose={choose} />
        <Reference
          value={chosen.reference}
          choose={(value) => choose('reference', value || null)}
        />
        {set === 0 ? null : (
          <Button variant="subtle" onClick={clear}>
            {f.clear}
          </Button>
        )}
      </Group>
    </FoldedOnPhone>
  )
}

/** The same messages as the list below it, all pages together. */
export function MessageCount({ asked }: { asked: Asked }) {
  const { language, words } = useLanguage()
  const m = own(words, messageFilterWords)
  const counted = useQuery({
    queryKey: ['messages', 'count', asked],
    queryFn: () => call('GET /v1/messages/count', { query: asked }),
    refetchInterval: 30_000,
  })
  const { data } = counted
  if (data === undefined) return counted.isPending ? <Text size="sm">{m.counting}</Text> : null
  const { messages, isAtLeast } = data
  const said = isAtLeast ? m.countAtLeast : messages === 1 ? m.count.one : m.count.many
  return (
    <Text size="sm" role="status">
      {fill(said, { count: count(language, messages) })}
    </Text>
  )
}
