// How a request is shown to staff: its state, its steps, its files.
import { type Instant, isoTime, isoTimeOrNull, type Language } from '../../kernel/index.ts'
import { sentence } from '../../words/index.ts'
import { type Asker, partsGiven } from '../askers/asker.ts'
import type { AskerSearch } from '../askers/asker-store.ts'
import type { HeldSearchView, RequestDetail, RequestView } from '../contract.ts'
import type { RequestFileRow, Told } from './life-store.ts'
import type { ToldStep } from './steps.ts'

export type AnswerFileState = RequestView['answerFile']

export function answerFileOf(files: readonly RequestFileRow[], at: Instant): AnswerFileState {
  const answer = files.findLast(({ what }) => what === 'answer')
  if (answer === undefined) return 'none'
  if (answer.expiresAt !== null && answer.expiresAt <= at) return 'expired'
  return answer.fetchedAt === null ? 'ready' : 'fetched'
}

export const fileView = ({ id, mediaType, octets, addedAt }: RequestFileRow) => ({
  ...{ id, mediaType, octets, addedAt: isoTime(addedAt) },
})

/** In the language of whoever reads it. */
function toldView(told: Told | null, language: Language): RequestDetail['steps'][number]['told'] {
  if (told === null) return null
  const { state, at, messageId, why } = told
  if (state === 'leaving') return { state: 'waiting', at: null, messageId: null, why: null }
  const said = why === null ? null : (sentence(language, why) ?? why)
  return { state, at: isoTimeOrNull(at), messageId, why: said }
}

export function detailOf(
  view: RequestView,
  {
    steps,
    files,
    asker,
    language,
  }: {
    steps: readonly ToldStep[]
    files: readonly RequestFileRow[]
    asker: Asker | null
    language: Language
  },
): RequestDetail {
  return {
    ...view,
    steps: steps.map(({ id, kind, at, by, text, told }) => ({
      ...{ id, kind, at: isoTime(at), by, text },
      told: toldView(told, language),
    })),
    letters: files.filter(({ what }) => what === 'letter').map(fileView),
    asker: asker === null ? null : askerViewOf(asker),
  }
}

export const searchViewOf = (search: AskerSearch): HeldSearchView => ({
  begunAt: isoTime(search.begunAt),
  endedAt: isoTimeOrNull(search.endedAt),
  by: search.by,
  looked: search.looked,
  found: search.found,
})

const askerViewOf = (asker: Asker): NonNullable<RequestDetail['asker']> => ({
  gave: partsGiven(asker),
  search: asker.search === null ? null : searchViewOf(asker.search),
})

export const stampsOf = (request: {
  pausedAt: Instant | null
  extendedAt: Instant | null
  acknowledgedAt: Instant | null
  identifiedAt: Instant | null
}) => ({
  pausedAt: isoTimeOrNull(request.pausedAt),
  extendedAt: isoTimeOrNull(request.extendedAt),
  acknowledgedAt: isoTimeOrNull(request.acknowledgedAt),
  identifiedAt: isoTimeOrNull(request.identifiedAt),
})
