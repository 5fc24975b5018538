// What a breach and its risk are called, in letters and on screens alike. Browser-safe.
export const breachNames = {
  en: {
    scenarios: {
      database_without_keys: 'Database copied, keys not',
      database_with_keys: 'Keys and database copied',
      user_impersonated: 'A user’s account was used by somebody else',
      lost_device: 'Lost laptop or export file',
      wrong_recipients: 'Sent to the wrong people',
      data_lost: 'Data lost',
      other: 'Something else',
    },
    risks: {
      none: 'a risk to people is unlikely',
      risk: 'a risk to people',
      high: 'a high risk to people',
    },
  },
  fr: {
    scenarios: {
      database_without_keys: 'Base copiée, sans les clés',
      database_with_keys: 'Base et clés copiées',
      user_impersonated: 'Le compte d’un utilisateur a servi à quelqu’un d’autre',
      lost_device: 'Ordinateur ou fichier exporté perdu',
      wrong_recipients: 'Envoi aux mauvaises personnes',
      data_lost: 'Données perdues',
      other: 'Autre chose',
    },
    risks: {
      none: 'un risque pour les personnes est peu probable',
      risk: 'un risque pour les personnes',
      high: 'un risque élevé pour les personnes',
    },
  },
}
