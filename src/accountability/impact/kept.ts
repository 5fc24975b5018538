// What is kept of an assessment: answers, the plan, and each version that was validated.
import { z } from 'zod'
import type { Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { impactText, planItem } from '../contract-impact.ts'
import type { AccountabilityDeps, Whose } from '../deps.ts'
import { type Entry, readNewest, readNewestOfSeries } from '../entries.ts'
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

/** Everything that is kept of somebody's assessments, opened once. */
export type Kept = {
  answers: readonly AnswerEntry[]
  plans: readonly Entry<z.output<typeof planContent>>[]
  /** Of each assessment the newest. */
  versions: readonly VersionEntry[]
}

export async function readKept(
  deps: Pick<AccountabilityDeps, 'vault'>,
  tx: Tx,
  whose: Whose,
): Promise<Kept> {
  return {
    answers: await readNewest(deps, tx, whose, 'answer', answerContent),
    plans: await readNewest(deps, tx, whose, 'plan', planContent),
    versions: await readNewestOfSeries(deps, tx, whose, 'assessment', versionContent),
  }
}

/** Of which processing of the register an entry is; null: of all of them. */
const processingIn = (place: string): string | null =>
  place.startsWith('@') ? place.slice(1, place.lastIndexOf('@')) : null

/** Those of which something is kept, also where the register has them no more. */
export const processingsIn = ({ answers, plans, versions }: Kept): Set<string> =>
  new Set([...answers, ...plans, ...versions].flatMap(({ place }) => processingIn(place) ?? []))

/** Of one assessment, by its processing. */
export function heldIn(kept: Kept): (processing: string | null) => Held {
  type Own = { answers: Map<string, AnswerEntry> } & Partial<Pick<Held, 'plan' | 'version'>>
  const all = new Map<string | null, Own>()
  const of = (processing: string | null) => {
    const held: Own = all.get(processing) ?? { answers: new Map() }
    all.set(processing, held)
    return held
  }
  for (const one of kept.answers) {
    const processing = processingIn(one.place)
    const place = one.place.slice(underOf({ processing }).length)
    of(processing).answers.set(place, { ...one, place })
  }
  for (const { place, content } of kept.plans) of(processingIn(place)).plan = content.items
  for (const version of kept.versions) of(processingIn(version.place)).version = version
  return (processing) => ({ plan: [], version: null, ...of(processing) })
}

export const readHeld = async (
  deps: Pick<AccountabilityDeps, 'vault'>,
  tx: Tx,
  { whose, processing }: Subject,
): Promise<Held> => heldIn(await readKept(deps, tx, whose))(processing)
