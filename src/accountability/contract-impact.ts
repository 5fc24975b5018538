// HTTP shapes of impact assessments (GDPR, article 35), with CNIL's questions. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'

/** The nine criteria of the guidelines on impact assessments (WP248 rev.01), in their order. */
export const criteria = [
  'scoring',
  'automated_decision',
  'monitoring',
  'sensitive',
  'large_scale',
  'matching',
  'vulnerable',
  'innovation',
  'preventing',
] as const
export type Criterion = (typeof criteria)[number]
/** With so many met, an assessment is called for. */
export const criteriaNeeded = 2
/**
 * No law gives a number for "large scale". The Estonian authority published 5,000 people for
 * sensitive data, 10,000 for data of high risk, 50,000 for other data. A user may answer otherwise,
 * with the reason.
 */
export const largeScaleFrom = 10_000

export const impactSections = [
  'overview',
  'data',
  'proportionality',
  'rights',
  'measures',
  'access',
  'modification',
  'disappearance',
  'validation',
] as const
export type ImpactSection = (typeof impactSections)[number]

const risk = <R extends 'access' | 'modification' | 'disappearance'>(of: R) =>
  [
    `${of}.impacts`,
    `${of}.threats`,
    `${of}.sources`,
    `${of}.measures`,
    `${of}.severity`,
    `${of}.likelihood`,
  ] as const

/** In the order of CNIL's method; the first word is the section. */
export const questions = [
  'overview.processing',
  'overview.responsibilities',
  'overview.standards',
  'data.which',
  'data.lifecycle',
  'data.assets',
  'proportionality.purposes',
  'proportionality.basis',
  'proportionality.minimisation',
  'proportionality.accuracy',
  'proportionality.retention',
  'rights.information',
  'rights.consent',
  'rights.access',
  'rights.rectification',
  'rights.objection',
  'rights.processors',
  'rights.transfers',
  'measures.program',
  'measures.organisation',
  ...risk('access'),
  ...risk('modification'),
  ...risk('disappearance'),
  'validation.dpo',
  'validation.people',
] as const
export type Question = (typeof questions)[number]
export const isLevel = (code: string): boolean => /\.(severity|likelihood)$/.test(code)
/** Not every organisation has a standard to follow, or measures of its own. */
export const optionalQuestions: readonly string[] = ['overview.standards', 'measures.organisation']

/** Why no assessment is made although the criteria call for one. */
export const reasonCode = 'screening.reason'
export const answerCodes = [
  ...criteria.map((one) => `criterion.${one}` as const),
  reasonCode,
  ...questions,
] as const

export const answerMax = 4_000
export const citedMax = 40
export const planMax = 100

const origin = z
  .enum(['measured', 'declared', 'missing'])
  .describe('`measured`: read from the program; `declared`: written by a user; else `missing`.')
const written = {
  at: instantText.nullable().describe('When it was answered; null: it was not.'),
  by: z.string().nullable().describe('Who answered, as the journal names them.'),
}

export const citedMeasure = z.object({
  code: z.string().describe('Names the measure or the check.'),
  text: z.string().describe('What it is, in a sentence.'),
  state: z
    .enum(['in_place', 'failed', 'unknown', 'gone'])
    .describe('`gone`: it was cited, and is not in place any more.'),
  evidence: z.string().describe('What was measured.'),
  at: instantText.nullable().describe('When it was measured; null where nothing was.'),
})
export type CitedMeasure = z.output<typeof citedMeasure>

export const measuredAnswer = z.object({
  text: z.string().describe('What the program read.'),
  evidence: z.string().describe('From where.'),
  at: instantText.describe('When it was read.'),
})
export type MeasuredAnswer = z.output<typeof measuredAnswer>

export const impactQuestion = z.object({
  code: z.string().describe('Names the question.'),
  label: z.string().describe('As CNIL’s method asks it.'),
  help: z.string().describe('What belongs into the answer.'),
  kind: z.enum(['text', 'level']).describe('`level`: one of four, from 1 (negligible) to 4.'),
  isMandatory: z.boolean().describe('Whether a version needs an answer to it.'),
  origin,
  measured: measuredAnswer.nullable().describe('What the program answers; null: it cannot.'),
  text: z.string().describe('What a user wrote; empty where nobody did.'),
  level: z.number().int().nullable().describe('From 1 (negligible) to 4 (maximal).'),
  cites: z.array(citedMeasure).describe('The measures that prove it, as they stand now.'),
  ...written,
})
export type ImpactQuestion = z.output<typeof impactQuestion>

