// How long what is kept of people: the one source that register, notice and access answers read.
import type { AccountPolicy } from '../../consent/index.ts'
import { type ContactsDeps, viewRetention } from '../../contacts/index.ts'
import { intakeLimits } from '../../intake/index.ts'
import { type AccountId, type Instant, type Language, saidDay } from '../../kernel/index.ts'
import { notificationsKeptDays } from '../../notifications/index.ts'
import { codeMinutes, linkLifeMs, requestMonths } from '../../preferences/index.ts'
import { type Period, periodsOf } from '../../retention/index.ts'
import { viewTextRetention } from '../../sending/index.ts'
import { type SensitiveCategory, sensitiveUses } from '../../sensitive/index.ts'
import type { Tx } from '../../storage/index.ts'
import { registerWords } from '../../words/index.ts'
import type { PeriodCode, PeriodUnit, RetentionPeriod } from '../period.ts'

export type PeriodsDeps = Pick<ContactsDeps, 'accounts' | 'vault' | 'clock'> & {
  consent: Pick<AccountPolicy, 'policyOf'>
}

const dayMs = 86_400_000

const byProgram = (code: PeriodCode, count: number, unit: PeriodUnit): RetentionPeriod => ({
  code,
  term: { count, unit },
  category: null,
  setBy: 'program',
})
const asAccount = (code: PeriodCode): RetentionPeriod => ({
  code,
  term: null,
  category: null,
  setBy: 'program',
})
const chosen = (code: PeriodCode, count: number, unit: PeriodUnit): RetentionPeriod => ({
  ...byProgram(code, count, unit),
  setBy: 'account',
})

/** Messages keep their old code: what is left of them once the text is gone. */
const codes = {
  messages: 'results',
  replies: 'replies',
  imports: 'imports',
  looks: 'looks',
} as const satisfies Record<Period['kind'], PeriodCode>

/** Of the account as it is now, in the order in which people read them. */
export async function retentionPeriods(
  deps: PeriodsDeps,
  tx: Tx,
  accountId: AccountId,
): Promise<RetentionPeriod[]> {
  const contacts = await viewRetention(deps, tx, accountId)
  const at = deps.clock.now()
  const pausedUntil = contacts.pausedUntil === null ? 0 : Date.parse(contacts.pausedUntil)
  const texts = await viewTextRetention(tx, { accountId })
  const policy = await deps.consent.policyOf(tx, accountId)
  const own = (await periodsOf(tx, accountId)).map(({ kind, months }) =>
    chosen(codes[kind], months, 'months'),
  )
  return [
    {
      ...chosen('contacts', contacts.months, 'months'),
      ...(pausedUntil > at ? { pausedUntil } : {}),
    },
    chosen('texts', texts.days, 'days'),
    ...own,
    chosen('consents', policy.validMonths, 'months'),
    chosen('proofs', policy.proofMonths, 'months'),
    asAccount('objections'),
    byProgram('requests', requestMonths, 'months'),
    ...(await sensitivePeriods(tx, accountId, at)),
    byProgram('page_links', linkLifeMs / dayMs, 'days'),
    byProgram('handset_codes', codeMinutes, 'minutes'),
    byProgram('uploads', intakeLimits.fileKeptHours, 'hours'),
    byProgram('rejected_rows', intakeLimits.rejectsKeptDays, 'days'),
    asAccount('journal'),
  ]
}

/** Of a category, the longest of the legal bases that it is kept on. */
async function sensitivePeriods(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
): Promise<RetentionPeriod[]> {
  const days = new Map<SensitiveCategory, number>()
  for (const { category, keepDays } of await sensitiveUses(tx, accountId, at)) {
    days.set(category, Math.max(days.get(category) ?? 0, keepDays))
  }
  return [...days].map(([category, count]) => ({
    ...chosen('sensitive', count, 'days'),
    category,
  }))
}

/** What is kept of users, the same for every account. */
export const userPeriods: readonly RetentionPeriod[] = [
  asAccount('journal'),
  byProgram('notifications', notificationsKeptDays.notice, 'days'),
  byProgram('mails', Math.max(notificationsKeptDays.mailbox, notificationsKeptDays.mail), 'days'),
]

/** "36 months"; empty where it is as long as the account, which its sentence says. */
export function termText({ term }: RetentionPeriod, language: Language): string {
  if (term === null) return ''
  const { one, several } = registerWords[language].units[term.unit]
  const template = term.count === 1 ? one : several
  const count = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(term.count)
  return template.replace('{n}', count)
}

/** A whole sentence, as the notice says it. `zone`: by whose clock it tells a day. */
export function periodSentence(period: RetentionPeriod, language: Language, zone = 'UTC'): string {
  const words = registerWords[language]
  const category = period.category === null ? '' : words.categories[period.category]
  const { pausedUntil } = period
  const paused = pausedUntil === undefined ? '' : ` ${pausedText(pausedUntil, language, zone)}`
  const said = words.periods[period.code]
    .replace('{term}', termText(period, language))
    .replace('{category}', category)
  return `${said}${paused}`
}

function pausedText(until: Instant, language: Language, timeZone: string): string {
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone,
  }).format(until)
  return registerWords[language].paused.replace('{day}', saidDay(language, day))
}
