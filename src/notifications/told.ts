// What a notification says, in the reader's language.
import { type Language, saidDay } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import type { NoticeKind } from './contract.ts'
import type { StaffNotice } from './store.ts'

export const titleOf = (language: Language, kind: NoticeKind): string =>
  sentence(language, `notifications.title.${kind}`) ?? kind

const dayIn = (language: Language, day: string): string =>
  saidDay(
    language,
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(Date.parse(`${day}T00:00:00Z`)),
  )

/** What a mail says beside its sentence: how many there are of each sort. */
export function linesOf(
  language: Language,
  { details: { counts = {} } }: Pick<StaffNotice, 'details'>,
): string[] {
  return Object.entries(counts).map(([of, count]) => {
    const said = sentence(language, `digest.${of}`, { count })
    return said ?? sentence(language, 'digest.other', { count }) ?? String(count)
  })
}

export function sentenceOf(
  language: Language,
  { kind, details }: Pick<StaffNotice, 'kind' | 'details'>,
): string {
  const { variant, counts: _, ...rest } = details
  const { day } = rest
  const facts = day === undefined ? rest : { ...rest, day: dayIn(language, day) }
  const code = `notifications.told.${kind}${variant === undefined ? '' : `.${variant}`}`
  return sentence(language, code, facts) ?? titleOf(language, kind)
}
