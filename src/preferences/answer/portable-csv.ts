// What the person gave, as one row that any other service can read (GDPR 20).
import { contactFieldNames, customViewsOf } from '../../contacts/index.ts'
import type { Language } from '../../kernel/index.ts'
import { csvCell } from '../../paper/index.ts'
import type { PersonAnswer } from './gather-answer.ts'

export function portableCsv({ copy }: PersonAnswer, language: Language): string {
  const { number, fields, customFields, choices } = copy.person
  const custom = customViewsOf(customFields, fields.custom ?? {}, language)
  const columns: [string, string][] = [
    ['number', number],
    ...contactFieldNames.map((name): [string, string] => [name, fields[name] ?? '']),
    ...custom.map(({ name, text }): [string, string] => [name, text]),
    [
      'consents',
      choices
        .filter(({ why }) => why === null)
        .map(({ channel, purpose }) => `${channel}:${purpose}`)
        .join(' '),
    ],
  ]
  const line = (cells: string[]) => cells.map(csvCell).join(',')
  return `\ufeff${line(columns.map(([name]) => name))}\r\n${line(columns.map(([, value]) => value))}\r\n`
}
