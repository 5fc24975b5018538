// Erasures of people: what went, what is kept to a day, who was told, and the certificates.
import { Stack, Table, Text } from '@mantine/core'
import type { ErasureView } from '../../../privacy/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedHead } from '../../ui/stacked-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { erasureWords } from '../../words/requests/erasures.ts'
import { Certificate, erasuresKey, Recipient } from './erasure-acts.tsx'

type Of = { erasure: ErasureView }

function Request({ erasure }: Of) {
  const { language, words } = useLanguage()
  const w = own(words, erasureWords)
  const { askedAt, askedHow, why, people } = erasure
  if (askedAt === null || askedHow === null) {
    return (
      <>
        <Text size="sm">{w.whys[why]}</Text>
        {people === 1 ? null : <Text size="sm">{fill(w.people, { count: String(people) })}</Text>}
      </>
    )
  }
  const date = dateTime(language, askedAt)
  return <Text size="sm">{fill(w.askedOn, { date, how: w.askedHows[askedHow] })}</Text>
}

function Copies({ erasure }: Of) {
  const { language, words } = useLanguage()
  const w = own(words, erasureWords)
  const { oldKey, backupsUntil, proofs } = erasure
  const holds = proofs.held > 0 && proofs.goneAt === null
  const isGone = oldKey.goneAt !== null
  const date = dateTime(language, oldKey.goneAt ?? oldKey.until)
  return (
    <Stack gap={4} align="flex-start">
      <StatusBadge meaning={isGone ? 'good' : 'waits'}>
        {isGone ? (holds ? w.copiesGoneHeld : w.copiesGone) : w.copiesWait}
      </StatusBadge>
      <Text size="xs">{fill(isGone ? w.copiesGoneOn : w.copiesUntil, { date })}</Text>
      <Text size="xs">{fill(w.backups, { date: dateTime(language, backupsUntil) })}</Text>
    </Stack>
  )
}

function Destroyed({ erasure }: Of) {
  const { language, words } = useLanguage()
  const w = own(words, erasureWords)
  const { destroyed, proofs, suppression } = erasure
  const held = proofs.goneAt === null ? proofs.until : null
  return (
    <Stack gap={2}>
      {destroyed.map(({ kind, count }) => (
        <Text key={kind} size="sm">
          {fill(w.kinds[kind], { count: String(count) })}
        </Text>
      ))}
      {held === null ? null : (
        <Text size="xs">
          {fill(w.proofs, { date: dateTime(language, held), count: String(proofs.held) })}
        </Text>
      )}
      <Text size="xs">{suppression === null ? w.noSuppression : w.suppressions[suppression]}</Text>
    </Stack>
  )
}

function Line({ erasure }: Of) {
  const { language, words } = useLanguage()
  const w = own(words, erasureWords)
  return (
    <Table.Tr role="row">
      <Table.Td role="cell" data-label={w.erased}>
        <Text size="sm" fw={600}>
          {dateTime(language, erasure.erasedAt)}
        </Text>
        <Request erasure={erasure} />
      </Table.Td>
      <Table.Td role="cell" data-label={w.destroyed}>
        <Destroyed erasure={erasure} />
      </Table.Td>
      <Table.Td role="cell" data-label={w.copies}>
        <Copies erasure={erasure} />
      </Table.Td>
      <Table.Td role="cell" data-label={w.recipients}>
        {erasure.recipients.length === 0 ? <Text size="sm">{w.noRecipients}</Text> : null}
        <Stack gap="sm">
          {erasure.recipients.map((recipient) => (
            <Recipient key={recipient.id} id={erasure.id} recipient={recipient} />
          ))}
        </Stack>
      </Table.Td>
      <Table.Td role="cell" data-label={w.certificate}>
        <Certificate erasure={erasure} />
      </Table.Td>
    </Table.Tr>
  )
}

export function ErasuresScreen() {
  const { words } = useLanguage()
  const w = own(words, erasureWords)
  const list = useGrowingList(erasuresKey, (page) => call('GET /v1/erasures', { query: page }))
  return (
    <Page title={w.title} lead={w.lead}>
      <GrowingList list={list} empty={{ title: w.empty, text: <Text>{w.emptyText}</Text> }}>
        {(items) => (
          <WideTable minWidth={960} spacing="sm" stacks>
            <StackedHead columns={[w.erased, w.destroyed, w.copies, w.recipients, w.certificate]} />
            <Table.Tbody role="rowgroup">
              {items.map((erasure) => (
                <Line key={erasure.id} erasure={erasure} />
              ))}
            </Table.Tbody>
          </WideTable>
        )}
      </GrowingList>
    </Page>
  )
}
