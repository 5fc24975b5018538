// HTTP shapes of the installation's self-check. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

export const checkResults = ['gap', 'unknown', 'fine'] as const
export type CheckResult = (typeof checkResults)[number]

/** What a check is about; the order in which they are shown. */
export const checkGroups = [
  'access',
  'network',
  'keys',
  'database',
  'continuity',
  'upkeep',
] as const
export type CheckGroup = (typeof checkGroups)[number]

export const checkReference = z.object({
  source: z
    .enum(['cnil', 'recyf'])
    .describe(
      '`cnil`: the guide to the security of personal data, 2024, by its sheets; `recyf`: ANSSI’s ' +
        'ReCyF 2.5 (a working document of 17 March 2026), by its objectives.',
    ),
  number: z.number().int().describe('The number of the sheet or objective.'),
  title: z.string().describe('Its title, in French as it was published.'),
})
export type CheckReference = z.output<typeof checkReference>

export const checkView = z.object({
  name: z.string().describe('The name of the check; it stays the same.'),
  group: z.enum(checkGroups).describe('What it is about.'),
  title: z.string().describe('What is looked at, in a few words.'),
  result: z
    .enum(checkResults)
    .describe('`gap`: something is to be done; `unknown`: it could not be told from here; `fine`.'),
  evidence: z.string().describe('What was measured.'),
  toDo: z.string().nullable().describe('What to do about it; null where all is well.'),
  references: z.array(checkReference).describe('What it answers in published guides.'),
})
export type CheckView = z.output<typeof checkView>

export const checkupView = z.object({
  at: instantText.describe('When it was measured.'),
  isServerSeen: z.boolean().describe('Whether a running server was there to be asked.'),
  counts: z
    .object({
      gap: z.number().int().describe('How many gaps there are.'),
      unknown: z.number().int().describe('How much could not be told.'),
      fine: z.number().int().describe('How much is well.'),
    })
    .describe('How many checks found what.'),
  checks: z.array(checkView).describe('Gaps first, then what could not be told.'),
})
export type CheckupView = z.output<typeof checkupView>

export const checkupRequest = z
  .object({
    online: z
      .boolean()
      .default(false)
      .describe('Asks the npm registry which installed packages have known vulnerabilities.'),
  })
  .meta({ example: { online: false } })

export const checkupDay = z.object({
  day: z.iso.date().describe('The day, in UTC.'),
  at: instantText.describe('The last time that it was measured on that day.'),
  gaps: z.array(z.string()).describe('The titles of the checks that found a gap.'),
  unknown: z.number().int().describe('How much could not be told.'),
  fine: z.number().int().describe('How much was well.'),
})
export type CheckupDay = z.output<typeof checkupDay>
export const checkupDays = z.object({
  items: z.array(checkupDay).describe('The last days that were measured, newest first.'),
})
export const checkupDaysQuery = z.object({
  days: z.coerce.number().int().min(1).max(400).default(30).describe('How many days at most.'),
})

named({ checkReference, checkView, checkupView, checkupRequest, checkupDay, checkupDays })
