// The sentences of the page of retention periods, in both languages.
const retentionEn = {
  title: 'Retention periods',
  lead: 'How long each kind of data stays, what goes tonight, and what went the nights before. The register, the public notice and the answers to people say the same periods.',
  tonight: 'Tonight',
  tonightAt: 'The next deletion begins on {at}.',
  applied: 'Applied',
  notApplied: 'Retention is not applied everywhere',
  notAppliedText:
    'For some kinds of data, the last deletion failed or did not come. It is tried again by itself; the table of nights says why it stopped.',
  kinds: {
    messages: 'Messages and what became of them',
    replies: 'Replies',
    imports: 'Imports that brought nobody',
    looks: 'Who looked at people’s data',
    contacts: 'Contacts',
    texts: 'Texts and numbers',
  },
  means: {
    messages:
      'A message goes with its results, receipts and history this long after its end. A campaign’s messages go together, once its last one is that old. Its figures stay.',
    replies:
      'A conversation goes with its answers this long after the person’s last reply. A reply that somebody must read stays.',
    imports:
      'Imports that failed or were undone, and that left no contact, go after this time. The others show where people’s data came from, and stay.',
    looks:
      'The entries of the journal that say who saw a person’s data, searched for people or took a copy, and why. The CNIL recommends 6 to 12 months; for longer, give the particular risk as the reason. The looks at somebody whose request is open stay until it is answered.',
  },
  goes: {
    messages: 'Messages that go tonight: {count}.',
    replies: 'Replies that go tonight: {count}.',
    imports: 'Imports that go tonight: {count}.',
    looks: 'Looks that go tonight: {count}.',
  },
  due: 'Nothing is deleted before {from}. Older than the period already: {count}.',
  notTold:
    'Nothing is deleted yet: deletion begins thirty days after the first night. Already older than the period: {count}.',
  atLeast: 'at least {count}',
  cut: 'You chose {chosen} months; this installation allows {longest} at most.',
  raised: 'You chose {chosen} months; this installation requires {shortest} at least.',
  months: 'Keep for (months, {shortest} to {longest})',
  choose: {
    messages: 'Save the period of messages',
    replies: 'Save the period of replies',
    imports: 'Save the period of imports',
    looks: 'Save the period of looks',
  },
  restrictedTitle: 'Kept while it is restricted',
  restrictedLead:
    'People who asked that their data be kept and not used (GDPR, article 18). No period ends their data. Once you lift this in their request, what is past its period goes with the next night.',
  restrictedPeople: 'People whose data is restricted: {count}.',
  restrictedNone: 'Nothing of theirs is past its period.',
  spared: {
    messages: 'Messages past their period, kept for them: {count}.',
    replies: 'Replies past their period, kept for them: {count}.',
    texts: 'Texts and numbers past their days, kept for them: {count}.',
    sensitive: 'Sensitive values past their days, kept for them: {count}.',
    looks: 'Entries about who saw their data, past their period and kept for them: {count}.',
  },
  nights: 'What the nights deleted',
  nightsLead: 'The last record of each kind of data: the proof that the periods are applied.',
  noNights: 'No night yet',
  noNightsText: 'The first one comes within a day.',
  kind: 'Data',
  night: 'Night',
  deleted: 'Deleted',
  period: 'Period',
  oldest: 'Oldest left',
  took: 'Took',
  state: 'State',
  states: { running: 'Under way', done: 'Done', failed: 'Failed' },
  unit: { months: '{count} months', days: '{count} days' },
  seconds: '{count} s',
  earlier: 'Show earlier nights',
  more: 'Show more nights',
  stays: 'What has no period here, and why',
  bounds: 'Bounds of this installation',
  boundsLead:
    'Between which periods accounts may choose. After a change, nothing is deleted for thirty days.',
  boundsOf: 'Bounds: {kind}',
  shortest: 'Fewest months ({from} or more)',
  longest: 'Most months (up to {to})',
  saveBounds: 'Save the bounds',
  retentionTitle: 'Retention of contacts',
  retentionLead:
    'A contact is erased after this time without activity. Activity means: being added, a consent, an objection, a reply, a request, or an alert that you sent. Marketing does not count. A contact stays as long as a legal basis is in force, a sensitive value is stored or a request is open. Proofs keep their own retention. Objections are kept for good.',
  retentionRule: 'At most {months} months: {title}.',
  retentionFrom: 'No contact is erased before {from}.',
  retentionPaused: 'Paused until {until}: no contact is erased.',
  retentionNotLooked: 'Not counted yet. Contacts are counted once a day.',
  retentionFound:
    'Counted on {at}. Waiting to be erased: {due}. Due within {days} days without new activity: {soon}. Erased so far: {erased}.',
  retentionUnderWay:
    'Erasure will be complete by {until} at the latest. Until then, old backups can still be read.',
  retentionComplete:
    'No old backup opens a contact that was erased. Proofs of consent are kept to their day.',
  retentionMonths: 'Months without activity',
  retentionPause: 'Pause erasure until (at most a year ahead; leave empty for no pause)',
  retentionReason: 'Reason (recorded with your name)',
  retentionChoose: 'Save contact retention',
  textsTitle: 'Retention of message texts',
  textsLead:
    'The text and number of a message are erased this many days after it was accepted, once its final state is known. Those of a reply are erased once nobody needs to read it. The date, the route, the rules and the result stay.',
  textsFrom: 'No text is erased before {from}. Erased so far: {erased}.',
  textsDays: 'Keep texts and numbers for (days)',
  textsChoose: 'Save text retention',
}

