// The words of moving a campaign to another date, and of taking it back.
export const movingWords = {
  en: {
    move: 'Move',
    moveTo: 'Move to another date',
    title: 'Move “{name}”',
    now: 'It is scheduled for {when}.',
    noDate: 'It has no date yet: it would be sent at launch.',
    to: 'New date and time',
    local: 'At this time on each person’s own clock',
    passed: 'This date has passed. Choose a later one.',
    fill: 'Choose a date and a time.',
    look: 'View the check sheet for this date',
    looking: 'The list is being checked for this date.',
    sheet: 'Check sheet for this date',
    sheetText:
      'Your approval covers the date: you approve this sheet with the move. Until then nothing is moved.',
    sure: 'Approve and move',
    again: 'Choose another date',
    draftText: 'It stays a draft. Its check sheet is approved before it is launched.',
    draftSure: 'Move the draft',
    takeBack: 'Take back to a draft',
    takeBackWhat:
      'Nothing has been sent. The campaign becomes a draft again: you can change it, and its check sheet must be approved again before it is launched.',
    takeBackSure: 'Take back to a draft',
    takeBackKeep: 'Leave it scheduled',
  },
  fr: {
    move: 'Déplacer',
    moveTo: 'Déplacer à une autre date',
    title: 'Déplacer « {name} »',
    now: 'Elle est programmée pour le {when}.',
    noDate: 'Elle n’a pas encore de date : elle partirait au lancement.',
    to: 'Nouvelle date et heure',
    local: 'À cette heure à l’horloge de chaque personne',
    passed: 'Cette date est passée. Choisissez-en une plus tardive.',
    fill: 'Choisissez une date et une heure.',
    look: 'Voir la fiche de contrôle pour cette date',
    looking: 'La liste est contrôlée pour cette date.',
    sheet: 'Fiche de contrôle pour cette date',
    sheetText:
      'Votre approbation porte aussi sur la date : vous approuvez cette fiche en déplaçant la campagne. D’ici là, rien n’est déplacé.',
    sure: 'Approuver et déplacer',
    again: 'Choisir une autre date',
    draftText:
      'Elle reste un brouillon. Sa fiche de contrôle est approuvée avant qu’elle soit lancée.',
    draftSure: 'Déplacer le brouillon',
    takeBack: 'Remettre en brouillon',
    takeBackWhat:
      'Rien n’est parti. La campagne redevient un brouillon : vous pouvez la modifier, et sa fiche de contrôle doit être approuvée de nouveau avant qu’elle soit lancée.',
    takeBackSure: 'Remettre en brouillon',
    takeBackKeep: 'La laisser programmée',
  },
}
