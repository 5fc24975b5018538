// What the text of a message may hold. Browser-safe.
import { z } from 'zod'
import type { FaultParams } from '../http/contract.ts'

/** Control characters but line ends, halves of characters, and marks that turn text round. */
const unprintable = /[^\P{Cc}\r\n]|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u
/** Something that can be seen: not spaces and what has no width alone. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** The text of what leaves, whoever asks for it: of a message as of a campaign. */
export const sentText = z
  .string()
  .min(1)
  .max(5000)
  .check((ctx) => {
    const { value } = ctx
    const found = unprintable.exec(value)
    const params: FaultParams | null = found
      ? { sentence: 'sending.text_unprintable', details: unprintableAt(found) }
      : visible.test(value)
        ? null
        : { sentence: 'sending.text_blank' }
    if (params !== null) ctx.issues.push({ code: 'custom', input: value, params })
  })

function unprintableAt(found: RegExpExecArray): { character: string; place: number } {
  const code = found[0].codePointAt(0) ?? 0
  return {
    character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
    place: found.index + 1,
  }
}
