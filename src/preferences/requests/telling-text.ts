// What the SMS says that tells a person of a step of their request. Pure.
import { assert, type Instant, type Language } from '../../kernel/index.ts'
import { sentence } from '../../words/index.ts'
import { dayInText } from '../ask-link.ts'
import type { StepKind } from '../contract.ts'
import { isLate } from './clock.ts'

/** The steps that are told. */
export const toldKinds = ['received', 'acknowledged', 'extended', 'answered', 'lifted'] as const
export type ToldKind = (typeof toldKinds)[number]
export const isTold = (kind: StepKind): kind is ToldKind =>
  (toldKinds as readonly string[]).includes(kind)

type Told = {
  request: {
    askedAt: Instant
    dueAt: Instant
    pausedAt: Instant | null
    answeredAt: Instant | null
  }
  kind: ToldKind
  language: Language
  controller: string
  /** Of the account: the same days as on its letters and pages. */
  zone: string
  now: Instant
  /** Null: the number may be somebody else's by now. */
  link: { url: string; expiresAt: Instant } | null
}

export function tellingText(told: Told): string {
  const { request, language, controller, zone, link } = told
  const day = (at: Instant) => dayInText(language, at, zone)
  const text = sentence(language, sentenceOf(told), {
    ...{ controller, asked: day(request.askedAt), due: day(request.dueAt) },
    ...(link === null ? {} : { url: link.url, until: day(link.expiresAt) }),
  })
  assert(text !== null, 'each step that is told has its sentence')
  return text
}

/** That a complaint has arrived reads like that any request has. */
function sentenceOf({ request, kind, link, now }: Told): string {
  const step = kind === 'acknowledged' ? 'received' : kind
  const plain = link === null ? '_plain' : ''
  const isDated = step === 'received' || step === 'extended'
  return `preferences.told_${step}${plain}${isDated && !runs(request, now) ? '_undated' : ''}`
}

/** Of a clock that stands still, and of a day that is over, no day is named. */
const runs = (request: Told['request'], now: Instant): boolean =>
  request.answeredAt === null && request.pausedAt === null && !isLate(request, now)
