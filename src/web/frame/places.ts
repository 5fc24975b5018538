// The sections of settings, of the profile and of the installation's screens, for the search: each
// by the title that it has on its screen, and only what somebody's rights open.
import type { Right } from '../../kernel/index.ts'
import type { NavigationEntry } from '../navigation.ts'
import { paths } from '../paths.ts'
import { placeOf } from '../ui/section-place.ts'
import { backupWords } from '../words/compliance/backups.ts'
import { deletionWords } from '../words/compliance/deletion.ts'
import { operatorWords } from '../words/compliance/register.ts'
import { retentionWords } from '../words/compliance/retention.ts'
import { tokenPageWords } from '../words/developers/api.ts'
import { ownEmailWords } from '../words/entrance/own-email.ts'
import { sectionAlso } from '../words/finding/also.ts'
import type { Words } from '../words/index.ts'
import { accountsWords } from '../words/installation/accounts.ts'
import { mailWords } from '../words/installation/mail.ts'
import { moderationWords } from '../words/installation/moderation.ts'
import { own } from '../words/own.ts'
import { restoredWords } from '../words/restored.ts'
import { factorWords } from '../words/second-factors.ts'

type Name = keyof typeof sectionAlso
type Line = readonly [name: Name, title: string, limits?: { needs: Right }]

const ofSettings = (words: Words): Line[] => {
  const w = words.settings
  return [
    ['account', w.account],
    ['logo', w.logo],
    ['notice', words.publicNotice.settings, { needs: 'consent.read' }],
    ['senders', w.senders],
    ['accountRoutes', w.routes, { needs: 'routes.read' }],
    ['organisations', w.controllers, { needs: 'contacts.read' }],
    ['users', w.users, { needs: 'account.manage' }],
    ['factorRule', own(words, factorWords).rule.title, { needs: 'account.manage' }],
    ['approvalRule', words.approvals.rule],
    ['tokens', own(words, tokenPageWords).moved, { needs: 'tokens.manage' }],
    ['deletion', own(words, deletionWords).title, { needs: 'account.manage' }],
    ['restored', own(words, restoredWords).settings, { needs: 'installation.manage' }],
  ]
}

const ofProfile = (words: Words): Line[] => {
  const w = words.profile
  return [
    ['who', w.who],
    ['email', own(words, ownEmailWords).title],
    ['language', w.language],
    ['password', words.access.password.title],
    ['secondFactor', own(words, factorWords).profile.title],
    ['notifications', words.notifications.choices.title],
    ['appearance', w.appearance],
  ]
}

const ofRetention = (words: Words): Line[] => {
  const w = own(words, retentionWords)
  return [
    ['contactsEnd', w.retentionTitle],
    ['textsEnd', w.textsTitle],
    ['nights', w.nights],
    ['bounds', w.bounds, { needs: 'installation.manage' }],
  ]
}

const ofBackups = (words: Words): Line[] => {
  const w = own(words, backupWords)
  return [
    ['backupList', w.list],
    ['backupRuns', w.runs],
    ['backupDrill', w.found],
    ['backupWhere', w.where],
    ['backupChanges', w.changes],
  ]
}

type Screen = {
  path: string
  label: NavigationEntry['label']
  needs: Right | null
  sections: readonly Line[]
}

function screensIn(words: Words): Screen[] {
  const { health } = words.installation
  const { accounts } = own(words, accountsWords)
  const { moderation } = own(words, moderationWords)
  const staff = own(words, factorWords).staff
  const mail = own(words, mailWords)
  const operator = own(words, operatorWords)
  const ofStaff = (path: string, label: Screen['label'], sections: readonly Line[]): Screen => ({
    ...{ path, label, needs: 'installation.manage', sections },
  })
  return [
    {
      ...{ path: paths.settings, label: 'settings', needs: 'account.read' },
      sections: ofSettings(words),
    },
    { path: paths.profile, label: 'profile', needs: null, sections: ofProfile(words) },
    {
      ...{ path: paths.retention, label: 'retention', needs: 'account.read' },
      sections: ofRetention(words),
    },
    ofStaff(paths.accounts, 'accounts', [
      ['openAccount', accounts.open],
      ['staffFactor', staff.title],
      ['lostFactor', staff.lostTitle],
    ]),
    ofStaff(paths.health, 'health', [
      ['queues', health.queues],
      ['contracts', health.contracts],
    ]),
    ofStaff(paths.moderation, 'moderation', [
      ['sendersWaiting', moderation.waiting],
      ['campaignsUnderWay', moderation.campaigns],
      ['suspended', moderation.suspended],
    ]),
    ofStaff(paths.mail, 'mail', [
      ['mails', mail.list],
      ['mailHow', mail.how],
    ]),
    ofStaff(paths.backups, 'backups', ofBackups(words)),
    ofStaff(paths.operator, 'operator', [
      ['declareOperator', operator.declare],
      ['processorRegister', operator.register],
    ]),
    ofStaff(paths.check, 'check', [['checkHistory', words.checkup.history]]),
  ]
}

export type Section = { key: string; title: string; screen: string; also: string; to: string }

export function sectionsFor(words: Words, may: (right: Right) => boolean): Section[] {
  const isOpen = (needs: Right | null | undefined) => !needs || may(needs)
  return screensIn(words)
    .filter(({ needs }) => isOpen(needs))
    .flatMap(({ path, label, sections }) =>
      sections
        .filter(([, , limits]) => isOpen(limits?.needs))
        .map(([name, title]) => ({
          ...{ key: `section-${name}`, title, screen: words.navigation[label] },
          also: sectionAlso[name],
          to: `${path}#${placeOf(title)}`,
        })),
    )
}
