// The sentences of the organisations that an account sends for, in both languages.
export const entitiesWords = {
  en: {
    rename: 'Rename',
    newName: 'New name of {name}',
    another: 'Give another name, of at least two letters.',
    save: 'Save the new name',
    what: 'Only for the same organisation under another name. Messages, forms and new wordings use the new name at once. Published wordings and the proofs of consents keep the name that people read: write new versions of those wordings. Another organisation needs an entry and consents of its own.',
    sure: 'It is the same organisation: rename it',
    keep: 'Keep the name',
    stop: 'Do not rename',
    former: 'Named {name} until {date}',
  },
  fr: {
    rename: 'Renommer',
    newName: 'Nouveau nom de {name}',
    another: 'Donnez un autre nom, d’au moins deux lettres.',
    save: 'Enregistrer le nouveau nom',
    what: 'Seulement pour la même organisation sous un autre nom. Messages, formulaires et nouveaux textes l’utilisent aussitôt. Les textes publiés et les preuves de consentement gardent le nom que les personnes ont lu : écrivez une nouvelle version de ces textes. Une autre organisation a besoin de sa propre entrée et de ses propres consentements.',
    sure: 'C’est la même organisation : la renommer',
    keep: 'Garder le nom',
    stop: 'Ne pas renommer',
    former: 'S’appelait {name} jusqu’au {date}',
  },
}
