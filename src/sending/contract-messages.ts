// HTTP shapes of the list of messages: its filters and its count. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageQuery } from '../http/contract.ts'
import { failures, messageClass } from './contract.ts'
import { isOneChoice, messageChoice, notBoth } from './contract-states.ts'

const messageFilters = {
  ...messageChoice,
  class: messageClass.optional(),
  campaignId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  reference: z.string().min(1).max(80).optional().describe('Your own, exactly as you sent it.'),
  reason: z.enum(failures).optional().describe('The `code` of `failure`.'),
  sender: z.string().min(1).max(20).optional().describe('What telephones show as from.'),
  routeId: z.uuid().optional().describe('Of one campaign: those that took this route.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('Those whose number is of this country, as ISO 3166 writes it.'),
  acceptedFrom: instantText.optional().describe('Accepted at this instant or later.'),
  acceptedBefore: instantText.optional().describe('Accepted before this instant.'),
  leftFrom: instantText
    .optional()
    .describe('An operator had it first, or may have had it, at this instant or later.'),
  endedFrom: instantText.optional().describe('It ended at this instant or later.'),
}
const notForward = {
  path: ['acceptedBefore'],
  error: 'acceptedBefore has to be later than acceptedFrom.',
}
const routeAlone = { path: ['campaignId'], error: 'routeId asks for campaignId beside it.' }
type RouteAsked = { routeId?: string | undefined; campaignId?: string | undefined }
const hasItsCampaign = ({ routeId, campaignId }: RouteAsked): boolean =>
  routeId === undefined || campaignId !== undefined

export const messageQuery = pageQuery
  .extend(messageFilters)
  .refine(isOneChoice, notBoth)
  .refine(isForward, notForward)
  .refine(hasItsCampaign, routeAlone)
export const messageCountQuery = z
  .object(messageFilters)
  .refine(isOneChoice, notBoth)
  .refine(isForward, notForward)
  .refine(hasItsCampaign, routeAlone)
export type MessageCountQuery = z.output<typeof messageCountQuery>
export const messageFileQuery = z
  .object({
    ...messageFilters,
    language: z
      .enum(['fr', 'en'])
      .optional()
      .describe('Of the file; your own where it is left out.'),
  })
  .refine(isOneChoice, notBoth)
  .refine(isForward, notForward)
  .refine(hasItsCampaign, routeAlone)
export type MessageFileQuery = z.output<typeof messageFileQuery>
export const messageCount = z.object({
  messages: z.number().int().describe('How many the list holds with these filters.'),
  isAtLeast: z.boolean().describe('There may be more: not all were counted.'),
})

function isForward(asked: {
  acceptedFrom?: string | undefined
  acceptedBefore?: string | undefined
}): boolean {
  const { acceptedFrom, acceptedBefore } = asked
  if (acceptedFrom === undefined || acceptedBefore === undefined) return true
  return Date.parse(acceptedFrom) < Date.parse(acceptedBefore)
}
named({ messageCount })
