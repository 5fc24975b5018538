// HTTP shapes of links. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'

const code = z.string().regex(/^[2-9a-hjkmnp-z]{8}$/)

export const targetMax = 2_000

export const shortLinkSettings = z.object({
  isOn: z.boolean().describe('False until the account switches short links on.'),
  example: z
    .string()
    .nullable()
    .describe('How a short link looks; null while the installation has no public address.'),
})
export const shortLinkSettingsChange = z
  .object({ isOn: z.boolean().describe('True: new links can be made.') })
  .meta({ example: { isOn: true } })

export const shortLinkRequest = z
  .object({
    target: z
      .string()
      .max(targetMax)
      .describe('Where it leads: an https address. Do not put anything about a person in it.'),
  })
  .meta({ example: { target: 'https://www.tilleuls.example/collection' } })

export const clicks = z.object({
  people: z.number().int().describe('By a browser, on behalf of somebody.'),
  machines: z.number().int().describe('For a preview, a search engine or a protection.'),
  unknown: z.number().int().describe('Neither is certain.'),
})

export const shortLink = z.object({
  id: z.uuid(),
  shortUrl: z.string().describe('What a text names.'),
  target: z.string().describe('Where it leads.'),
  createdAt: instantText,
  offAt: instantText.nullable().describe('Since when it leads nowhere; null: it is on.'),
  clicks: clicks.describe('Since it was made.'),
})
export type LinkView = z.output<typeof shortLink>

export const shortLinkDays = z.object({
  link: shortLink,
  days: z
    .array(
      z.object({
        day: z.iso.date().describe('By UTC.'),
        clicks: clicks.describe('Of that day.'),
      }),
    )
    .describe('The latest 90 days with a click, by UTC, the newest first.'),
})

export const shortLinkQuery = pageQuery.extend({
  code: code.optional().describe('The last part of a short address: that link alone.'),
})
export const shortLinkPage = pageOf(shortLink)

/** Of a short address: letters and digits that cannot be taken for each other. */
export const linkCode = z.object({ code })

named({
  shortLinkSettings,
  shortLinkSettingsChange,
  shortLinkRequest,
  shortLink,
  shortLinkDays,
  shortLinkPage,
})
