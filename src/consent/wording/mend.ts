// The details of a refusal's sentence: who and what to name, with an example.
import type { ErrorDetail, Language } from '../../kernel/index.ts'
import { sentence } from '../../words/index.ts'
import type { Channel } from '../contract.ts'

type Named = {
  language: string
  controllerName: string
  channels: readonly Channel[]
  purposes: readonly string[]
}

export type MendDetails = Readonly<Record<string, ErrorDetail>>

/** A refusal with the sentence that says what to change, and the facts that fill it. */
export type Refused<R extends string> = {
  outcome: 'refused'
  refusal: R
  mend: string
  details: MendDetails
}

/** `reader` reads the sentence; the example is in the wording's own language where we have it. */
export function mendDetails(
  wording: Named,
  missing: readonly Channel[],
  reader: Language,
): MendDetails {
  const tongue: Language = wording.language.startsWith('en') ? 'en' : 'fr'
  const all = [...new Set([...wording.channels, ...missing])]
  return {
    controller: wording.controllerName,
    channels: named(missing, reader),
    purposes: wording.purposes,
    example:
      sentence(tongue, 'consent.example', {
        controller: wording.controllerName,
        channels: named(all, tongue),
      }) ?? '',
  }
}

function named(channels: readonly Channel[], language: Language): string {
  const parts = channels.map((one) => sentence(language, `consent.channel.${one}`) ?? one)
  const last = parts.at(-1) ?? ''
  const before = parts.slice(0, -1).join(', ')
  return before === '' ? last : `${before} ${language === 'fr' ? 'et' : 'and'} ${last}`
}
