// For how long something is kept, in the words of an answer.
import type { AnswerWords } from '../../words/index.ts'
import type { RetentionPeriod } from '../deps.ts'
import { filled } from '../html.ts'

export function lengthIn({ length }: RetentionPeriod, { retention }: AnswerWords): string {
  if (length === null) return retention.open
  return 'months' in length
    ? filled(retention.months, { count: String(length.months) })
    : filled(retention.days, { count: String(length.days) })
}
