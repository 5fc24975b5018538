// The sentences of objections to changes of sub-processors, as accounts and staff both read them.
const objectionsEn = {
  states: {
    waits:
      'No answer yet. Staff must answer by {date}; without an answer, nothing of the account goes to this supplier from then on.',
    blocked:
      'Since {date} no answer applies. Nothing of the account goes to this supplier until there is one.',
    answered: 'Answered.',
    withdrawn: 'The objection is withdrawn: the change applies.',
    void: 'The sub-processor no longer works there: nothing is left to answer.',
  },
  again: {
    put_off: 'The change is put off; staff must answer again by {date}.',
    may_end:
      'The account may end its contract until {date}. If it stays, staff must answer again: it does not accept the change by letting that day pass.',
  },
  stayed:
    'The time to end the contract was over on {date}. Nothing of the account goes to this supplier until staff answer again, or the account withdraws its objection.',
  outcomes: {
    dropped: 'On {date}: the change does not apply to this account. “{reason}”',
    put_off: 'On {date}: the change does not apply to this account before {until}. “{reason}”',
    other_route: 'On {date}: the messages of this account go by other suppliers. “{reason}”',
    may_end: 'On {date}: the account may end its contract until {until}. “{reason}”',
    withdrawn: 'On {date}: the account withdrew its objection.',
  },
  barredNow: 'Nothing of the account goes to this supplier now.',
  barredFrom: 'Nothing of the account goes to this supplier from {date}.',
  objecting:
    'Until there is an answer, none of your messages goes to this supplier, from the day of the change on; at once if the sub-processor works there already.',
  withdraw: 'Withdraw the objection',
  withdrawWhat:
    'The change then applies to your account, and your messages may go to this supplier again. You cannot object to it a second time.',
  withdrawSure: 'Yes, withdraw it',
  keep: 'Back',
  answerTitle: 'Answer {account}',
  answerAgain: 'Answer {account} again',
  outcome: 'Answer',
  answers: {
    dropped: 'The change does not apply to this account',
    put_off: 'The change is put off for this account',
    other_route: 'Its messages go by another supplier',
    may_end: 'The change stays; the account may end its contract',
  },
  until: {
    put_off: 'Until when it is put off',
    may_end: 'Until when the account may end its contract',
  },
  untilHelp: 'A day to come, after the day of the change.',
  routes: 'Open routes of other suppliers: {names}.',
  noRoutes: 'No route of another supplier is open: its messages would be refused.',
  barHelp: {
    dropped: 'Its messages may go to this supplier as before.',
    put_off: 'Its messages may go to this supplier until that day; then it needs another answer.',
    other_route:
      'From the day of the change, no message of this account goes to this supplier. What waits takes a similar route, or goes on waiting.',
    may_end:
      'From the day of the change, no message of this account goes to this supplier, also after that day. If the account stays, its objection needs another answer then, unless it withdraws it.',
  },
  why: 'Reason',
  whyHelp: 'The account reads it.',
  send: 'Send the answer',
  sent: 'The account is told.',
}

const objectionsFr: typeof objectionsEn = {
  states: {
    waits:
      'Pas encore de réponse. L’administration doit répondre avant le {date} ; sans réponse, plus aucun message du compte ne passe par ce fournisseur dès cette date.',
    blocked:
      'Depuis le {date}, aucune réponse ne s’applique. Aucun message du compte ne passe par ce fournisseur tant qu’il n’y en a pas.',
    answered: 'Une réponse a été donnée.',
    withdrawn: 'L’objection est retirée : le changement s’applique.',
    void: 'Le sous-traitant ultérieur ne travaille plus là : il n’y a plus rien à répondre.',
  },
  again: {
    put_off:
      'Le changement est reporté ; l’administration doit répondre de nouveau avant le {date}.',
    may_end:
      'Le compte peut résilier son contrat jusqu’au {date}. S’il reste, l’administration doit répondre de nouveau : passer cette date n’est pas accepter le changement.',
  },
  stayed:
    'Le délai pour résilier a pris fin le {date}. Aucun message du compte ne passe par ce fournisseur tant que l’administration n’a pas répondu de nouveau, ou que le compte n’a pas retiré son objection.',
  outcomes: {
    dropped: 'Le {date} : le changement ne s’applique pas à ce compte. « {reason} »',
    put_off:
      'Le {date} : le changement ne s’applique pas à ce compte avant le {until}. « {reason} »',
    other_route:
      'Le {date} : les messages de ce compte passent par d’autres fournisseurs. « {reason} »',
    may_end: 'Le {date} : le compte peut résilier son contrat jusqu’au {until}. « {reason} »',
    withdrawn: 'Le {date} : le compte a retiré son objection.',
  },
  barredNow: 'Aucun message du compte ne passe par ce fournisseur en ce moment.',
  barredFrom: 'Aucun message du compte ne passe par ce fournisseur à partir du {date}.',
  objecting:
    'Dès la date du changement, et tout de suite si le sous-traitant ultérieur travaille déjà pour ce fournisseur, aucun de vos messages ne passe par ce fournisseur tant qu’il n’y a pas de réponse.',
  withdraw: 'Retirer l’objection',
  withdrawWhat:
    'Le changement s’applique alors à votre compte, et vos messages peuvent de nouveau passer par ce fournisseur. Vous ne pouvez pas vous y opposer une seconde fois.',
  withdrawSure: 'Oui, la retirer',
  keep: 'Retour',
  answerTitle: 'Répondre à {account}',
  answerAgain: 'Répondre de nouveau à {account}',
  outcome: 'Réponse',
  answers: {
    dropped: 'Le changement ne s’applique pas à ce compte',
    put_off: 'Le changement est reporté pour ce compte',
    other_route: 'Ses messages passent par un autre fournisseur',
    may_end: 'Le changement est maintenu ; le compte peut résilier',
  },
  until: {
    put_off: 'Jusqu’à quand il est reporté',
    may_end: 'Jusqu’à quand le compte peut résilier',
  },
  untilHelp: 'Une date à venir, après celle du changement.',
  routes: 'Routes ouvertes d’autres fournisseurs : {names}.',
  noRoutes: 'Aucune route d’un autre fournisseur n’est ouverte : ses messages seraient refusés.',
  barHelp: {
    dropped: 'Ses messages peuvent passer par ce fournisseur comme avant.',
    put_off:
      'Ses messages peuvent passer par ce fournisseur jusqu’à cette date ; il faut alors une autre réponse.',
    other_route:
      'À partir du jour du changement, aucun message de ce compte ne passe par ce fournisseur. Ce qui attend prend une route semblable, ou attend encore.',
    may_end:
      'À partir du jour du changement, aucun message de ce compte ne passe par ce fournisseur, même après cette date. Si le compte reste, son objection demande alors une autre réponse, sauf s’il la retire.',
  },
  why: 'Motif',
  whyHelp: 'Le compte le lit.',
  send: 'Envoyer la réponse',
  sent: 'Le compte en est averti.',
}

export const objectionWords = { en: objectionsEn, fr: objectionsFr }
