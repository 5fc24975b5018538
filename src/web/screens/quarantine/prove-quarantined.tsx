// A proof that turned up after the import: the words, the day and the place, declared by a person.
import { Checkbox, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { QuarantineGroup } from '../../../intake/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { quarantineWords } from '../../words/compliance/quarantine.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { usePublishedWordings } from '../imports/queries.ts'
import { useProveQuarantined } from './quarantine-queries.ts'

export function ProveQuarantined(props: {
  group: QuarantineGroup
  listId: string | null
  tell: (sentence: string) => void
}) {
  const { language, words } = useLanguage()
  const w = own(words, quarantineWords)
  const { group, listId } = props
  const [wordingId, setWordingId] = useState<string | null>(null)
  const [date, setDate] = useState('')
  const [source, setSource] = useState('')
  const [declared, setDeclared] = useState(false)
  const wordings = (usePublishedWordings().data ?? []).filter(({ channels }) =>
    channels.includes('sms'),
  )
  const prove = useProveQuarantined()
  const wording = wordings.find(({ id }) => id === wordingId)
  const isComplete = wording && date !== '' && source.trim().length >= 3 && declared
  const lacking = isComplete ? null : w.incomplete
  const state = useAllowed('consent.record', prove.isPending, lacking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!wording) return
    const purpose = wording.purposes[0] ?? 'offers'
    const proof = { purpose, wordingId: wording.id, date, source: source.trim() }
    prove.mutate(
      { ...proof, declared: true, reason: group.reason, listId },
      {
        onSuccess: ({ proven, refused }) =>
          props.tell(
            fill(w.proven, {
              proven: count(language, proven),
              refused: count(language, refused),
            }),
          ),
      },
    )
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" className="accord-measure">
        <Select
          label={w.wording}
          value={wordingId}
          data={wordings.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setWordingId}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            type="date"
            label={w.date}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <TextInput
            label={w.source}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Checkbox
          label={fill(w.declared, { count: count(language, group.contacts) })}
          checked={declared}
          onChange={(event) => setDeclared(event.currentTarget.checked)}
        />
        {prove.error ? <Failed error={prove.error} /> : null}
        <ActionButton submit size="xs" label={w.prove} state={state} />
      </Stack>
    </form>
  )
}
