// A request that came by letter, phone or e-mail, written down with the day on which it arrived.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type HeardBy, heardBys } from '../../../consent/contract.ts'
import { type RequestKind, requestKinds } from '../../../preferences/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { useTakeRequest } from './request-queries.ts'

const textMin = 5
const nothing = { number: '', receivedOn: '', text: '' }

export function TakeRequest() {
  const { language, words } = useLanguage()
  const w = own(words, requestWords)
  const [typed, setTyped] = useState(nothing)
  const [kind, setKind] = useState<RequestKind | null>(null)
  const [heardBy, setHeardBy] = useState<HeardBy | null>(null)
  const [spoken, setSpoken] = useState<'fr' | 'en'>(language)
  const take = useTakeRequest()
  const change = (part: Partial<typeof nothing>) => setTyped((before) => ({ ...before, ...part }))
  const isWhole =
    kind !== null &&
    heardBy !== null &&
    typed.number.trim() !== '' &&
    typed.receivedOn !== '' &&
    typed.text.trim().length >= textMin
  const state = useAllowed('consent.record', take.isPending, isWhole ? null : w.takeFirst)
  const submit = () => {
    if (kind === null || heardBy === null) return
    take.mutate(
      { ...typed, kind, heardBy, language: spoken },
      { onSuccess: () => setTyped(nothing) },
    )
  }
  const { data } = take
  const done = data
    ? fill(w.taken, { kind: w.kinds[data.kind], date: dateTime(language, data.dueAt) })
    : null
  return (
    <RecordForm
      label={w.take}
      save={w.take}
      state={state}
      error={take.error}
      done={done}
      onSubmit={submit}
    >
      <TextInput
        label={w.number}
        type="tel"
        value={typed.number}
        maxLength={40}
        onChange={(event) => change({ number: event.currentTarget.value })}
      />
      <Select
        label={w.kind}
        value={kind}
        data={requestKinds.map((value) => ({ value, label: w.kinds[value] }))}
        onChange={(value) => setKind(value as RequestKind | null)}
      />
      <Select
        label={w.heard}
        value={heardBy}
        data={heardBys.map((value) => ({ value, label: words.desk.heardBys[value] }))}
        onChange={(value) => setHeardBy(value as HeardBy | null)}
      />
      <TextInput
        type="date"
        label={w.receivedOn}
        value={typed.receivedOn}
        onChange={(event) => change({ receivedOn: event.currentTarget.value })}
      />
      <Select
        label={w.language}
        value={spoken}
        allowDeselect={false}
        data={(['fr', 'en'] as const).map((value) => ({ value, label: w.languages[value] }))}
        onChange={(value) => setSpoken(value === 'en' ? 'en' : 'fr')}
      />
      <Textarea
        label={w.said}
        value={typed.text}
        maxLength={1000}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </RecordForm>
  )
}
