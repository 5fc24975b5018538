// The web app in French.
import { accessFr } from './access.ts'
import { approvalsFr } from './approvals.ts'
import { calendarFr } from './calendar.ts'
import { campaignsFr } from './campaigns.ts'
import { checkupFr } from './compliance/checkup.ts'
import { publicNoticeFr } from './compliance/disclosure.ts'
import { openPointsFr } from './compliance/open-points.ts'
import { accountSuppliersFr, supplierDetailsFr } from './compliance/suppliers.ts'
import { composeFr } from './compose.ts'
import { consentsFr } from './consents.ts'
import { contactsFr } from './contacts.ts'
import { customFieldsFr } from './custom-fields.ts'
import { deskFr } from './desk.ts'
import type { Words } from './en.ts'
import { frameFr, profileFr } from './frame.ts'
import { restoredBannerFr } from './home/restored-banner.ts'
import { importsFr } from './imports.ts'
import { inboxFr } from './inbox.ts'
import { healthFr } from './installation/health.ts'
import { routesFr } from './installation/routes.ts'
import { suppliersFr } from './installation/suppliers.ts'
import { leftOutFr } from './left-out.ts'
import { legalBasesFr, parentsFr } from './legal-bases.ts'
import { linksFr } from './links.ts'
import { messagesFr, repliesFr } from './messages.ts'
import { notificationsFr } from './notifications.ts'
import { overviewFr } from './overview.ts'
import { peopleFr } from './people.ts'
import { recurringFr } from './recurring.ts'
import { segmentsFr } from './segments.ts'
import { sensitiveFr } from './sensitive.ts'
import { journalFr, settingsFr } from './settings.ts'
import { firstRunFr, homeFr, joinFr, loginFr } from './start.ts'
import { tryFr } from './try.ts'
import { wordingsFr } from './wordings.ts'

export const fr: Words = {
  appName: 'Accord',
  loading: 'Chargement',
  wideTable: 'Tableau ; faites défiler pour voir toutes les colonnes',
  retry: 'Réessayer',
  more: 'Afficher la suite',
  close: 'Fermer',
  none: 'Aucun',
  language: 'fr',
  languageSwitch: 'Langue',
  accountSwitch: 'Compte',
  logout: 'Se déconnecter',
  menu: 'Menu',
  problems: {
    title: 'Un problème est survenu',
    offline: 'Le serveur ne répond pas. Vérifiez qu’il tourne, puis réessayez.',
    otherLanguage: 'Le serveur a donné la raison en anglais. Recommencez pour la lire en français.',
    unknown: 'Une erreur est survenue. Réessayez dans un instant.',
    toRequest: 'Ouvrir la demande',
    screen:
      'Cet écran ne fonctionne plus. Réessayez ; si cela se reproduit, dites aux mainteneurs ce que vous faisiez.',
  },
  navigation: {
    label: 'Navigation principale',
    home: 'Accueil',
    imports: 'Importer des contacts',
    contacts: 'Contacts',
    lists: 'Listes',
    segments: segmentsFr.title,
    leftOut: leftOutFr.navigation,
    quarantine: 'À prouver',
    moves: 'Transfert des consentements',
    wordings: 'Textes de consentement',
    forms: 'Formulaires',
    keywords: 'Mots-clés',
    expiring: 'Consentements à échéance',
    proofs: 'Preuves',
    legalBases: 'Bases légales',
    requests: 'Demandes sur les données',
    erasures: 'Effacements',
    sensitive: 'Données sensibles',
    campaigns: 'Campagnes',
    calendar: calendarFr.navigation,
    recurring: recurringFr.navigation,
    templates: composeFr.templates.navigation,
    links: linksFr.navigation,
    api: 'API',
    tokens: 'Jetons d’API',
    requestLog: 'Journal des requêtes',
    sandbox: 'Bac à sable',
    webhooks: 'Webhooks',
    messages: 'Messages',
    replies: 'Boîte de réception',
    journal: 'Journal',
    settings: 'Réglages',
    profile: 'Mon profil',
    backups: 'Sauvegardes',
    restored: 'Base restaurée',
    health: 'Santé',
    accounts: 'Comptes',
    deletions: 'Suppressions',
    suppliers: 'Fournisseurs',
    erasureNotices: 'Effacements chez les fournisseurs',
    routes: 'Routes',
    prices: 'Prix',
    moderation: 'Modération',
    mail: 'E-mail',
    check: checkupFr.title,
    openPoints: openPointsFr.title,
    register: 'Registre',
    accountSuppliers: accountSuppliersFr.navigation,
    publicNotice: publicNoticeFr.navigation,
    operator: 'Exploitant et DPO',
    breaches: 'Violations du serveur',
    ownBreaches: 'Violations',
    retention: 'Durées de conservation',
    impact: 'Analyse d’impact',
    operatorImpact: 'Analyse d’impact du serveur',
    reviews: 'Conseils et décisions',
    training: 'Formation',
    ownTraining: 'Ma formation',
    operatorReviews: 'Avis juridiques sur le serveur',
    operatorTraining: 'Formation du personnel',
  },
  firstRun: firstRunFr,
  login: loginFr,
  home: homeFr,
  frame: frameFr,
  notifications: notificationsFr,
  checkup: checkupFr,
  openPoints: openPointsFr,
  overview: overviewFr,
  tryOne: tryFr,
  profile: profileFr,
  consents: consentsFr,
  customFields: customFieldsFr,
  compose: composeFr,
  links: linksFr,
  leftOut: leftOutFr,
  people: peopleFr,
  segments: segmentsFr,
  desk: deskFr,
  approvals: approvalsFr,
  restored: restoredBannerFr,
  recurring: recurringFr,
  calendar: calendarFr,
  access: accessFr,
  installation: { ...healthFr, ...routesFr, ...suppliersFr },
  sensitive: sensitiveFr,
  accountSuppliers: accountSuppliersFr,
  supplierDetails: supplierDetailsFr,
  publicNotice: publicNoticeFr,
  legalBases: legalBasesFr,
  parents: parentsFr,
  wordings: wordingsFr,
  imports: importsFr,
  contacts: contactsFr,
  campaigns: campaignsFr,
  messages: messagesFr,
  inbox: inboxFr,
  replies: repliesFr,
  join: joinFr,
  journal: journalFr,
  settings: settingsFr,
}
