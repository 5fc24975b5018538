// HTTP shapes of proofs that outlive a contact: what they say of the person, and until when.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

/** What a proof says of a person beside the consent itself, its day, its origin and the words. */
export const proofParts = [
  'number',
  'ip',
  'browser',
  'note',
  'parent',
  'reference',
  'paper',
] as const
export type ProofPart = (typeof proofParts)[number]
export const keptProofs = z.object({
  until: instantText.describe('When they are destroyed.'),
  holds: z
    .array(z.enum(proofParts))
    .describe(
      'What they say of the person: their number, the IP address and browser of a form, a note, a parent’s name, the reference of a sale, a signed paper or recording.',
    ),
})
export const keptIfErased = keptProofs
  .nullable()
  .describe(
    'What would be kept, sealed, if the person were erased now, to answer a claim about a consent (GDPR, article 17(3)(e)); null: nothing.',
  )

named({ keptProofs })
