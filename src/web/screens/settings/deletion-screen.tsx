// The deletion of the account: what it means, the copy to take, asking for it and undoing it.
import { Alert, Checkbox, List, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountDeletionStanding } from '../../../privacy/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Page } from '../../ui/page.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { deletionWords } from '../../words/compliance/deletion.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { TakeAccount } from './take-account.tsx'

const queryKey = ['account-deletion']
const dayMs = 86_400_000

type Props = { standing: AccountDeletionStanding }

function Lines(props: { lines: readonly string[]; ordered?: boolean }) {
  return (
    <List type={props.ordered === true ? 'ordered' : 'unordered'} spacing="xs">
      {props.lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  )
}

/** The banner over all screens and this one change together. */
function useRefresh() {
  const queries = useQueryClient()
  return async (standing: AccountDeletionStanding) => {
    queries.setQueryData(queryKey, standing)
    await queries.invalidateQueries({ queryKey: ['me'] })
  }
}

function Scheduled({ deletion }: { deletion: NonNullable<AccountDeletionStanding['deletion']> }) {
  const { language, words } = useLanguage()
  const w = own(words, deletionWords)
  const refresh = useRefresh()
  const undo = useMutation({
    mutationFn: () => call('DELETE /v1/account/deletion'),
    onSuccess: refresh,
  })
  const state = useAllowed('account.manage', undo.isPending)
  const isWaiting = deletion.state === 'waiting'
  return (
    <Section narrow title={w.waitsTitle}>
      <Alert color="red" role="status">
        {isWaiting ? fill(w.waits, { date: dateTime(language, deletion.dueAt) }) : w.executing}
      </Alert>
      <Text size="sm">
        {fill(w.askedBy[deletion.askedHow], { date: dateTime(language, deletion.askedAt) })}
      </Text>
      {isWaiting ? (
        <AskTwice
          label={w.undo}
          what={w.undoWhat}
          sure={w.undoSure}
          keep={w.keep}
          color="teal"
          state={state}
          onSure={() => undo.mutate()}
        />
      ) : null}
      {undo.error ? <Failed error={undo.error} /> : null}
    </Section>
  )
}

function What({ standing }: Props) {
  const { language, words } = useLanguage()
  const w = own(words, deletionWords)
  const { holds, graceDays, kept, mail } = standing
  const values = {
    people: count(language, holds.people),
    users: count(language, holds.users),
    days: count(language, graceDays),
  }
  return (
    <>
      <Section narrow title={w.whatTitle}>
        <Lines lines={w.what.map((line) => fill(line, values))} />
      </Section>
      <Section narrow title={w.whenTitle}>
        <Lines ordered lines={w.when.map((line) => fill(line, values))} />
        {mail === 'off' ? <Text size="sm">{w.noMail}</Text> : null}
      </Section>
      <Section narrow title={w.peopleTitle} lead={w.people}>
        {null}
      </Section>
      <Section narrow title={w.keptTitle}>
        <Lines lines={kept.map(({ sentence }) => sentence)} />
      </Section>
    </>
  )
}

function Ask({ standing }: Props) {
  const { language, words } = useLanguage()
  const w = own(words, deletionWords)
  const refresh = useRefresh()
  const { proof, setProof, body } = useProof()
  const [reason, setReason] = useState('')
  const [isUnderstood, setUnderstood] = useState(false)
  const ask = useMutation({
    mutationFn: () =>
      call('POST /v1/account/deletion', {
        body: { ...body, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      }),
    onSuccess: refresh,
  })
  const isReady = proof.password !== '' && isUnderstood
  const state = useAllowed('account.manage', ask.isPending, isReady ? null : w.needs)
  const date = new Date(Date.now() + standing.graceDays * dayMs).toISOString()
  return (
    <Section narrow title={w.askTitle}>
      <RecordForm
        label={w.askTitle}
        save={w.ask}
        state={state}
        error={ask.error}
        done={null}
        onSubmit={() => {
          if (isReady) ask.mutate()
        }}
      >
        <ProofFields proof={proof} onChange={setProof} label={w.password} />
        <Textarea
          label={w.reason}
          maxLength={1000}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox
          label={fill(w.understood, { date: dateTime(language, date) })}
          checked={isUnderstood}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />
      </RecordForm>
    </Section>
  )
}

export function DeletionScreen() {
  const { words } = useLanguage()
  const w = own(words, deletionWords)
  const { me, may } = useSession()
  const standing = useQuery({ queryKey, queryFn: () => call('GET /v1/account/deletion') })
  return (
    <Page title={w.title} lead={fill(w.lead, { name: me.account.name })}>
      <Answer query={standing}>
        {(found) => (
          <Stack gap="lg">
            {found.deletion === null ? null : <Scheduled deletion={found.deletion} />}
            <What standing={found} />
            {may('account.manage') ? <TakeAccount /> : <Text>{w.ownersOnly}</Text>}
            {may('account.manage') && found.deletion === null ? <Ask standing={found} /> : null}
          </Stack>
        )}
      </Answer>
    </Page>
  )
}
