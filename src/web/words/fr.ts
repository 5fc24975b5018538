// The web app in French.
import { accessFr } from './access.ts'
import { campaignsFr } from './campaigns.ts'
import { consentsFr } from './consents.ts'
import { contactsFr } from './contacts.ts'
import { deskFr } from './desk.ts'
import type { Words } from './en.ts'
import { formsFr, keywordsFr, requestsFr } from './forms.ts'
import { importsFr } from './imports.ts'
import { movesFr, quarantineFr, undoFr } from './intake.ts'
import { legalBasesFr, parentsFr } from './legal-bases.ts'
import { messagesFr, repliesFr } from './messages.ts'
import { restoredFr } from './restored.ts'
import { sensitiveFr } from './sensitive.ts'
import { journalFr, settingsFr } from './settings.ts'
import { firstRunFr, homeFr, joinFr, loginFr } from './start.ts'
import { wordingsFr } from './wordings.ts'

export const fr: Words = {
  appName: 'Accord',
  loading: 'Chargement',
  wideTable: 'Tableau qui défile sur le côté',
  retry: 'Réessayer',
  more: 'Afficher la suite',
  close: 'Fermer',
  none: 'Aucun',
  languageSwitch: 'Langue',
  accountSwitch: 'Compte',
  logout: 'Se déconnecter',
  menu: 'Menu',
  problems: {
    title: 'Cela n’a pas fonctionné',
    offline: 'Le serveur ne répond pas. Vérifiez qu’il tourne, puis réessayez.',
    otherLanguage:
      'La raison a été donnée dans l’autre langue. Recommencez pour la lire en français.',
    unknown: 'Une erreur est survenue. Réessayez dans un instant.',
    screen:
      'Cet écran s’est interrompu. Réessayez ; si cela persiste, dites aux mainteneurs ce que vous faisiez.',
  },
  navigation: {
    label: 'Navigation principale',
    home: 'Accueil',
    imports: 'Importer des contacts',
    contacts: 'Contacts',
    quarantine: 'Quarantaine',
    moves: 'Entrer et sortir',
    wordings: 'Textes de consentement',
    forms: 'Formulaires',
    requests: 'Demandes des personnes',
    sensitive: 'Données sensibles',
    campaigns: 'Campagnes',
    messages: 'Messages',
    replies: 'Réponses',
    journal: 'Journal',
    settings: 'Réglages',
  },
  firstRun: firstRunFr,
  login: loginFr,
  home: homeFr,
  forms: formsFr,
  keywords: keywordsFr,
  consents: consentsFr,
  desk: deskFr,
  undo: undoFr,
  quarantine: quarantineFr,
  moves: movesFr,
  requests: requestsFr,
  access: accessFr,
  restored: restoredFr,
  sensitive: sensitiveFr,
  legalBases: legalBasesFr,
  parents: parentsFr,
  wordings: wordingsFr,
  imports: importsFr,
  contacts: contactsFr,
  campaigns: campaignsFr,
  messages: messagesFr,
  replies: repliesFr,
  join: joinFr,
  journal: journalFr,
  settings: settingsFr,
}