export const impactCriterion = z.object({
  code: z.string().describe('Names the criterion.'),
  label: z.string().describe('The criterion, in a few words.'),
  help: z.string().describe('What it means for messages.'),
  origin,
  measured: measuredAnswer.nullable().describe('What the program counted; null: it cannot tell.'),
  proposes: z.enum(['yes', 'no']).nullable().describe('What follows from what was counted.'),
  choice: z.enum(['yes', 'no']).nullable().describe('The answer that counts; null: none yet.'),
  text: z.string().describe('What a user wrote; empty where nobody did.'),
  ...written,
})
export type ImpactCriterion = z.output<typeof impactCriterion>

export const planItem = z.object({
  what: z.string().trim().min(3).max(500).describe('What is to be done.'),
  who: z.string().trim().min(1).max(120).describe('Who does it.'),
  by: z.iso.date().describe('Until which day.'),
  doneOn: z.iso.date().nullable().default(null).describe('The day it was done; null: open.'),
})
export type PlanItem = z.output<typeof planItem>

export const impactChange = z.object({
  kind: z
    .enum(['data', 'sensitive', 'purpose', 'supplier', 'transfer', 'measure', 'check'])
    .describe('What sort of fact changed.'),
  text: z.string().describe('What changed, in a sentence.'),
})
export type ImpactChange = z.output<typeof impactChange>

export const impactVersion = z.object({
  version: z.number().int().describe('Counted from 1.'),
  at: instantText.describe('When it was validated.'),
  by: z.string().describe('Who validated it, as the journal names them.'),
  decision: z.string().describe('What was decided, and why.'),
})
export type ImpactVersion = z.output<typeof impactVersion>

const part = z.object({ code: z.string(), label: z.string().describe('What is lacking.') })

const hasEnded = z
  .boolean()
  .describe('The register has this processing no more; its plan can still be written.')

export const impactView = z.object({
  title: z.string().describe('Of whose assessment, and of which processing.'),
  processing: z
    .string()
    .nullable()
    .describe('The place in the register of the processing that is assessed; null: all of them.'),
  hasEnded,
  readAt: instantText.describe('When the program read what it answers.'),
  screening: z
    .object({
      criteria: z.array(impactCriterion).describe('The nine, in their order.'),
      met: z.number().int().describe('How many are met.'),
      open: z.number().int().describe('How many nobody has answered.'),
      outcome: z
        .enum(['open', 'called_for', 'not_called_for', 'reasoned'])
        .describe('`reasoned`: called for, and a user wrote why none is made.'),
      reason: z.string().describe('Why none is made; empty where nobody wrote it.'),
    })
    .describe('Whether an assessment is called for.'),
  sections: z
    .array(
      z.object({
        code: z.enum(impactSections).describe('Names the section.'),
        title: z.string().describe('As CNIL’s method calls it.'),
        questions: z.array(impactQuestion).describe('In their order.'),
      }),
    )
    .describe('The questions of the assessment, in their order.'),
  plan: z.array(planItem).describe('What is still to be done, by whom and by when.'),
  measures: z.array(citedMeasure).describe('What an answer may cite.'),
  lacks: z.array(part).describe('What a version still needs.'),
  mustConsult: z
    .boolean()
    .describe('A risk stays important or maximal: the authority is asked first (article 36).'),
  standing: z
    .enum(['none', 'valid', 'reopened'])
    .describe('`reopened`: something that was measured has changed since.'),
  current: impactVersion.nullable().describe('The newest version; null: there is none.'),
  changes: z.array(impactChange).describe('What changed since the newest version.'),
})
export type ImpactView = z.output<typeof impactView>

