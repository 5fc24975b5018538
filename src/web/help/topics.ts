// Which help belongs to which screen: each topic answers the questions that people have there.
import { matchPath } from 'react-router'
import { paths } from '../paths.ts'

export const topics = [
  'home',
  'campaigns',
  'write',
  'campaign',
  'results',
  'calendar',
  'recurring',
  'templates',
  'messages',
  'links',
  'contacts',
  'person',
  'lists',
  'segments',
  'leftOut',
  'customFields',
  'imports',
  'toProve',
  'inbox',
  'wordings',
  'forms',
  'requests',
  'sensitive',
  'journal',
  'settings',
  'moves',
  'profile',
  'tryOne',
  'accounts',
  'suppliers',
  'routes',
  'prices',
  'moderation',
  'health',
  'restored',
  'notifications',
  'eMail',
  'backups',
] as const
export type Topic = (typeof topics)[number]

/** A question as somebody would ask it, and its answer. */
export type Question = readonly [question: string, answer: string]
export type HelpTexts = Record<Topic, readonly Question[]>

/** The first that fits counts. */
const screens: readonly (readonly [pattern: string, topic: Topic])[] = [
  [paths.home, 'home'],
  [paths.newCampaign(), 'write'],
  [paths.editCampaign(':id'), 'write'],
  [paths.campaignResults(':id'), 'results'],
  [paths.campaign(':id'), 'campaign'],
  [paths.campaigns, 'campaigns'],
  [paths.calendar, 'calendar'],
  [`${paths.recurring}/*`, 'recurring'],
  [`${paths.templates}/*`, 'templates'],
  [`${paths.messages}/*`, 'messages'],
  [paths.links, 'links'],
  [paths.customFields, 'customFields'],
  [paths.leftOut, 'leftOut'],
  [paths.contacts, 'contacts'],
  [`${paths.contacts}/*`, 'person'],
  [paths.lists, 'lists'],
  [`${paths.segments}/*`, 'segments'],
  [`${paths.imports}/*`, 'imports'],
  [paths.quarantine, 'toProve'],
  [`${paths.inbox}/*`, 'inbox'],
  [`${paths.wordings}/*`, 'wordings'],
  [`${paths.forms}/*`, 'forms'],
  [paths.requests, 'requests'],
  [paths.sensitive, 'sensitive'],
  [paths.journal, 'journal'],
  [paths.settings, 'settings'],
  [paths.moves, 'moves'],
  [paths.profile, 'profile'],
  [paths.tryOne, 'tryOne'],
  [`${paths.accounts}/*`, 'accounts'],
  [paths.suppliers, 'suppliers'],
  [`${paths.routes}/*`, 'routes'],
  [paths.prices, 'prices'],
  [paths.moderation, 'moderation'],
  [paths.health, 'health'],
  [paths.restored, 'restored'],
  [paths.notifications, 'notifications'],
  [paths.mail, 'eMail'],
  [paths.backups, 'backups'],
]

export function topicOf(pathname: string): Topic | null {
  return screens.find(([pattern]) => matchPath(pattern, pathname) !== null)?.[1] ?? null
}
