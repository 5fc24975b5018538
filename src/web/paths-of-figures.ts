// The addresses of lists that figures of campaigns, of periods and of imports lead to.
import { paths } from './paths.ts'

/** An address with what narrows its list; nothing of what is null. */
const withThose = (path: string, asked: Readonly<Record<string, string | null | undefined>>) => {
  const given = Object.entries(asked).filter((one): one is [string, string] => one[1] != null)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

type Period = { from: string; until: string }
const launched = ({ from, until }: Period) => ({ launchedFrom: from, launchedUntil: until })
/** Of the campaigns of a period: to one list or segment, by one route, in a state or several. */
export const messagesOfPeriod = (
  period: Period,
  of: { list?: string | null; route?: string; state?: string; group?: string } = {},
) => withThose(paths.messages, { ...launched(period), ...of })
export const repliesOfPeriod = (period: Period, of: { list?: string | null; show?: string } = {}) =>
  withThose(paths.receivedReplies, { ...launched(period), ...of })

/** Of a campaign, the messages in a state or in several under one word, by a route, and so on. */
export const messagesOf = (
  campaign: string,
  of: Partial<Record<'state' | 'group' | 'reason' | 'route' | 'country', string>> = {},
) => withThose(paths.messages, { campaign, ...of })
export const repliesTo = (campaign: string, show?: string) =>
  withThose(paths.receivedReplies, { campaign, show })

/** Those whom an import brought. */
export const contactsOfImport = (id: string) => withThose(paths.contacts, { import: id })
/** The contacts, with the form of a new one open. */
export const addPersonPlace = `${paths.contacts}#add`
