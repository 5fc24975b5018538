// The main navigation: groups of what people do, each entry a screen with the right that it needs.
// To add an entry: its path in `paths.ts`, its label in both `words` (under `navigation`), and one
// line here, in its group. Who lacks the right does not see it;
// a group without entries is not shown.
import {
  IconApi,
  IconArrowsExchange,
  IconBook2,
  IconBuilding,
  IconBuildingCommunity,
  IconBuildingOff,
  IconCalendarMonth,
  IconCalendarRepeat,
  IconCoinEuro,
  IconDatabaseCog,
  IconDatabaseExport,
  IconEraser,
  IconFileImport,
  IconFileText,
  IconFilter,
  IconFlask,
  IconForms,
  IconGavel,
  IconHeartbeat,
  IconHistory,
  IconHome,
  IconHourglassEmpty,
  IconInbox,
  IconKey,
  IconLink,
  IconList,
  IconListCheck,
  IconListDetails,
  IconLock,
  IconMail,
  IconMessages,
  IconRoute,
  IconSettings,
  IconShieldCheck,
  IconShieldQuestion,
  IconShieldX,
  IconSpeakerphone,
  IconTemplate,
  IconTruckDelivery,
  IconUserCircle,
  IconUserOff,
  IconUserQuestion,
  IconUsers,
  IconWebhook,
  IconWorld,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Right } from '../kernel/index.ts'
import { paths } from './paths.ts'
import type { Words } from './words/index.ts'

export type NavigationEntry = {
  path: string
  label: keyof Omit<Words['navigation'], 'label'>
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  needs: Right | null
  /** What waits for somebody behind this entry is counted beside it. */
  badge?: keyof Words['frame']['waiting']
}

/** A group of one entry needs no heading: it has none in `words.frame.groups` either. */
export type NavigationGroup = {
  name: string
  heading: keyof Words['frame']['groups'] | null
  entries: readonly NavigationEntry[]
}

/** For whoever manages the installation. */
function staff(
  path: string,
  label: NavigationEntry['label'],
  icon: NavigationEntry['icon'],
  badge: Pick<NavigationEntry, 'badge'> = {},
): NavigationEntry {
  return { path, label, icon, needs: 'installation.manage', ...badge }
}

