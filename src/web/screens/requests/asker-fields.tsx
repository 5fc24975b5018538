// What somebody who is no contact gave of themselves, typed by staff.
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type AskerPart, askerAddressMax, askerNameMax } from '../../../preferences/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { own } from '../../words/own.ts'
import { noContactWords } from '../../words/requests/no-contact.ts'

const lines = ['name', 'number', 'email', 'reference'] as const
const typeOf = { name: 'text', number: 'tel', email: 'email', reference: 'text' } as const
const maxOf = { name: askerNameMax, number: 40, email: 254, reference: 200 } as const

type Typed = Partial<Record<AskerPart, string>>

/** `given`: what is sent; null while every field is empty. */
export function useAskerTyped() {
  const [typed, setTyped] = useState<Typed>({})
  const filled = Object.entries(typed).filter(([, value]) => value.trim() !== '')
  const given = filled.length === 0 ? null : (Object.fromEntries(filled) as Typed)
  const change = (part: Typed) => setTyped((before) => ({ ...before, ...part }))
  return { typed, change, given, clear: () => setTyped({}) }
}

export function AskerFields({ typed, change }: ReturnType<typeof useAskerTyped>) {
  const { words } = useLanguage()
  const w = own(words, noContactWords)
  return (
    <>
      {lines.map((part) => (
        <TextInput
          key={part}
          type={typeOf[part]}
          label={w.parts[part]}
          value={typed[part] ?? ''}
          maxLength={maxOf[part]}
          autoComplete="off"
          onChange={(event) => change({ [part]: event.currentTarget.value })}
        />
      ))}
      <Textarea
        label={w.parts.address}
        value={typed.address ?? ''}
        maxLength={askerAddressMax}
        autosize
        minRows={2}
        autoComplete="off"
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
    </>
  )
}
