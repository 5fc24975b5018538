// The words of wordings that are still drafts, and of their next versions.
export const wordingDraftWords = {
  en: {
    editTitle: 'Change the wording',
    edit: 'Change',
    newVersion: 'Write a new version',
    newVersionLead:
      'The text begins as version {version}. Consents to that version stay what they are.',
    notDraft: 'This wording is published: it can no longer be changed. Write a new version.',
    remove: 'Delete the draft',
    removeWhat: 'The draft is deleted for good. No consent names it.',
    removeSure: 'Delete it',
    removeKeep: 'Keep it',
  },
  fr: {
    editTitle: 'Modifier le texte',
    edit: 'Modifier',
    newVersion: 'Écrire une nouvelle version',
    newVersionLead:
      'Le texte part de la version {version}. Les consentements à cette version restent ce qu’ils sont.',
    notDraft: 'Ce texte est publié : il ne se modifie plus. Écrivez une nouvelle version.',
    remove: 'Supprimer le brouillon',
    removeWhat: 'Le brouillon est supprimé définitivement. Aucun consentement ne le cite.',
    removeSure: 'Le supprimer',
    removeKeep: 'Le garder',
  },
}
