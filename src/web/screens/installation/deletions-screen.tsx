// Deletions of accounts, for whoever manages the installation: state, certificates, letters.
import { Anchor, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountDeletionItem, DeletionState } from '../../../privacy/contract.ts'
import { addressOf, call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { useAllowed } from '../../ui/use-allowed.ts'
import { deletionWords } from '../../words/compliance/deletion.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useAccountChoice } from './accounts/account-choice.ts'
import { StaffPage } from './staff-page.tsx'

const queryKey = ['account-deletions']
const meanings: Record<DeletionState, Meaning> = {
  waiting: 'waits',
  undone: 'neutral',
  executing: 'information',
  done: 'good',
}

function useNameOf() {
  const { words } = useLanguage()
  return ({ accountName, accountNumber }: AccountDeletionItem) =>
    accountName ?? fill(own(words, deletionWords).staff.gone, { number: String(accountNumber) })
}

function Undo({ item }: { item: AccountDeletionItem }) {
  const { words } = useLanguage()
  const w = own(words, deletionWords).staff
  const nameOf = useNameOf()
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: (reason: string) =>
      call('POST /v1/account-deletions/{id}/undo', { params: { id: item.id }, body: { reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  })
  return (
    <ReasonDialog
      size="xs"
      label={w.undo}
      title={fill(w.undoTitle, { name: nameOf(item) })}
      what={w.undoWhat}
      reasonLabel={w.undoReason}
      save={w.undoNow}
      state={useAllowed('installation.manage', undo.isPending)}
      error={undo.error}
      act={undo.mutate}
    />
  )
}

function Certificate({ id }: { id: string }) {
  const { words } = useLanguage()
  const w = own(words, deletionWords).staff
  const key = 'GET /v1/account-deletions/{id}/certificate'
  return (
    <Stack gap={0}>
      <Anchor href={addressOf(key, { params: { id } })} download size="sm">
        {w.certificate}
      </Anchor>
      <Anchor href={addressOf(key, { params: { id }, query: { form: 'pdf' } })} download size="sm">
        {w.pdf}
      </Anchor>
      <Anchor href={addressOf(key, { params: { id }, query: { form: 'note' } })} download size="sm">
        {w.file}
      </Anchor>
    </Stack>
  )
}

function Line({ item }: { item: AccountDeletionItem }) {
  const { language, words } = useLanguage()
  const w = own(words, deletionWords).staff
  const nameOf = useNameOf()
  const reason = item.undoReason ?? item.reason
  return (
    <StackedRow>
      <StackedCell leads>
        <Text size="sm" fw={600}>
          {nameOf(item)}
        </Text>
        {reason === null ? null : (
          <Text size="xs" c="dimmed" maw={320}>
            {reason}
          </Text>
        )}
      </StackedCell>
      <StackedCell leads>
        <StatusBadge meaning={meanings[item.state]}>{w.states[item.state]}</StatusBadge>
      </StackedCell>
      <StackedCell label={w.asked}>
        {dateTime(language, item.askedAt)}
        <Text size="xs" c="dimmed">
          {w.hows[item.askedHow]}
        </Text>
      </StackedCell>
      <StackedCell label={w.due}>
        {dateTime(language, item.endedAt ?? item.undoneAt ?? item.dueAt)}
      </StackedCell>
      <StackedCell>
        <Group>
          {item.state === 'waiting' ? <Undo item={item} /> : null}
          {item.hasCertificate ? <Certificate id={item.id} /> : null}
        </Group>
      </StackedCell>
    </StackedRow>
  )
}

function Deletions() {
  const { words } = useLanguage()
  const w = own(words, deletionWords).staff
  const list = useGrowingList(queryKey, (page) =>
    call('GET /v1/account-deletions', { query: page }),
  )
  return (
    <GrowingList list={list} empty={{ title: w.empty, text: <Text>{w.emptyText}</Text> }}>
      {(items) => (
        <StackedTable minWidth={640} columns={[w.account, w.state, w.asked, w.due, w.certificate]}>
          {items.map((item) => (
            <Line key={item.id} item={item} />
          ))}
        </StackedTable>
      )}
    </GrowingList>
  )
}

function ByLetter() {
  const { words } = useLanguage()
  const w = own(words, deletionWords).staff
  const queries = useQueryClient()
  const { known, search } = useAccountChoice()
  const [accountId, setAccountId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const schedule = useMutation({
    mutationFn: (body: { accountId: string; reason: string }) =>
      call('POST /v1/account-deletions', { body }),
    onSuccess: async () => {
      setAccountId(null)
      setReason('')
      await queries.invalidateQueries({ queryKey })
    },
  })
  const isReady = accountId !== null && reason.trim().length >= 3
  const state = useAllowed(
    'installation.manage',
    schedule.isPending,
    isReady ? null : w.letterNeeds,
  )
  return (
    <Section narrow title={w.letterTitle} lead={w.letterText}>
      <RecordForm
        label={w.letterTitle}
        save={w.letterNow}
        state={state}
        error={schedule.error}
        done={schedule.isSuccess && accountId === null ? w.letterDone : null}
        onSubmit={() => {
          if (accountId !== null && isReady) schedule.mutate({ accountId, reason })
        }}
      >
        <Select
          label={w.choose}
          searchable
          onSearchChange={search}
          value={accountId}
          data={known
            .filter(({ deletionDueAt }) => deletionDueAt === null)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setAccountId}
        />
        <Textarea
          label={w.letterReason}
          maxLength={1000}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </RecordForm>
    </Section>
  )
}

export function DeletionsScreen() {
  const { words } = useLanguage()
  const w = own(words, deletionWords).staff
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <Deletions />
      <ByLetter />
    </StaffPage>
  )
}
