// Sentences of the open points: what each is about, who acts, and what they do.
import { bilingual } from './sentences.ts'

export const openPointsWords = bilingual({
  en: {
    'point.ledger_differs':
      'The database says something else than the consent ledger. Differences: {count}.',
    'point.ledger_differs.who': 'Data protection officer',
    'point.ledger_differs.act': 'See the ledger',
    'point.breach_due': 'The authority must be notified of breach no. {number}.',
    'point.breach_due.who': 'Administrator of the installation',
    'point.breach_due.act': 'See the breach',
    'point.retention_late':
      'Data past its retention period was not deleted last night. Kinds of data: {count}.',
    'point.retention_late.who': 'Data protection officer',
    'point.retention_late.act': 'See the nights',
    'point.purpose_undeclared':
      'Campaigns use purposes that the register does not describe. Purposes: {count}.',
    'point.purpose_undeclared.who': 'Data protection officer',
    'point.purpose_undeclared.act': 'Complete the register',
    'point.deletion_waits': 'The account is to be deleted on this day.',
    'point.deletion_waits.who': 'Owner of the account',
    'point.deletion_waits.act': 'See or undo',
    'point.request_due': 'A person’s request about their data waits for an answer.',
    'point.request_due.who': 'Whoever answers requests',
    'point.request_due.act': 'Answer',
    'point.contract_without': '{name} has no complete, valid contract: its routes are closed.',
    'point.contract_without.who': 'Administrator of the installation',
    'point.contract_without.act': 'Enter a contract',
    'point.contract_ends':
      'The contract with {name} ends. Days left: {days}. Its routes close when it ends.',
    'point.contract_ends.who': 'Administrator of the installation',
    'point.contract_ends.act': 'Renew',
    'point.check_gap': 'Security check: {title}.',
    'point.check_gap.who': 'Administrator of the installation',
    'point.check_gap.act': 'See what to do',
    'point.unproven': 'People whose consent is still to be proven: {count}.',
    'point.unproven.who': 'Whoever records consents',
    'point.unproven.act': 'Prove or delete',
    'point.consents_end':
      'Consents that end within 30 days: {count}. The date is that of the 30 days.',
    'point.consents_end.who': 'Whoever records consents',
    'point.consents_end.act': 'Ask again',
    'point.alerts_overruled':
      'Alerts that read like advertising were sent with a user’s justification in the last 30 days: {count}.',
    'point.alerts_overruled.who': 'Data protection officer',
    'point.alerts_overruled.act': 'See the campaigns',
    'point.reveals': 'Times that personal data was shown in clear in the last 7 days: {count}.',
    'point.reveals.who': 'Data protection officer',
    'point.reveals.act': 'Read the reasons',
  },
  fr: {
    'point.ledger_differs':
      'La base dit autre chose que le registre des consentements. Différences : {count}.',
    'point.ledger_differs.who': 'Délégué à la protection des données',
    'point.ledger_differs.act': 'Voir le registre',
    'point.breach_due': 'La violation nº {number} doit être notifiée à l’autorité.',
    'point.breach_due.who': 'Administration de l’installation',
    'point.breach_due.act': 'Voir la violation',
    'point.retention_late':
      'Des données en fin de conservation n’ont pas été supprimées la nuit dernière. Types de données : {count}.',
    'point.retention_late.who': 'Délégué à la protection des données',
    'point.retention_late.act': 'Voir les nuits',
    'point.purpose_undeclared':
      'Des campagnes ont des finalités que le registre ne décrit pas. Finalités : {count}.',
    'point.purpose_undeclared.who': 'Délégué à la protection des données',
    'point.purpose_undeclared.act': 'Compléter le registre',
    'point.deletion_waits': 'Le compte sera supprimé ce jour-là.',
    'point.deletion_waits.who': 'Propriétaire du compte',
    'point.deletion_waits.act': 'Voir ou annuler',
    'point.request_due': 'La demande d’une personne sur ses données attend une réponse.',
    'point.request_due.who': 'Qui répond aux demandes',
    'point.request_due.act': 'Répondre',
    'point.contract_without':
      '{name} n’a pas de contrat complet et valable : ses routes sont fermées.',
    'point.contract_without.who': 'Administration de l’installation',
    'point.contract_without.act': 'Saisir un contrat',
    'point.contract_ends':
      'Le contrat avec {name} se termine. Jours restants : {days}. Ses routes se ferment à son terme.',
    'point.contract_ends.who': 'Administration de l’installation',
    'point.contract_ends.act': 'Renouveler',
    'point.check_gap': 'Contrôle de sécurité : {title}.',
    'point.check_gap.who': 'Administration de l’installation',
    'point.check_gap.act': 'Voir que faire',
    'point.unproven': 'Personnes dont le consentement reste à prouver : {count}.',
    'point.unproven.who': 'Qui enregistre les consentements',
    'point.unproven.act': 'Prouver ou supprimer',
    'point.consents_end':
      'Consentements qui finissent dans les 30 jours : {count}. La date est celle des 30 jours.',
    'point.consents_end.who': 'Qui enregistre les consentements',
    'point.consents_end.act': 'Redemander',
    'point.alerts_overruled':
      'Des alertes qui se lisent comme de la publicité sont parties avec la justification d’un utilisateur ces 30 derniers jours : {count}.',
    'point.alerts_overruled.who': 'Délégué à la protection des données',
    'point.alerts_overruled.act': 'Voir les campagnes',
    'point.reveals':
      'Des données personnelles ont été vues en clair ces 7 derniers jours : {count} fois.',
    'point.reveals.who': 'Délégué à la protection des données',
    'point.reveals.act': 'Lire les raisons',
  },
})
