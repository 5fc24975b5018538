// What narrows the list of messages; the choice stands in the address.
import { Button, Group, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import {
  failures,
  type MessageGroup,
  messageClasses,
  messageGroups,
  messageStates,
} from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { boundsOf } from '../../data/days.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { DayFields } from '../../ui/day-fields.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { useChosen } from '../../ui/use-chosen.ts'
import { messageFilterWords } from '../../words/finding/messages.ts'
import { own } from '../../words/own.ts'
import { countedWords } from '../../words/sending/counted.ts'
import { asInstant } from './counted.tsx'

const names = [
  ...(['from', 'until', 'class', 'state', 'sender', 'reference'] as const),
  ...(['campaign', 'reason', 'route', 'country', 'group', 'accepted', 'left', 'ended'] as const),
]
/** A reason belongs to its state, a route or country to its campaign; a group is several states. */
const goes = {
  state: ['reason', 'group'],
  group: ['reason', 'state'],
  campaign: ['route', 'country'],
} as const
export const useMessageFilters = () => useChosen(names, goes)
type Filters = ReturnType<typeof useMessageFilters>

const groupNames = Object.keys(messageGroups) as MessageGroup[]

/** A figure's instant, and the day that somebody chose: both are asked for. */
const later = (a: string | undefined, b: string | undefined) =>
  a === undefined || b === undefined ? (a ?? b) : Date.parse(a) < Date.parse(b) ? b : a

const isCountry = (text: string | null): text is string => /^[A-Z]{2}$/.test(text ?? '')

/** As the API takes them; of what it does not know, nothing. */
export function askedFor({ chosen }: Pick<Filters, 'chosen'>) {
  const { from, before } = boundsOf(chosen)
  const state = messageStates.find((one) => one === chosen.state)
  return {
    class: messageClasses.find((one) => one === chosen.class),
    state,
    group: state === undefined ? groupNames.find((one) => one === chosen.group) : undefined,
    reason: failures.find((one) => one === chosen.reason),
    sender: chosen.sender ?? undefined,
    reference: chosen.reference ?? undefined,
    campaignId: chosen.campaign ?? undefined,
    routeId: chosen.campaign === null ? undefined : (chosen.route ?? undefined),
    country: isCountry(chosen.country) ? chosen.country : undefined,
    acceptedFrom: later(from, asInstant(chosen.accepted)),
    acceptedBefore: before,
    leftFrom: asInstant(chosen.left),
    endedFrom: asInstant(chosen.ended),
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

export function StateSelect(props: Pick<Filters, 'chosen' | 'choose'>) {
  const { words } = useLanguage()
  const { choose } = props
  const w = words.messages
  const c = own(words, countedWords)
  const { state, group } = askedFor(props)
  return (
    <Select
      label={w.state}
      allowDeselect={false}
      value={state ?? group ?? ''}
      data={[
        { value: '', label: w.anyState },
        ...messageStates.map((value) => ({ value, label: w.states[value] })),
        ...groupNames.map((value) => ({ value, label: c.groups[value] })),
      ]}
      onChange={(value) =>
        choose(groupNames.some((one) => one === value) ? 'group' : 'state', value)
      }
    />
  )
}

export function MessageFilters(props: Filters) {
  const { words } = useLanguage()
  const { chosen, choose, clear, set } = props
  const w = words.messages
  const m = own(words, messageFilterWords)
  return (
    <FilterBar set={set} clear={set === 0 ? null : clear}>
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
      <StateSelect chosen={chosen} choose={choose} />
      <SenderSelect chosen={chosen} choose={choose} />
      <Reference value={chosen.reference} choose={(value) => choose('reference', value || null)} />
    </FilterBar>
  )
}

/** The same messages as the list, all pages together; a period's are not counted by themselves. */
export function useMessageCount(asked: Asked, enabled: boolean) {
  return useQuery({
    queryKey: ['messages', 'count', asked],
    queryFn: async () => {
      const { messages, isAtLeast } = await call('GET /v1/messages/count', { query: asked })
      return { count: messages, isAtLeast }
    },
    refetchInterval: 30_000,
    enabled,
  })
}
