// Rows that were kept apart: each with its reason, beside what is held, taken or left out.
import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type ContactFieldName,
  type HeldRowView,
  type RevealedHeldRow,
  reasonLengthMin,
} from '../../../../contacts/contract.ts'
import { call } from '../../../data/client.ts'
import { colon, dayOrTime, listed } from '../../../data/format.ts'
import { useLanguage } from '../../../data/language.tsx'
import { paths } from '../../../paths.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { AskTwice } from '../../../ui/ask-twice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { RevealDialog } from '../../../ui/reveal-dialog.tsx'
import { Section } from '../../../ui/section.tsx'
import { Failed } from '../../../ui/states.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { fill } from '../../../words/fill.ts'
import { own } from '../../../words/own.ts'
import { heldWords } from '../../../words/people/held.ts'
import { CustomValues } from '../custom-values.tsx'
import { type HeldOf, useHeldRows, useLeaveRow, useTakeRow } from './held-queries.ts'

/** Nothing where nothing is kept apart. */
export function HeldRows(of: HeldOf) {
  const { words } = useLanguage()
  const w = own(words, heldWords)
  const held = useHeldRows(of)
  if (held.error) return <Failed error={held.error} />
  const rows = held.data?.pages.flatMap(({ items }) => items) ?? []
  if (rows.length === 0) return null
  return (
    <Section title={w.title} lead={w.lead}>
      {rows.map((row) => (
        <Row key={row.id} row={row} isOfPerson={of.contactId !== undefined} />
      ))}
      {held.hasNextPage ? (
        <Button variant="default" onClick={() => void held.fetchNextPage()}>
          {w.more}
        </Button>
      ) : null}
    </Section>
  )
}

type RowProps = { row: HeldRowView; isOfPerson: boolean }

function useChanges() {
  const { language, words } = useLanguage()
  const w = own(words, heldWords)
  return ({ changes }: HeldRowView): string => {
    if (changes.length === 0) return w.changesNothing
    const isCustom = (name: string) => name.startsWith('custom.')
    const plain = changes
      .filter((name) => !isCustom(name))
      .map((name) => words.contacts.fields[name as ContactFieldName])
    const fields = listed(language, [...plain, ...(changes.some(isCustom) ? [w.custom] : [])])
    return fill(w.changes, { fields })
  }
}

function Row({ row, isOfPerson }: RowProps) {
  const { language, words } = useLanguage()
  const w = own(words, heldWords)
  const changes = useChanges()
  const { contactId, numberMasked, line, heldAt } = row
  const came = fill(w.came, { date: dayOrTime(language, heldAt) })
  const from = line === null ? [came] : [fill(w.line, { line: String(line) }), came]
  return (
    <Paper withBorder p="md" component="section" aria-label={numberMasked}>
      <Stack gap="xs" align="flex-start">
        {isOfPerson ? null : (
          <Anchor
            component={Link}
            to={paths.contact(contactId)}
            aria-label={`${w.person} ${numberMasked}`}
          >
            {numberMasked}
          </Anchor>
        )}
        <Text size="sm" className="accord-measure">
          {row.sentence}
        </Text>
        <Text size="sm">{changes(row)}</Text>
        {row.isContactNewer ? (
          <Text size="sm">
            {fill(w.newer, { date: dayOrTime(language, row.contactUpdatedAt) })}
          </Text>
        ) : null}
        <Text size="sm" c="dimmed">
          {from.join(', ')}
        </Text>
        <Acts row={row} />
      </Stack>
    </Paper>
  )
}

function Acts({ row }: { row: HeldRowView }) {
  const { words } = useLanguage()
  const w = own(words, heldWords)
  const [opened, setOpened] = useState<'look' | 'take' | null>(null)
  const close = () => setOpened(null)
  const leave = useLeaveRow(row)
  const params = { id: row.id }
  return (
    <>
      <Group align="flex-start">
        <ActionButton
          size="xs"
          variant="default"
          label={w.look}
          state={useAllowed('contacts.reveal', false)}
          onPress={() => setOpened('look')}
        />
        <ActionButton
          size="xs"
          label={w.take}
          state={useAllowed('contacts.write', false, row.mayTake ? null : w.restricted)}
          onPress={() => setOpened('take')}
        />
        <AskTwice
          size="xs"
          label={w.leave}
          sure={w.leaveSure}
          keep={w.keep}
          state={useAllowed('contacts.write', leave.isPending, row.mayTake ? null : w.restricted)}
          onSure={() => leave.mutate()}
        />
      </Group>
      {leave.error ? <Failed error={leave.error} /> : null}
      <RevealDialog
        title={w.lookTitle}
        reveal={(reason) => call('POST /v1/held-rows/{id}/reveal', { params, body: { reason } })}
        opened={opened === 'look'}
        onClose={close}
      >
        {(shown) => <Beside shown={shown} />}
      </RevealDialog>
      <Dialog title={w.taking} opened={opened === 'take'} onClose={close}>
        {opened === 'take' ? <Take row={row} done={close} /> : null}
      </Dialog>
    </>
  )
}

function Beside({ shown }: { shown: RevealedHeldRow }) {
  const { words } = useLanguage()
  const w = own(words, heldWords)
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Values title={w.row} {...shown.row} />
      <Values title={w.held} {...shown.contact} />
    </SimpleGrid>
  )
}

function Values({ title, fields, custom }: RevealedHeldRow['row'] & { title: string }) {
  const { language, words } = useLanguage()
  const told = Object.entries(fields)
  return (
    <Stack gap={4} role="group" aria-label={title}>
      <Text fw={600}>{title}</Text>
      {told.length + custom.length === 0 ? (
        <Text size="sm">{own(words, heldWords).nothing}</Text>
      ) : null}
      {told.map(([name, value]) => (
        <Text key={name} size="sm">
          {words.contacts.fields[name as ContactFieldName]}
          {colon(language)} {value}
        </Text>
      ))}
      <CustomValues values={custom} />
    </Stack>
  )
}

function Take({ row, done }: { row: HeldRowView; done(): void }) {
  const { language, words } = useLanguage()
  const w = own(words, heldWords)
  const changes = useChanges()
  const [reason, setReason] = useState('')
  const take = useTakeRow(row)
  const isTold = reason.trim().length >= reasonLengthMin
  const state = useAllowed('contacts.write', take.isPending, isTold ? null : w.reasonFirst)
  return (
    <RecordForm
      save={w.takeNow}
      state={state}
      error={take.error}
      done={null}
      onSubmit={() => state.kind === 'ready' && take.mutate(reason, { onSuccess: done })}
    >
      <Text size="sm">{row.sentence}</Text>
      <Text size="sm">{changes(row)}</Text>
      {row.isContactNewer ? (
        <Text size="sm">{fill(w.newer, { date: dayOrTime(language, row.contactUpdatedAt) })}</Text>
      ) : null}
      <TextInput
        label={w.reason}
        description={w.reasonHelp}
        maxLength={300}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RecordForm>
  )
}
