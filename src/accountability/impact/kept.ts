// What is kept of an assessment: answers, the plan, and each version that was validated.
import { z } from 'zod'
import type { Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { impactText, planItem } from '../contract-impact.ts'
import type { AccountabilityDeps, Whose } from '../deps.ts'
import { type Entry, readHistory, readNewest } from '../entries.ts'
import type { Fact } from './facts.ts'

const inBoth = z.object({ fr: z.string(), en: z.string() })
const fact = z.object({
  kind: z.enum(['data', 'sensitive', 'purpose', 'supplier', 'transfer', 'measure', 'check']),
  key: z.string(),
  name: inBoth,
}) satisfies z.ZodType<Fact>

const answerContent = z.object({
  text: z.string(),
  level: z.number().nullable(),
  choice: z.enum(['yes', 'no']).nullable(),
  cites: z.array(z.object({ code: z.string(), name: inBoth })),
  /** Of the reason why no assessment is made: what was true when it was written. */
  facts: z.array(fact).nullable(),
})
export type AnswerContent = z.output<typeof answerContent>
export type AnswerEntry = Entry<AnswerContent>

const planContent = z.object({ items: z.array(planItem) })

export const versionContent = z.object({
  decision: z.string(),
  facts: z.array(fact),
  texts: z.object({ fr: z.array(impactText), en: z.array(impactText) }),
})
export type VersionContent = z.output<typeof versionContent>
export type VersionEntry = Entry<VersionContent>
export type Texts = Readonly<Record<Language, VersionContent['texts']['fr']>>

export type Held = {
  answers: ReadonlyMap<string, AnswerEntry>
  plan: readonly z.output<typeof planItem>[]
  /** The newest version; null: there is none. */
  version: VersionEntry | null
}

/** Whose assessment, and of which processing of the register; null: of all of them. */
export type Subject = { whose: Whose; processing: string | null }

/**
 * Where the entries of an assessment begin. That of all processing has its places by themselves, as
 * each assessment had before there were several: none of them begins with the sign.
 */
export const underOf = ({ processing }: Pick<Subject, 'processing'>): string =>
  processing === null ? '' : `@${processing}@`

/** One place for each version, so that they can be paged and none is written twice. */
export const versionPlace = (subject: Pick<Subject, 'processing'>, version: number) =>
  `${underOf(subject)}${String(version).padStart(7, '0')}`
export const versionIn = (place: string): number => Number(place.slice(-7))
/** Of all processing: a version's place begins with a digit, a code with a letter. */
export const versionsUnder = (subject: Pick<Subject, 'processing'>) => underOf(subject) || '0'

export async function readHeld(
  deps: Pick<AccountabilityDeps, 'vault'>,
  tx: Tx,
  subject: Subject,
): Promise<Held> {
  const { whose } = subject
  const under = underOf(subject)
  const all = await readNewest(deps, tx, whose, 'answer', answerContent)
  const isOwn = ({ place }: AnswerEntry) =>
    under === '' ? !place.startsWith('@') : place.startsWith(under)
  const answers = all.filter(isOwn).map((one) => ({ ...one, place: one.place.slice(under.length) }))
  const newest = { limit: 1 }
  const [plan] = await readHistory(deps, tx, whose, {
    ...{ ...newest, kind: 'plan', place: `${under}plan`, schema: planContent },
  })
  const [version = null] = await readHistory(deps, tx, whose, {
    ...{ ...newest, kind: 'assessment', under: versionsUnder(subject), schema: versionContent },
  })
  return {
    answers: new Map(answers.map((one) => [one.place, one])),
    plan: plan?.content.items ?? [],
    version,
  }
}

/** What was promised in every assessment of theirs. */
export async function readPlans(
  deps: Pick<AccountabilityDeps, 'vault'>,
  tx: Tx,
  whose: Whose,
): Promise<Held['plan']> {
  const plans = await readNewest(deps, tx, whose, 'plan', planContent)
  return plans.flatMap(({ content }) => content.items)
}