const retentionFr: typeof retentionEn = {
  title: 'Durées de conservation',
  lead: 'Combien de temps chaque type de données reste, ce qui part cette nuit, et ce qui est parti les nuits précédentes. Le registre, la notice publique et les réponses aux personnes indiquent les mêmes durées.',
  tonight: 'Cette nuit',
  tonightAt: 'La prochaine suppression commence le {at}.',
  applied: 'Appliquées',
  notApplied: 'Les durées ne sont pas appliquées partout',
  notAppliedText:
    'Pour certains types de données, la dernière suppression a échoué ou n’a pas eu lieu. Elle est retentée d’elle-même ; le tableau des nuits dit pourquoi elle s’est arrêtée.',
  kinds: {
    messages: 'Les messages et ce qu’ils sont devenus',
    replies: 'Les réponses',
    imports: 'Les imports qui n’ont apporté personne',
    looks: 'Qui a consulté les données des personnes',
    contacts: 'Les contacts',
    texts: 'Les textes et numéros',
  },
  means: {
    messages:
      'Un message part avec ses résultats, ses accusés et son histoire, ce délai après sa fin. Les messages d’une campagne partent ensemble, quand le dernier a cet âge. Ses chiffres restent.',
    replies:
      'Une conversation part avec ses réponses, ce délai après le dernier message de la personne. Une réponse que quelqu’un doit lire reste.',
    imports:
      'Les imports échoués ou annulés qui n’ont laissé aucun contact partent après ce délai. Les autres montrent d’où viennent les données des personnes, et restent.',
    looks:
      'Les entrées du journal qui disent qui a vu les données d’une personne, cherché des personnes ou pris une copie, et pourquoi. La CNIL recommande 6 à 12 mois ; au-delà, donnez pour motif le risque particulier. Les consultations d’une personne dont une demande est ouverte restent jusqu’à la réponse.',
  },
  goes: {
    messages: 'Messages qui partent cette nuit : {count}.',
    replies: 'Réponses qui partent cette nuit : {count}.',
    imports: 'Imports qui partent cette nuit : {count}.',
    looks: 'Consultations qui partent cette nuit : {count}.',
  },
  due: 'Rien n’est supprimé avant le {from}. Déjà plus anciens que la durée : {count}.',
  notTold:
    'Rien n’est encore supprimé : la suppression commence trente jours après la première nuit. Déjà plus anciens que la durée : {count}.',
  atLeast: 'au moins {count}',
  cut: 'Vous avez choisi {chosen} mois ; cette installation en admet {longest} au plus.',
  raised: 'Vous avez choisi {chosen} mois ; cette installation en demande {shortest} au moins.',
  months: 'Garder pendant (mois, de {shortest} à {longest})',
  choose: {
    messages: 'Enregistrer la durée des messages',
    replies: 'Enregistrer la durée des réponses',
    imports: 'Enregistrer la durée des imports',
    looks: 'Enregistrer la durée des consultations',
  },
  restrictedTitle: 'Conservé le temps d’un gel',
  restrictedLead:
    'Les personnes qui ont demandé que leurs données soient conservées sans être utilisées (RGPD, article 18). Aucune durée n’y met fin. Une fois le gel levé dans leur demande, ce qui a dépassé sa durée part la nuit suivante.',
  restrictedPeople: 'Personnes dont les données sont gelées : {count}.',
  restrictedNone: 'Rien de ce qui les concerne n’a dépassé sa durée.',
  spared: {
    messages: 'Messages gardés pour elles au-delà de leur durée : {count}.',
    replies: 'Réponses gardées pour elles au-delà de leur durée : {count}.',
    texts: 'Textes et numéros gardés pour elles au-delà de leur durée : {count}.',
    sensitive: 'Données sensibles gardées pour elles au-delà de leur durée : {count}.',
    looks:
      'Entrées sur qui a vu leurs données, gardées pour elles au-delà de leur durée : {count}.',
  },
  nights: 'Ce que les nuits ont supprimé',
  nightsLead:
    'La dernière trace de chaque type de données : la preuve que les durées sont appliquées.',
  noNights: 'Aucune nuit pour l’instant',
  noNightsText: 'La première vient sous un jour.',
  kind: 'Données',
  night: 'Nuit',
  deleted: 'Supprimés',
  period: 'Durée',
  oldest: 'Plus ancien gardé',
  took: 'Temps',
  state: 'État',
  states: { running: 'En cours', done: 'Faite', failed: 'Échouée' },
  unit: { months: '{count} mois', days: '{count} jours' },
  seconds: '{count} s',
  earlier: 'Voir les nuits précédentes',
  more: 'Voir plus de nuits',
  stays: 'Ce qui n’a pas de durée ici, et pourquoi',
  bounds: 'Limites de cette installation',
  boundsLead:
    'Entre quelles durées les comptes peuvent choisir. Après un changement, rien n’est supprimé pendant trente jours.',
  boundsOf: 'Limites : {kind}',
  shortest: 'Durée minimale en mois ({from} ou plus)',
  longest: 'Durée maximale en mois (jusqu’à {to})',
  saveBounds: 'Enregistrer les limites',
  retentionTitle: 'Conservation des contacts',
  retentionLead:
    'Un contact est effacé après cette durée sans activité. Une activité est : son ajout, un consentement, une opposition, une réponse, une demande, ou une alerte que vous avez envoyée. La publicité ne compte pas. Un contact reste tant qu’une base légale est en vigueur, qu’une donnée sensible est conservée ou qu’une demande est en attente. Les preuves ont leur propre durée. Les oppositions sont conservées sans limite.',
  retentionRule: 'Au plus {months} mois : {title}.',
  retentionFrom: 'Aucun contact n’est effacé avant le {from}.',
  retentionPaused: 'En pause jusqu’au {until} : aucun contact n’est effacé.',
  retentionNotLooked: 'Pas encore compté. Les contacts sont comptés une fois par jour.',
  retentionFound:
    'Compté le {at}. En attente d’effacement : {due}. À effacer dans les {days} jours sans nouvelle activité : {soon}. Effacés jusqu’ici : {erased}.',
  retentionUnderWay:
    'L’effacement sera complet le {until} au plus tard. D’ici là, d’anciennes sauvegardes restent lisibles.',
  retentionComplete:
    'Plus aucune ancienne sauvegarde n’ouvre un contact effacé. Les preuves de consentement sont gardées jusqu’à leur jour.',
  retentionMonths: 'Mois sans activité',
  retentionPause:
    'Suspendre l’effacement jusqu’au (un an au plus ; laissez vide pour ne pas suspendre)',
  retentionReason: 'Motif (enregistré avec votre nom)',
  retentionChoose: 'Enregistrer la durée des contacts',
  textsTitle: 'Conservation des textes des messages',
  textsLead:
    'Le texte et le numéro d’un message sont effacés ce nombre de jours après son acceptation, une fois son état final connu. Ceux d’une réponse le sont quand plus personne n’a à la lire. La date, la route, les règles et le résultat restent.',
  textsFrom: 'Aucun texte n’est effacé avant le {from}. Effacés jusqu’ici : {erased}.',
  textsDays: 'Conservation des textes et des numéros (jours)',
  textsChoose: 'Enregistrer la durée des textes',
}

export const retentionWords = { en: retentionEn, fr: retentionFr }
