// The sentences of the form that changes the account's name, time zone and language.
import type { Language } from '../../../kernel/index.ts'

const languages: Record<Language, string> = { fr: 'Français', en: 'English' }

const changeEn = {
  fixed: '{kind} account, {country}. The kind and the country cannot be changed here.',
  name: 'Name of the organisation',
  zone: 'Time zone',
  zoneNone: 'No time zone has this name',
  language: 'Language of the account',
  languages,
  save: 'Save',
  sure: 'Save these changes',
  keep: 'Cancel',
  nothing: 'Change something first.',
  lacksName: 'Enter the name of the organisation.',
  saved: 'Saved.',
  what: {
    name: 'The new name stands on forms, on people’s own pages, in the public notice and in e-mails from now on. The organisations that you send for, the texts that people agreed to, the logo and the names of senders do not change.',
    zone: 'Times on all screens, the days of results, and new schedules go by the new zone. A scheduled campaign and the next send of each series leave when planned. Later sends leave at the same hour in the new zone. The lawful hours of marketing go by where each person is, as before.',
    language:
      'Answers to programs, and pages of people whose browser states no language, are in the new language. Each user’s own language does not change.',
  },
}

const changeFr: typeof changeEn = {
  fixed: 'Compte « {kind} », {country}. Le type et le pays ne se changent pas ici.',
  name: 'Nom de l’organisation',
  zone: 'Fuseau horaire',
  zoneNone: 'Aucun fuseau ne porte ce nom',
  language: 'Langue du compte',
  languages,
  save: 'Enregistrer',
  sure: 'Enregistrer ces changements',
  keep: 'Annuler',
  nothing: 'Changez d’abord quelque chose.',
  lacksName: 'Saisissez le nom de l’organisation.',
  saved: 'Enregistré.',
  what: {
    name: 'Le nouveau nom figure dès maintenant sur les formulaires, la page de chaque personne, la notice publique et les e-mails. Les organisations pour lesquelles vous envoyez, les textes que des personnes ont acceptés, le logo et les noms d’expéditeurs ne changent pas.',
    zone: 'Les heures de tous les écrans, les jours des résultats et les nouvelles planifications suivent le nouveau fuseau. Une campagne planifiée et le prochain envoi de chaque série partent au moment prévu. Les suivants partent à la même heure du nouveau fuseau. Les heures légales de la publicité suivent toujours le lieu de chaque personne.',
    language:
      'Les réponses aux programmes et les pages des personnes dont le navigateur n’indique pas de langue sont dans la nouvelle langue. La langue de chaque utilisateur ne change pas.',
  },
}

export const accountChangeWords = { en: changeEn, fr: changeFr }
