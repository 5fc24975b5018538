// A request that came by letter, phone or e-mail, written down with the day on which it arrived.
import { Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { noContactWords } from '../../words/requests/no-contact.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { AskerFields, useAskerTyped } from './asker-fields.tsx'
import { RequestFields, useRequestTyped } from './request-fields.tsx'
import { useTakeNoContact, useTakeRequest } from './request-queries.ts'

const whos = ['contact', 'no_contact'] as const
type Who = (typeof whos)[number]

/** What is sent and how, by who asks; `isWhole`: nothing is missing. */
function useTaking() {
  const [who, setWho] = useState<Who>('contact')
  const [number, setNumber] = useState('')
  const asker = useAskerTyped()
  const fields = useRequestTyped()
  const known = useTakeRequest()
  const unknown = useTakeNoContact()
  const taking = who === 'contact' ? known : unknown
  const { whole } = fields
  const { given } = asker
  const isWhole = whole !== null && (who === 'contact' ? number.trim() !== '' : given !== null)
  const clear = () => {
    setNumber('')
    asker.clear()
    fields.clear()
  }
  const submit = () => {
    if (whole === null) return
    if (who === 'contact') known.mutate({ ...whole, number }, { onSuccess: clear })
    else if (given !== null) unknown.mutate({ ...whole, asker: given }, { onSuccess: clear })
  }
  const choose = (next: Who) => {
    known.reset()
    unknown.reset()
    setWho(next)
  }
  return { who, choose, number, setNumber, asker, fields, taking, isWhole, submit }
}

export function TakeRequest() {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const n = own(words, noContactWords)
  const { who, choose, number, setNumber, asker, fields, taking, isWhole, submit } = useTaking()
  const lacking = who === 'contact' ? w.takeFirst : n.takeFirst
  const state = useAllowed('consent.record', taking.isPending, isWhole ? null : lacking)
  const { data } = taking
  const done = data
    ? fill(w.taken, { kind: w.kinds[data.kind], date: dateTime(language, data.dueAt) })
    : null
  return (
    <RecordForm
      label={w.take}
      save={w.take}
      state={state}
      error={taking.error}
      done={done}
      onSubmit={submit}
    >
      <Select
        label={n.whoAsks}
        value={who}
        allowDeselect={false}
        data={whos.map((value) => ({ value, label: n.whoAsksOf[value] }))}
        onChange={(value) => choose(value === 'no_contact' ? value : 'contact')}
      />
      {who === 'contact' ? (
        <TextInput
          label={w.number}
          type="tel"
          value={number}
          maxLength={40}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      ) : (
        <>
          <Text size="sm">{n.takeLead}</Text>
          <AskerFields {...asker} />
        </>
      )}
      <RequestFields {...fields} said={who === 'contact' ? w.said : n.said} />
    </RecordForm>
  )
}
