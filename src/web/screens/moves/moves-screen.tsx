// What comes from another platform and what goes to one: refusals first, then consents with proofs.

import { Alert, FileInput, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { download } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { keepFile } from '../../data/keep-file.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { TakeFile } from '../../ui/take-file.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { movesWords } from '../../words/compliance/moves.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { CountrySelect } from '../imports/country-select.tsx'
import { useImportReceipts, useImportSuppressions } from './moves-queries.ts'

/** Numbers as the reader's language writes them. */
function useCounted() {
  const { language } = useLanguage()
  return (values: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, count(language, value)]),
    )
}

function SuppressionList() {
  const { words } = useLanguage()
  const w = own(words, movesWords)
  const counted = useCounted()
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState('')
  const [country, setCountry] = useState('FR')
  const taking = useImportSuppressions()
  const isReady = file !== null && source.trim() !== ''
  const state = useAllowed('consent.record', taking.isPending, isReady ? null : w.listNeeds)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (file !== null && isReady) taking.mutate({ file, source: source.trim(), country })
  }
  const done = taking.data
  return (
    <Section narrow title={w.listTitle} lead={w.listText}>
      <form onSubmit={submit}>
        <Stack>
          <FileInput
            label={w.listFile}
            placeholder={w.listFile}
            accept=".csv,.tsv,.txt,.xlsx"
            value={file}
            onChange={setFile}
          />
          <TextInput
            label={w.listSource}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <CountrySelect label={w.listCountry} value={country} choose={setCountry} />
          {taking.error ? <Failed error={taking.error} /> : null}
          {done ? (
            <Alert role="status">
              {fill(w.listDone, {
                ...counted({
                  lines: done.lines,
                  recorded: done.recorded,
                  alreadyThere: done.alreadyThere,
                  subscribed: done.subscribed,
                  addressOnly: done.addressOnly,
                  unreadable: done.unreadableRows,
                }),
              })}
              {done.unreadable.length > 0 ? (
                <Text size="sm">
                  {fill(w.listUnreadable, { lines: done.unreadable.slice(0, 50).join(', ') })}
                </Text>
              ) : null}
            </Alert>
          ) : null}
          <ActionButton submit label={w.listDo} state={state} />
        </Stack>
      </form>
    </Section>
  )
}

function ReceiptsOut() {
  const { words } = useLanguage()
  const w = own(words, movesWords)
  const { may } = useSession()
  const state = useAllowed('ledger.export', false)
  const take = async (reason: string) =>
    keepFile(await download('POST /v1/consents/export', { body: { reason } }))
  return (
    <Section narrow title={w.outTitle} lead={w.outText}>
      {may('ledger.export') ? (
        <TakeFile label={w.outDo} what={w.outWhat} state={state} take={take} />
      ) : (
        <NotAllowed right="ledger.export" />
      )}
    </Section>
  )
}

function ReceiptsIn() {
  const { words } = useLanguage()
  const w = own(words, movesWords)
  const counted = useCounted()
  const [file, setFile] = useState<File | null>(null)
  const [ledgerKey, setLedgerKey] = useState('')
  const taking = useImportReceipts()
  const lacking = file === null ? w.inNeeds : null
  const state = useAllowed('consent.record', taking.isPending, lacking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (file !== null) taking.mutate({ file, ledgerKey: ledgerKey.trim() })
  }
  const done = taking.data
  return (
    <Section narrow title={w.inTitle} lead={w.inText}>
      <form onSubmit={submit}>
        <Stack>
          <FileInput
            label={w.inFile}
            placeholder={w.inFile}
            accept=".tar"
            value={file}
            onChange={setFile}
          />
          <TextInput
            label={w.inKey}
            value={ledgerKey}
            onChange={(event) => setLedgerKey(event.currentTarget.value)}
          />
          {taking.error ? <Failed error={taking.error} /> : null}
          {done ? (
            <Alert role="status">
              {fill(w.inDone, counted(withoutRefused(done)))}
              {Object.entries(done.refused).map(([refusal, times]) => (
                <Text key={refusal} size="sm">
                  {fill(w.inRefused, { ...counted({ count: times }), refusal })}
                </Text>
              ))}
            </Alert>
          ) : null}
          <ActionButton submit label={w.inDo} state={state} />
        </Stack>
      </form>
    </Section>
  )
}

function withoutRefused<T extends { refused: unknown; trusted: boolean; policyTaken: boolean }>(
  counts: T,
) {
  const { refused, trusted, policyTaken, ...numbers } = counts
  return numbers
}

export function MovesScreen() {
  const { words } = useLanguage()
  return (
    <Page title={own(words, movesWords).title} lead={own(words, movesWords).lead}>
      <SuppressionList />
      <ReceiptsOut />
      <ReceiptsIn />
    </Page>
  )
}
