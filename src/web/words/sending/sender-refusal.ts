// The sentences of why a sender name was refused, and of asking for it again.
export const senderRefusalWords = {
  en: {
    ask: 'Why, in your own words: the account reads it',
    why: 'Why it was refused',
    waits:
      'The administrator of this installation decides. You are told, here and by e-mail. Until then messages under this name are refused.',
    expired: 'Ended on {date}',
    again: 'Ask again for {name}',
    againLead:
      'Say what shows your right to the name. The administrator of this installation decides again.',
    endedLead:
      'Say what shows your right to the name, if it is one that others imitate: then the administrator of this installation decides again. Otherwise it counts at once, without an end.',
  },
  fr: {
    ask: 'Pourquoi, avec vos mots : le compte le lit',
    why: 'Pourquoi il a été refusé',
    waits:
      'L’administrateur de l’installation décide. Vous en êtes prévenu ici et par e-mail. D’ici là, les messages sous ce nom sont refusés.',
    expired: 'Terminé le {date}',
    again: 'Redemander {name}',
    againLead:
      'Dites ce qui montre votre droit sur ce nom. L’administrateur de l’installation décide de nouveau.',
    endedLead:
      'Dites ce qui montre votre droit sur ce nom s’il est souvent imité : l’administrateur de l’installation décide alors de nouveau. Sinon, il est valable aussitôt, sans date de fin.',
  },
}
