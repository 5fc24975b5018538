// What a notification says, in the reader's language.
import type { Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import type { NoticeKind } from './contract.ts'
import type { StaffNotice } from './store.ts'

export const titleOf = (language: Language, kind: NoticeKind): string =>
  sentence(language, `notifications.title.${kind}`) ?? kind

export function sentenceOf(
  language: Language,
  { kind, details }: Pick<StaffNotice, 'kind' | 'details'>,
): string {
  const { variant, ...facts } = details
  const code = `notifications.told.${kind}${variant === undefined ? '' : `.${variant}`}`
  return sentence(language, code, facts) ?? titleOf(language, kind)
}
