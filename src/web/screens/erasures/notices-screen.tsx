// What suppliers are told of erasures and have not answered, for whoever manages the installation.
import { Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ErasureNotice } from '../../../privacy/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { erasureNoticeWords } from '../../words/requests/erasure-notices.ts'
import { StaffPage } from '../installation/staff-page.tsx'
import { recipientMeanings } from './recipient-meanings.ts'
import { type AnswerSaid, RecordAnswer } from './record-answer.tsx'

const queryKey = ['erasure-notices'] as const

type Of = { notice: ErasureNotice }

function NoticeText({ notice }: Of) {
  const { words } = useLanguage()
  const w = own(words, erasureNoticeWords)
  const [opened, { open, close }] = useDisclosure(false)
  const state = useAllowed('installation.manage', false)
  if (!notice.hasText) return <Text size="xs">{w.textGone}</Text>
  const reveal = (reason: string) =>
    call('POST /v1/erasure-notices/{id}/text', {
      ...{ params: { id: notice.noticeId }, body: { reason } },
    })
  const title = fill(w.textTitle, { name: notice.name })
  return (
    <>
      <ActionButton size="xs" variant="default" label={w.text} state={state} onPress={open} />
      <RevealDialog title={title} opened={opened} onClose={close} reveal={reveal}>
        {({ to, subject, text }) => (
          <Stack>
            <Text size="sm">{w.textWhat}</Text>
            {to === null ? null : <TextInput label={w.to} readOnly value={to} />}
            <TextInput label={w.subject} readOnly value={subject} />
            <Textarea label={w.body} readOnly autosize maxRows={16} value={text} />
          </Stack>
        )}
      </RevealDialog>
    </>
  )
}

function Answer({ notice }: Of) {
  const queries = useQueryClient()
  const record = useMutation({
    mutationFn: (body: AnswerSaid) =>
      call('POST /v1/erasure-notices/{id}', { params: { id: notice.noticeId }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  })
  return (
    <RecordAnswer
      name={notice.name}
      answer={notice.answer}
      state={useAllowed('installation.manage', record.isPending)}
      error={record.error}
      act={record.mutateAsync}
    />
  )
}

function useWay({ way, address }: ErasureNotice): string {
  const { words } = useLanguage()
  const w = own(words, erasureNoticeWords)
  if (address === null) return w.ways.staffNowhere
  return fill(way === 'mail' ? w.ways.mail : w.ways.staff, { address })
}

function Line({ notice }: Of) {
  const { language, words } = useLanguage()
  const w = own(words, erasureNoticeWords)
  const way = useWay(notice)
  const { name, about, account, people, notedAt, state, toldAt } = notice
  const whose = account.name ?? fill(w.accountGone, { number: account.number })
  return (
    <StackedRow>
      <StackedCell leads>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs">{way}</Text>
      </StackedCell>
      <StackedCell label={w.account}>
        <Text size="sm">{whose}</Text>
        {about === 'account' ? <Text size="xs">{w.accountDeleted}</Text> : null}
      </StackedCell>
      <StackedCell label={w.people}>{people}</StackedCell>
      <StackedCell label={w.erased}>{dateTime(language, notedAt)}</StackedCell>
      <StackedCell leads>
        <StatusBadge meaning={recipientMeanings[state]}>{w.states[state]}</StatusBadge>
        {toldAt === null ? null : (
          <Text size="xs">{fill(w.told, { date: dateTime(language, toldAt) })}</Text>
        )}
      </StackedCell>
      <StackedCell>
        <Group gap="xs" align="flex-start">
          <NoticeText notice={notice} />
          <Answer notice={notice} />
        </Group>
      </StackedCell>
    </StackedRow>
  )
}

export function ErasureNoticesScreen() {
  const { words } = useLanguage()
  const w = own(words, erasureNoticeWords)
  const list = useGrowingList(queryKey, (page) => call('GET /v1/erasure-notices', { query: page }))
  return (
    <StaffPage title={w.title} lead={w.lead}>
      <GrowingList list={list} empty={{ title: w.empty, text: <Text>{w.emptyText}</Text> }}>
        {(items) => (
          <StackedTable
            minWidth={920}
            spacing="sm"
            columns={[w.supplier, w.account, w.people, w.erased, w.state, w.act]}
          >
            {items.map((notice) => (
              <Line key={notice.noticeId} notice={notice} />
            ))}
          </StackedTable>
        )}
      </GrowingList>
    </StaffPage>
  )
}
