// The kinds of notification: who is told, and which screen each leads to.
import type { Right } from '../kernel/index.ts'
import type { NoticeKind } from './contract.ts'

type KindRule = {
  /** A user needs one of these to be told. */
  needs: readonly Right[]
  /** The address of the screen, within the web app. */
  leadsTo(about: string | null): string
  /** What holds until a user chooses; both are on where nothing is said. */
  atFirst?: { onScreen: boolean; byMail: boolean }
}

const importRule: KindRule = {
  needs: ['imports.run'],
  leadsTo: (about) => (about === null ? '/imports' : `/imports/${about}`),
}
const campaignRule = (needs: Right): KindRule => ({
  needs: [needs],
  leadsTo: (about) => (about === null ? '/campaigns' : `/campaigns/${about}`),
})
const requestRule: KindRule = {
  needs: ['consent.record'],
  leadsTo: (about) => (about === null ? '/requests' : `/requests/${about}`),
}

const ownBreachRule: KindRule = {
  needs: ['registers.manage'],
  leadsTo: (about) => (about === null ? '/breaches' : `/breaches/${about}`),
}

const backupRule: KindRule = {
  needs: ['installation.manage'],
  leadsTo: () => '/installation/backups',
}

export const kindRules: Readonly<Record<NoticeKind, KindRule>> = {
  import_ended: importRule,
  import_failed: importRule,
  import_stuck: importRule,
  campaign_ended: campaignRule('campaigns.prepare'),
  campaign_stopped: campaignRule('campaigns.prepare'),
  campaign_waits: campaignRule('campaigns.prepare'),
  campaign_to_approve: campaignRule('campaigns.approve'),
  campaign_returned: campaignRule('campaigns.prepare'),
  sender_decided: { needs: ['account.manage'], leadsTo: () => '/settings' },
  sender_waits: { needs: ['installation.manage'], leadsTo: () => '/installation/moderation' },
  route_down: {
    needs: ['installation.manage'],
    leadsTo: (about) => (about === null ? '/installation/routes' : `/installation/routes/${about}`),
  },
  reply_waits: { needs: ['messages.send'], leadsTo: () => '/inbox' },
  request_arrived: requestRule,
  request_due: requestRule,
  consents_end: { needs: ['consent.record'], leadsTo: () => '/expiring-consents' },
  webhook_paused: {
    needs: ['webhooks.manage'],
    leadsTo: (about) => (about === null ? '/webhooks' : `/webhooks/${about}`),
  },
  backup_failed: backupRule,
  drill_failed: backupRule,
  changes_failed: backupRule,
  contract_ends: { needs: ['installation.manage'], leadsTo: () => '/installation/suppliers' },
  subprocessor_change: { needs: ['registers.manage'], leadsTo: () => '/suppliers' },
  objection_answered: { needs: ['registers.manage'], leadsTo: () => '/suppliers' },
  supplier_contract: { needs: ['registers.manage'], leadsTo: () => '/suppliers' },
  restore_drill: { needs: ['registers.manage'], leadsTo: () => '/register' },
  change_objected: { needs: ['installation.manage'], leadsTo: () => '/installation/suppliers' },
  checkup_gaps: { needs: ['installation.manage'], leadsTo: () => '/installation/check' },
  breach_due: {
    needs: ['installation.manage'],
    leadsTo: (about) =>
      about === null ? '/installation/breaches' : `/installation/breaches/${about}`,
  },
  breach_told: ownBreachRule,
  own_breach_due: ownBreachRule,
  training_due: { needs: ['account.read', 'installation.manage'], leadsTo: () => '/training/mine' },
  review_due: {
    needs: ['registers.manage'],
    leadsTo: (about) => (about === null ? '/reviews' : `/reviews/${about}`),
  },
  purpose_undeclared: { needs: ['registers.manage'], leadsTo: () => '/register' },
  // The points stand on a screen of their own: what is sent of them is for those who are elsewhere.
  points_weekly: {
    needs: ['registers.manage'],
    leadsTo: () => '/open-points',
    atFirst: { onScreen: false, byMail: true },
  },
  points_daily: {
    needs: ['registers.manage'],
    leadsTo: () => '/open-points',
    atFirst: { onScreen: false, byMail: false },
  },
}

export const mayBeTold = (rights: ReadonlySet<Right>, kind: NoticeKind): boolean =>
  kindRules[kind].needs.some((right) => rights.has(right))

/** What a user is told in which way, where they have not chosen. */
export const atFirst = (kind: NoticeKind): { onScreen: boolean; byMail: boolean } =>
  kindRules[kind].atFirst ?? { onScreen: true, byMail: true }

/** Where a user switches them off. */
export const profilePath = '/profile'
