// The sentences of how strong each proof of a consent is, in both languages.
const en = {
  grades: {
    claimed: 'Declared, without proof',
    import_declared: 'Declared by an imported file',
    api_declared: 'Declared by your own system',
    own_form: 'A form on this server',
    recorded_voice: 'A recording of what was said',
    double_opt_in: 'Confirmed from the number',
    signed_paper: 'Signed paper',
    keyword_from_handset: 'A keyword sent from the phone',
  },
}

const fr: typeof en = {
  grades: {
    claimed: 'Déclaré, sans preuve',
    import_declared: 'Déclaré par un fichier importé',
    api_declared: 'Déclaré par votre propre système',
    own_form: 'Un formulaire de ce serveur',
    recorded_voice: 'Un enregistrement de ce qui a été dit',
    double_opt_in: 'Confirmé depuis le numéro',
    signed_paper: 'Papier signé',
    keyword_from_handset: 'Un mot-clé envoyé depuis le téléphone',
  },
}

export const gradesWords = { en, fr }
