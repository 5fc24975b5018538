// One message to a person who is chosen, and when it leaves.
export const writeToWords = {
  en: {
    write: 'Write to them',
    to: 'To',
    toWhom: 'Their number stays masked.',
    other: 'Write to a number instead',
    sendAt: 'Send from',
    sendAtHelp:
      'Leave empty to send now. Marketing leaves within the lawful hours where the person lives.',
    incomplete: 'Fill in the kind of message, the sender and the text.',
  },
  fr: {
    write: 'Lui écrire',
    to: 'À',
    toWhom: 'Son numéro reste masqué.',
    other: 'Écrire plutôt à un numéro',
    sendAt: 'Envoyer à partir du',
    sendAtHelp:
      'Laissez vide pour envoyer tout de suite. La publicité part aux heures autorisées là où vit la personne.',
    incomplete: 'Remplissez le type de message, l’expéditeur et le texte.',
  },
}