export const impactAnswer = z
  .object({
    code: z.enum(answerCodes).describe('The question or the criterion that is answered.'),
    text: z
      .string()
      .trim()
      .max(answerMax)
      .default('')
      .describe('In your own words; no person you write to. Empty: nothing is declared.'),
    level: z
      .number()
      .int()
      .min(1)
      .max(4)
      .nullable()
      .default(null)
      .describe('Of severity or likelihood: 1 negligible, 2 limited, 3 important, 4 maximal.'),
    choice: z
      .enum(['yes', 'no'])
      .nullable()
      .default(null)
      .describe('Of a criterion: whether it is met. Null: as the program measured it.'),
    cites: z
      .array(z.string().max(80))
      .max(citedMax)
      .default([])
      .describe('The codes of the measures that prove it.'),
  })
  .meta({
    example: {
      code: 'data.lifecycle',
      text: 'Import d’un fichier, envoi, réponses, puis effacement au terme.',
      cites: ['measure.sealed'],
    },
  })
export type ImpactAnswer = z.output<typeof impactAnswer>

export const impactPlan = z
  .object({ items: z.array(planItem).max(planMax).describe('The whole plan, in its order.') })
  .meta({
    example: {
      items: [{ what: 'Former l’équipe', who: 'DPO', by: '2027-03-31', doneOn: null }],
    },
  })
export type ImpactPlan = z.output<typeof impactPlan>

export const impactDecision = z
  .object({
    decision: z
      .string()
      .trim()
      .min(10)
      .max(answerMax)
      .describe('What the controller decides, and why the risks that stay are acceptable.'),
  })
  .meta({ example: { decision: 'Risques acceptables compte tenu des mesures en place.' } })
export type ImpactDecision = z.output<typeof impactDecision>

export const impactParams = z.object({
  number: z.coerce.number().int().min(1).max(1_000_000).describe('Which version is meant.'),
})
export const impactVersions = pageOf(impactVersion)
const processing = z
  .string()
  .min(1)
  .max(60)
  .optional()
  .describe('The place in the register of the processing meant; left out: all of them.')
export const impactQuery = z.object({ processing })
export const impactVersionQuery = pageQuery
export const impactVersionQueryOfOne = pageQuery.extend({ processing })
export const impactText = z.object({
  name: z.string().describe('Names the section.'),
  title: z.string().describe('Its title.'),
  sentences: z.array(z.string()).describe('Questions with their answers, in their order.'),
})
export type ImpactText = z.output<typeof impactText>
export const impactDifference = z.object({
  section: z.string().describe('The title of the section.'),
  added: z.array(z.string()).describe('Answers that came.'),
  removed: z.array(z.string()).describe('Answers that went.'),
})
export type ImpactDifference = z.output<typeof impactDifference>
export const impactVersionDetail = impactVersion.extend({
  sections: z.array(impactText).describe('As it was validated.'),
  before: z.number().int().nullable().describe('The version that it is compared with.'),
  differences: z.array(impactDifference).describe('What changed since the version before.'),
})
export type ImpactVersionDetail = z.output<typeof impactVersionDetail>
export const impactSheetQuery = z.object({
  language: z.enum(['fr', 'en']).optional().describe('Of the sheet; the caller’s when left out.'),
})
export const impactSheetQueryOfOne = impactSheetQuery.extend({ processing })

export const impactListed = z.object({
  processing: z.string().nullable().describe('Its place in the register; null: all processing.'),
  name: z
    .string()
    .nullable()
    .describe('As the register calls it, or called it last; null: all processing.'),
  hasEnded,
  standing: z
    .enum(['none', 'valid', 'reopened'])
    .describe('`reopened`: something that was measured has changed since.'),
  current: impactVersion.nullable().describe('The newest version; null: there is none.'),
})
export type ImpactListed = z.output<typeof impactListed>
export const impactList = z.object({
  items: z
    .array(impactListed)
    .describe('That of all processing first, as in the register, then those that have ended.'),
})

named({
  impactView,
  impactListed,
  impactList,
  impactQuestion,
  impactCriterion,
  impactMeasure: citedMeasure,
  impactMeasured: measuredAnswer,
  impactAnswer,
  impactPlan,
  impactPlanItem: planItem,
  impactDecision,
  impactChange,
  impactVersion,
  impactVersions,
  impactVersionDetail,
  impactText,
  impactDifference,
})
