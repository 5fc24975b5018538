// What the person reads of what is done: the account's words, in their language, to be changed.
import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type RequestOutcome, reasonMin } from '../../../preferences/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'
import { useAnswerTexts } from './request-queries.ts'

type Lang = 'fr' | 'en'

/** What is said of this very person in place of the program's own words; null: those. */
export type Instead = (language: Lang) => string | null

/** The account's words for a result, in the person's language. */
function useTextOf(instead: Instead): (outcome: RequestOutcome, language: Lang) => string {
  const texts = useAnswerTexts()
  return (outcome, language) => {
    const said = texts.data?.items.find(
      (one) => one.outcome === outcome && one.language === language,
    )
    if (said === undefined) return ''
    return said.isOwn ? said.text : (instead(language) ?? said.text)
  }
}

const never: Instead = () => null

/** What the person reads: the account's words, until somebody changes them. */
export function useReason(
  outcome: RequestOutcome | null,
  known: Lang | null,
  instead: Instead = never,
) {
  const { language: own } = useLanguage()
  const textOf = useTextOf(instead)
  const [language, setLanguage] = useState<Lang>(known ?? own)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (outcome === null ? '' : textOf(outcome, language))
  return { language, setLanguage, text, setTyped }
}

export function Reason(props: ReturnType<typeof useReason>) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  return (
    <>
      <Select
        label={w.language}
        value={props.language}
        data={(['fr', 'en'] as const).map((value) => ({ value, label: w.languages[value] }))}
        allowDeselect={false}
        onChange={(value) => props.setLanguage(value === 'en' ? 'en' : 'fr')}
      />
      <Textarea
        label={w.reason}
        value={props.text}
        maxLength={500}
        autosize
        minRows={3}
        onChange={(event) => props.setTyped(event.currentTarget.value)}
      />
    </>
  )
}

export const isTold = (text: string) => text.trim().length >= reasonMin
