// The log of a webhook: each event, what became of it, and a button that sends it again.
import { Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import {
  type DeliveryState,
  type DeliveryView,
  deliveryStates,
  type WebhookView,
} from '../../../webhooks/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { GrowingList } from '../../ui/growing-list.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { useAllowed } from '../../ui/use-allowed.ts'
import { WideTable } from '../../ui/wide-table.tsx'
import { webhookWords } from '../../words/developers/webhooks.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useDeliveries, useRetry } from './queries.ts'

const meanings: Record<DeliveryState, Meaning> = {
  waiting: 'information',
  held: 'waits',
  delivered: 'good',
  failed: 'refused',
}

function LastAnswer({ delivery }: { delivery: DeliveryView }) {
  const { language, words } = useLanguage()
  const w = own(words, webhookWords)
  const { status, durationMs, error, nextAt, askedUntil, state } = delivery
  // What is sent again by hand does not wait for it.
  const waitsAsAsked = nextAt !== null && askedUntil !== null && nextAt >= askedUntil
  return (
    <>
      {status === null || durationMs === null ? null : (
        <Text size="sm">
          {fill(w.took, { status: String(status), duration: count(language, durationMs) })}
        </Text>
      )}
      {error === null ? null : <Text size="sm">{w.errors[error]}</Text>}
      {state === 'waiting' && waitsAsAsked ? (
        <Text size="sm">{fill(w.asked, { when: dateTime(language, askedUntil) })}</Text>
      ) : null}
      {state === 'waiting' && nextAt !== null ? (
        <Text size="sm" c="dimmed">
          {fill(w.next, { when: dateTime(language, nextAt) })}
        </Text>
      ) : null}
    </>
  )
}

type Of = { webhook: WebhookView; delivery: DeliveryView }

function State({ delivery: { state } }: Pick<Of, 'delivery'>) {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  return <StatusBadge meaning={meanings[state]}>{w.states[state]}</StatusBadge>
}

function SendAgain({ webhook, delivery }: Of) {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  const retry = useRetry(webhook.id)
  const state = useAllowed('webhooks.manage', retry.isPending)
  if (webhook.state === 'paused') return null
  return (
    <>
      <ActionButton
        size="xs"
        variant="default"
        label={w.retry}
        state={state}
        onPress={() => retry.mutate(delivery.id)}
      />
      {retry.error ? <Failed error={retry.error} /> : null}
    </>
  )
}

/** On a telephone all of it stands in one column: nothing is to be scrolled for. */
function Row({ webhook, delivery }: Of) {
  const { language, words } = useLanguage()
  const w = own(words, webhookWords)
  return (
    <Table.Tr>
      <Table.Td>
        {w.kinds[delivery.event]}
        <Text size="sm" c="dimmed">
          {dateTime(language, delivery.at)}
        </Text>
        <Stack hiddenFrom="sm" gap={6} mt={6} align="flex-start">
          <State delivery={delivery} />
          {delivery.tries === 0 ? null : (
            <Text size="sm" c="dimmed">
              {fill(w.triedTimes, { count: count(language, delivery.tries) })}
            </Text>
          )}
          <LastAnswer delivery={delivery} />
          <SendAgain webhook={webhook} delivery={delivery} />
        </Stack>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <State delivery={delivery} />
      </Table.Td>
      <Table.Td visibleFrom="sm" ta="right" className="accord-figures">
        {count(language, delivery.tries)}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <LastAnswer delivery={delivery} />
        <SendAgain webhook={webhook} delivery={delivery} />
      </Table.Td>
    </Table.Tr>
  )
}

export function DeliveryLog({ webhook }: { webhook: WebhookView }) {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  const [only, setOnly] = useState<DeliveryState | null>(null)
  const list = useDeliveries(webhook.id, only)
  const states = deliveryStates.map((state) => ({ value: state, label: w.states[state] }))
  return (
    <Section title={w.log} lead={w.logLead}>
      <Select
        label={w.filter}
        maw={260}
        allowDeselect={false}
        value={only ?? 'all'}
        data={[{ value: 'all', label: w.all }, ...states]}
        onChange={(chosen) => setOnly(deliveryStates.find((state) => state === chosen) ?? null)}
      />
      <GrowingList list={list} empty={{ title: w.logNone, text: w.logNoneText }}>
        {(items) => (
          <WideTable minWidth={280} spacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.event}</Table.Th>
                <Table.Th visibleFrom="sm">{w.state}</Table.Th>
                <Table.Th visibleFrom="sm" ta="right">
                  {w.tries}
                </Table.Th>
                <Table.Th visibleFrom="sm">{w.answer}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((delivery) => (
                <Row key={delivery.id} webhook={webhook} delivery={delivery} />
              ))}
            </Table.Tbody>
          </WideTable>
        )}
      </GrowingList>
    </Section>
  )
}
