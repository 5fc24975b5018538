// The sentence of each reason and refusal of this room; one without a sentence does not compile.
import type { Language } from '../kernel/index.ts'
import { countriesWords, sentence } from '../words/index.ts'
import type { SignalId } from './advertising-words.ts'
import type { ContentWarning } from './content-warnings.ts'
import type { ClosedReason, HoursRefusal } from './marketing-window.ts'
import type { NumberReason } from './number-reading.ts'
import type { MentionRefusal } from './opt-out-mention.ts'
import type { SenderRefusal } from './senders.ts'

/** Every key that must have its sentence. */
type Said =
  | `number.${NumberReason}`
  | `closed.${ClosedReason}`
  | `signal.${SignalId}`
  | `routing.${SenderRefusal}`
  | HoursRefusal
  | MentionRefusal
  | ContentWarning

const words: Record<Language, Readonly<Record<Said, string>>> = countriesWords

export function sayNumberReason(reason: NumberReason, language: Language): string {
  return words[language][`number.${reason}`]
}

export function saySignal(signal: SignalId, language: Language): string {
  return words[language][`signal.${signal}`]
}

/** Why the window is closed; the holiday's name is already in the reader's language. */
export function sayClosed(reason: ClosedReason, language: Language, holiday = ''): string {
  return sentence(language, `closed.${reason}`, { holiday }) ?? reason
}
