// HTTP shapes of those who ask and are no contact: what they gave, the search, the tie.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'
import { requestKinds } from './contract-kinds.ts'

/** What somebody may give of themselves; each is searched for but the postal address. */
export const askerParts = ['name', 'number', 'email', 'address', 'reference'] as const
export type AskerPart = (typeof askerParts)[number]

const part = (max: number, what: string) =>
  z.string().trim().min(1).max(max).optional().describe(what)
export const askerNameMax = 200
export const askerAddressMax = 500
const askerShape = {
  name: part(askerNameMax, 'First and last name.'),
  number: part(40, 'A telephone number, as it was written; a mobile or another one.'),
  email: part(254, 'An e-mail address.'),
  address: part(askerAddressMax, 'A postal address, in lines: the answer goes there.'),
  reference: part(200, 'Your own reference of them, such as a customer’s number.'),
}
/** One of them at least: nobody can be answered of whom nothing is known. */
export const askerGiven = z
  .object(askerShape)
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    message: 'Give at least one of name, number, email, address and reference.',
  })
  .meta({ example: { name: 'Dominique Modèle', address: '1 rue de la Paix\n75002 Paris' } })
export type AskerGiven = z.output<typeof askerGiven>

export const askerShown = z.object({
  name: z.string().nullable(),
  number: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable().describe('A postal address, in lines.'),
  reference: z.string().nullable(),
})
export type AskerShown = z.output<typeof askerShown>

/** `unknown`: the key that recognises who objected is lost. */
const suppressionsFound = ['none', 'marketing', 'relational', 'all', 'unknown'] as const
const foundOf = (what: string) =>
  z.number().int().nullable().describe(`Contacts with this ${what}; null: none was given.`)
export const searchFound = z.object({
  number: foundOf('number'),
  email: foundOf('e-mail'),
  reference: foundOf('reference'),
  name: foundOf('name'),
  suppression: z
    .enum(suppressionsFound)
    .nullable()
    .describe(
      'Whether the number is on the list of objections, and for which messages; null: no number was given.',
    ),
})
export type SearchFound = z.output<typeof searchFound>

export const heldSearchView = z.object({
  begunAt: instantText,
  endedAt: instantText
    .nullable()
    .describe('Null while names are still compared: ask for the search again, and it goes on.'),
  by: z.string().describe('Who searched: `user:` or `token:` and an id.'),
  looked: z.number().int().describe('Contacts whose name was compared.'),
  found: searchFound,
})
export type HeldSearchView = z.output<typeof heldSearchView>

export const matchesShownMax = 50
export const heldMatch = z.object({
  contactId: z.uuid(),
  numberMasked: z.string(),
  by: z.array(z.enum(['number', 'email', 'reference', 'name'])).describe('By what it was found.'),
})
export type HeldMatch = z.output<typeof heldMatch>

const sameAskerRequest = z.object({
  id: z.uuid(),
  kind: z.enum(requestKinds),
  askedAt: instantText,
  answeredAt: instantText.nullable(),
})
export const heldSearched = z.object({
  search: heldSearchView,
  matches: z
    .array(heldMatch)
    .describe(`Contacts that may be them, ${matchesShownMax} at most. Nobody is tied by itself.`),
  requests: z
    .array(sameAskerRequest)
    .describe(
      `Other requests of people who are no contact, with this number or e-mail, ${matchesShownMax} at most, the newest first.`,
    ),
})
export type HeldSearched = z.output<typeof heldSearched>

export const askerView = z.object({
  gave: z.array(z.enum(askerParts)).describe('What they gave of themselves, without its value.'),
  search: heldSearchView
    .nullable()
    .describe('The last search; null where none was made since what they gave was written down.'),
})

named({ askerGiven, askerShown, searchFound, heldSearchView, heldMatch, heldSearched, askerView })
