// What every request that staff write down says: for what, how and when it came, in whose language.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type HeardBy, heardBys } from '../../../consent/contract.ts'
import { type RequestKind, requestKinds } from '../../../preferences/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'

const textMin = 5
const nothing = { receivedOn: '', text: '' }

/** `whole`: what is sent; null while something is missing. */
export function useRequestTyped() {
  const { language } = useLanguage()
  const [typed, setTyped] = useState(nothing)
  const [kind, setKind] = useState<RequestKind | null>(null)
  const [heardBy, setHeardBy] = useState<HeardBy | null>(null)
  const [spoken, setSpoken] = useState<'fr' | 'en'>(language)
  const isTyped = typed.receivedOn !== '' && typed.text.trim().length >= textMin
  const whole =
    kind === null || heardBy === null || !isTyped
      ? null
      : { ...typed, kind, heardBy, language: spoken }
  const change = (part: Partial<typeof nothing>) => setTyped((before) => ({ ...before, ...part }))
  const clear = () => setTyped(nothing)
  return { typed, change, kind, setKind, heardBy, setHeardBy, spoken, setSpoken, whole, clear }
}

/** `said`: what the text is called; whoever has a page reads it there. */
export function RequestFields(props: ReturnType<typeof useRequestTyped> & { said: string }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const { typed, change } = props
  return (
    <>
      <Select
        label={w.kind}
        value={props.kind}
        data={requestKinds.map((value) => ({ value, label: w.kinds[value] }))}
        onChange={(value) => props.setKind(value as RequestKind | null)}
      />
      <Select
        label={w.heard}
        value={props.heardBy}
        data={heardBys.map((value) => ({ value, label: words.desk.heardBys[value] }))}
        onChange={(value) => props.setHeardBy(value as HeardBy | null)}
      />
      <TextInput
        type="date"
        label={w.receivedOn}
        value={typed.receivedOn}
        onChange={(event) => change({ receivedOn: event.currentTarget.value })}
      />
      <Select
        label={w.language}
        value={props.spoken}
        allowDeselect={false}
        data={(['fr', 'en'] as const).map((value) => ({ value, label: w.languages[value] }))}
        onChange={(value) => props.setSpoken(value === 'en' ? 'en' : 'fr')}
      />
      <Textarea
        label={props.said}
        value={typed.text}
        maxLength={1000}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </>
  )
}
