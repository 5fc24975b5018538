// The web app in English. French (`fr.ts`) has the same keys, or does not compile.
import { accessEn } from './access.ts'
import { approvalsEn } from './approvals.ts'
import { calendarEn } from './calendar.ts'
import { campaignsEn } from './campaigns.ts'
import { checkupEn } from './compliance/checkup.ts'
import { publicNoticeEn } from './compliance/disclosure.ts'
import { openPointsEn } from './compliance/open-points.ts'
import { accountSuppliersEn, supplierDetailsEn } from './compliance/suppliers.ts'
import { composeEn } from './compose.ts'
import { consentsEn } from './consents.ts'
import { contactsEn } from './contacts.ts'
import { customFieldsEn } from './custom-fields.ts'
import { deskEn } from './desk.ts'
import { frameEn, profileEn } from './frame.ts'
import { restoredBannerEn } from './home/restored-banner.ts'
import { importsEn } from './imports.ts'
import { inboxEn } from './inbox.ts'
import { healthEn } from './installation/health.ts'
import { routesEn } from './installation/routes.ts'
import { suppliersEn } from './installation/suppliers.ts'
import { leftOutEn } from './left-out.ts'
import { legalBasesEn, parentsEn } from './legal-bases.ts'
import { linksEn } from './links.ts'
import { messagesEn, repliesEn } from './messages.ts'
import { notificationsEn } from './notifications.ts'
import { overviewEn } from './overview.ts'
import { peopleEn } from './people.ts'
import { recurringEn } from './recurring.ts'
import { segmentsEn } from './segments.ts'
import { sensitiveEn } from './sensitive.ts'
import { journalEn, settingsEn } from './settings.ts'
import { firstRunEn, homeEn, joinEn, loginEn } from './start.ts'
import { tryEn } from './try.ts'
import { wordingsEn } from './wordings.ts'

export const en = {
  appName: 'Accord',
  loading: 'Loading',
  wideTable: 'Table; scroll sideways to see all columns',
  retry: 'Try again',
  more: 'Show more',
  close: 'Close',
  none: 'None',
  language: 'en' as 'en' | 'fr',
  languageSwitch: 'Language',
  accountSwitch: 'Account',
  logout: 'Log out',
  menu: 'Menu',
  problems: {
    title: 'Something went wrong',
    offline: 'The server is not responding. Check that it is running, then try again.',
    otherLanguage: 'The server gave the reason in French. Try again to read it in English.',
    unknown: 'An error occurred. Try again in a moment.',
    toRequest: 'Open the request',
    screen:
      'This screen stopped working. Try again. If it happens again, tell the maintainers what you were doing.',
  },
  navigation: {
    label: 'Main navigation',
    home: 'Home',
    imports: 'Import contacts',
    contacts: 'Contacts',
    lists: 'Lists',
    segments: segmentsEn.title,
    leftOut: leftOutEn.navigation,
    quarantine: 'To be proven',
    moves: 'Consent transfer',
    wordings: 'Consent wordings',
    forms: 'Forms',
    keywords: 'Keywords',
    expiring: 'Expiring consents',
    proofs: 'Proofs',
    legalBases: 'Legal bases',
    requests: 'Data requests',
    erasures: 'Erasures',
    sensitive: 'Sensitive data',
    campaigns: 'Campaigns',
    calendar: calendarEn.navigation,
    recurring: recurringEn.navigation,
    templates: composeEn.templates.navigation,
    links: linksEn.navigation,
    api: 'API',
    tokens: 'API tokens',
    requestLog: 'Request log',
    sandbox: 'Sandbox',
    webhooks: 'Webhooks',
    messages: 'Messages',
    replies: 'Inbox',
    journal: 'Journal',
    settings: 'Settings',
    profile: 'My profile',
    backups: 'Backups',
    restored: 'Restored database',
    health: 'Health',
    accounts: 'Accounts',
    deletions: 'Deletions',
    suppliers: 'Suppliers',
    erasureNotices: 'Erasures at suppliers',
    routes: 'Routes',
    prices: 'Prices',
    moderation: 'Moderation',
    mail: 'E-mail',
    check: checkupEn.title,
    openPoints: openPointsEn.title,
    register: 'Register',
    accountSuppliers: accountSuppliersEn.navigation,
    publicNotice: publicNoticeEn.navigation,
    operator: 'Operator and DPO',
    breaches: 'Breaches of the server',
    ownBreaches: 'Breaches',
    retention: 'Retention periods',
    impact: 'Impact assessment',
    operatorImpact: 'Server impact assessment',
    reviews: 'Counsel and decisions',
    training: 'Training',
    ownTraining: 'My training',
    operatorReviews: 'Legal advice on the server',
    operatorTraining: 'Staff training',
  },
  firstRun: firstRunEn,
  login: loginEn,
  home: homeEn,
  frame: frameEn,
  notifications: notificationsEn,
  checkup: checkupEn,
  openPoints: openPointsEn,
  overview: overviewEn,
  tryOne: tryEn,
  profile: profileEn,
  consents: consentsEn,
  customFields: customFieldsEn,
  compose: composeEn,
  links: linksEn,
  leftOut: leftOutEn,
  people: peopleEn,
  segments: segmentsEn,
  desk: deskEn,
  approvals: approvalsEn,
  restored: restoredBannerEn,
  recurring: recurringEn,
  calendar: calendarEn,
  access: accessEn,
  installation: { ...healthEn, ...routesEn, ...suppliersEn },
  sensitive: sensitiveEn,
  accountSuppliers: accountSuppliersEn,
  supplierDetails: supplierDetailsEn,
  publicNotice: publicNoticeEn,
  legalBases: legalBasesEn,
  parents: parentsEn,
  wordings: wordingsEn,
  imports: importsEn,
  contacts: contactsEn,
  campaigns: campaignsEn,
  messages: messagesEn,
  inbox: inboxEn,
  replies: repliesEn,
  join: joinEn,
  journal: journalEn,
  settings: settingsEn,
}

/** What English has, French has: a missing sentence does not compile. */
export type Words = typeof en
