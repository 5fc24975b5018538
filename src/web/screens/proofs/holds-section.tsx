// Proofs of deleted contacts: how many, until when, and destroying one early.
import { List, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { HoldList } from '../../../consent/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { proofsWords } from '../../words/consent/proofs.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useEndHold, useHolds } from './queries.ts'

type Hold = HoldList['items'][number]
const reasonLengthMin = 5

function Ending(props: { subjectId: string }) {
  const { words } = useLanguage()
  const w = own(words, proofsWords)
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const end = useEndHold(props.subjectId)
  if (!isAsking) {
    return (
      <ActionButton
        size="xs"
        variant="default"
        label={w.holdEnd}
        state={{ kind: 'ready' }}
        onPress={() => setAsking(true)}
      />
    )
  }
  const state: ActionState = end.isPending
    ? { kind: 'busy' }
    : reason.trim().length < reasonLengthMin
      ? { kind: 'refused', reason: w.holdReason }
      : { kind: 'ready' }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    end.mutate(reason.trim())
  }
  return (
    <form onSubmit={submit} aria-label={w.holdEnd}>
      <Stack gap="xs">
        <TextInput
          label={w.holdReason}
          required
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {end.error ? <Failed error={end.error} /> : null}
        <ActionButton submit size="xs" color="red" label={w.holdDo} state={state} />
      </Stack>
    </form>
  )
}

function HoldLine(props: { hold: Hold }) {
  const { language, words } = useLanguage()
  const { subjectId, heldSince, holdUntil, documents } = props.hold
  return (
    <List.Item>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {fill(own(words, proofsWords).holdLine, {
            since: dateTime(language, heldSince),
            until: dateTime(language, holdUntil),
            documents: count(language, documents.length),
          })}
        </Text>
        <Ending subjectId={subjectId} />
      </Stack>
    </List.Item>
  )
}

function Holds(props: { list: HoldList }) {
  const { language, words } = useLanguage()
  const w = own(words, proofsWords)
  const { people, items } = props.list
  if (people === 0) return <Text size="sm">{w.holdsNone}</Text>
  return (
    <Stack>
      <Text size="sm">{fill(w.holdsPeople, { people: count(language, people) })}</Text>
      <List spacing="xs" listStyleType="none">
        {items.map((hold) => (
          <HoldLine key={hold.subjectId} hold={hold} />
        ))}
      </List>
    </Stack>
  )
}

export function HoldsSection() {
  const { words } = useLanguage()
  const w = own(words, proofsWords)
  const { may } = useSession()
  const isAllowed = may('proofs.manage')
  const holds = useHolds(isAllowed)
  return (
    <Section title={w.holdsTitle} lead={w.holdsLead}>
      {isAllowed ? (
        <Answer query={holds}>{(list) => <Holds list={list} />}</Answer>
      ) : (
        <NotAllowed right="proofs.manage" />
      )}
    </Section>
  )
}