export const navigation: readonly NavigationGroup[] = [
  {
    name: 'home',
    heading: null,
    entries: [{ path: paths.home, label: 'home', icon: IconHome, needs: null }],
  },
  {
    name: 'send',
    heading: 'send',
    entries: [
      {
        path: paths.campaigns,
        label: 'campaigns',
        icon: IconSpeakerphone,
        needs: 'campaigns.read',
        badge: 'approvals',
      },
      {
        path: paths.calendar,
        label: 'calendar',
        icon: IconCalendarMonth,
        needs: 'campaigns.read',
      },
      {
        path: paths.recurring,
        label: 'recurring',
        icon: IconCalendarRepeat,
        needs: 'campaigns.read',
      },
      {
        path: paths.templates,
        label: 'templates',
        icon: IconTemplate,
        needs: 'campaigns.read',
      },
      { path: paths.links, label: 'links', icon: IconLink, needs: 'messages.read' },
      { path: paths.messages, label: 'messages', icon: IconMessages, needs: 'messages.read' },
    ],
  },
  {
    name: 'contacts',
    heading: 'contacts',
    entries: [
      { path: paths.contacts, label: 'contacts', icon: IconUsers, needs: 'contacts.read' },
      { path: paths.lists, label: 'lists', icon: IconList, needs: 'contacts.read' },
      { path: paths.segments, label: 'segments', icon: IconFilter, needs: 'contacts.read' },
      { path: paths.leftOut, label: 'leftOut', icon: IconUserOff, needs: 'contacts.read' },
      { path: paths.imports, label: 'imports', icon: IconFileImport, needs: 'imports.run' },
      {
        path: paths.quarantine,
        label: 'quarantine',
        icon: IconShieldQuestion,
        needs: 'contacts.read',
      },
    ],
  },
  {
    name: 'inbox',
    heading: null,
    entries: [
      {
        path: paths.inbox,
        label: 'replies',
        icon: IconInbox,
        needs: 'messages.read',
        badge: 'replies',
      },
    ],
  },
  {
    name: 'consent',
    heading: 'consent',
    entries: [
      { path: paths.wordings, label: 'wordings', icon: IconFileText, needs: 'consent.read' },
      { path: paths.forms, label: 'forms', icon: IconForms, needs: 'consent.read' },
      { path: paths.keywords, label: 'keywords', icon: IconMessages, needs: 'consent.read' },
      {
        path: paths.expiring,
        label: 'expiring',
        icon: IconHourglassEmpty,
        needs: 'consent.read',
      },
    ],
  },
  {
    name: 'compliance',
    heading: 'compliance',
    entries: [
      {
        path: paths.openPoints,
        label: 'openPoints',
        icon: IconListCheck,
        needs: 'audit.read',
      },
      {
        path: paths.requests,
        label: 'requests',
        icon: IconUserQuestion,
        needs: 'consent.read',
        badge: 'requests',
      },
      { path: paths.erasures, label: 'erasures', icon: IconEraser, needs: 'consent.read' },
      { path: paths.proofs, label: 'proofs', icon: IconShieldCheck, needs: 'consent.read' },
      { path: paths.legalBases, label: 'legalBases', icon: IconGavel, needs: 'consent.read' },
      { path: paths.sensitive, label: 'sensitive', icon: IconLock, needs: 'consent.read' },
      {
        path: paths.retention,
        label: 'retention',
        icon: IconHourglassEmpty,
        needs: 'account.read',
      },
      { path: paths.register, label: 'register', icon: IconBook2, needs: 'consent.read' },
      {
        path: paths.accountSuppliers,
        label: 'accountSuppliers',
        icon: IconTruckDelivery,
        needs: 'consent.read',
      },
      {
        path: paths.publicNotice,
        label: 'publicNotice',
        icon: IconWorld,
        needs: 'consent.read',
      },
      {
        path: paths.ownBreaches,
        label: 'ownBreaches',
        icon: IconShieldX,
        needs: 'registers.manage',
      },
      { path: paths.impact, label: 'impact', icon: IconShieldQuestion, needs: 'registers.manage' },
      {
        path: paths.reviews,
        label: 'reviews',
        icon: IconGavel,
        needs: 'registers.manage',
      },
      { path: paths.training, label: 'training', icon: IconUsers, needs: 'registers.manage' },
      {
        path: paths.ownTraining,
        label: 'ownTraining',
        icon: IconUserCircle,
        needs: 'account.read',
      },
      { path: paths.journal, label: 'journal', icon: IconHistory, needs: 'audit.read' },
    ],
  },
  {
    name: 'developers',
    heading: 'developers',
    entries: [
      { path: paths.api, label: 'api', icon: IconApi, needs: 'account.read' },
      { path: paths.tokens, label: 'tokens', icon: IconKey, needs: 'tokens.manage' },
      { path: paths.webhooks, label: 'webhooks', icon: IconWebhook, needs: 'webhooks.manage' },
      {
        path: paths.requestLog,
        label: 'requestLog',
        icon: IconListDetails,
        needs: 'tokens.manage',
      },
      { path: paths.sandbox, label: 'sandbox', icon: IconFlask, needs: 'account.read' },
    ],
  },
  {
    name: 'settings',
    heading: 'settings',
    entries: [
      { path: paths.settings, label: 'settings', icon: IconSettings, needs: 'account.read' },
      { path: paths.moves, label: 'moves', icon: IconArrowsExchange, needs: 'consent.read' },
      { path: paths.profile, label: 'profile', icon: IconUserCircle, needs: null },
    ],
  },
  {
    name: 'installation',
    heading: 'installation',
    entries: [
      staff(paths.health, 'health', IconHeartbeat),
      staff(paths.accounts, 'accounts', IconBuilding),
      staff(paths.deletions, 'deletions', IconBuildingOff),
      staff(paths.suppliers, 'suppliers', IconTruckDelivery),
      staff(paths.erasureNotices, 'erasureNotices', IconEraser),
      staff(paths.routes, 'routes', IconRoute),
      staff(paths.prices, 'prices', IconCoinEuro),
      staff(paths.moderation, 'moderation', IconGavel, { badge: 'senders' }),
      staff(paths.mail, 'mail', IconMail),
      staff(paths.check, 'check', IconShieldCheck),
      staff(paths.backups, 'backups', IconDatabaseExport),
      staff(paths.operator, 'operator', IconBuildingCommunity),
      staff(paths.breaches, 'breaches', IconShieldX),
      staff(paths.operatorImpact, 'operatorImpact', IconShieldQuestion),
      staff(paths.operatorReviews, 'operatorReviews', IconMessages),
      staff(paths.operatorTraining, 'operatorTraining', IconUsers),
      {
        path: paths.restored,
        label: 'restored',
        icon: IconDatabaseCog,
        needs: 'installation.manage',
      },
    ],
  },
]

/** The groups with those entries that somebody may use. */
export function navigationFor(may: (right: Right) => boolean): NavigationGroup[] {
  return navigation
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ needs }) => needs === null || may(needs)),
    }))
    .filter(({ entries }) => entries.length > 0)
}

/** The entry that an address stands under: the one with the longest path that it begins with. */
export function entryOf(pathname: string): string | null {
  const all = navigation.flatMap(({ entries }) => entries.map(({ path }) => path))
  const under = all.filter((path) =>
    path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`),
  )
  return under.sort((one, other) => other.length - one.length)[0] ?? null
}
