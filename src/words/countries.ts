// Sentences of countries: why a number, a sender, an hour or a mention is refused; what a text says.
import { bilingual } from './sentences.ts'

export const countriesWords = bilingual({
  en: {
    'number.empty': 'There is no number here.',
    'number.two_numbers': 'Two numbers stand in one cell; keep one.',
    'number.lost_digits':
      'The spreadsheet rounded this number (6.12E+08) and its digits are lost; export the file again with the column as text.',
    'number.letter_for_digit':
      'A letter stands where a digit should be (an O for a 0): correct it if the number is right.',
    'number.words_beside_number':
      'Words or an extension stand beside the number: leave the number alone in its cell.',
    'number.not_a_number': 'This is not a telephone number.',
    'number.emergency_number': 'This is an emergency number.',
    'number.short_code': 'This is a short code, not a person’s number.',
    'number.placeholder': 'This number was typed to fill the field: the same digit all through.',
    'number.unallocated': 'This block of numbers is not given to anybody.',
    'number.wrong_overseas_prefix':
      'This overseas number was written with +33; it has a prefix of its own. Allow the repair to mend it.',
    'number.lost_zero':
      'The leading 0 is missing, as when a spreadsheet takes it for an amount. Allow the repair to put it back.',
    'number.unknown_country': 'No country has this prefix.',
    'number.too_short': 'This number has too few digits.',
    'number.too_long': 'This number has too many digits.',
    'number.not_valid': 'No such number exists in its country.',
    'number.m2m': 'This is the number of a machine (14 digits), not of a person.',
    'number.platform_number':
      'This is the number of a platform that sends and calls, not of a person.',
    'number.premium_number': 'This is a premium-rate number.',
    'number.service_number': 'This is a service number, not a person’s.',
    'number.landline': 'This is a landline: it gets no SMS.',
    'number.voip': 'This is a number of an internet box: it gets no SMS.',
    'number.fiction':
      'This number is kept for films and examples: it works in sandbox accounts only.',
    'routing.sender_no_rules':
      'There are no rules for this country yet, so no sender can be registered for it.',
    'routing.sender_empty': 'Write a sender.',
    'routing.sender_ordinary_number':
      'An ordinary telephone number may not be the sender of automated messages (Arcep): use a name, a short code or a platform number.',
    'routing.sender_digits_only':
      'A sender of digits only must be a short code of your route or a platform number; otherwise write a name with letters.',
    'routing.sender_bad_character':
      'A sender has letters and digits only: no space, accent or punctuation.',
    'routing.sender_too_short': 'A sender has at least 3 characters.',
    'routing.sender_too_long': 'A sender has at most 11 characters.',
    'routing.sender_no_letter': 'A sender has at least one letter.',
    'routing.sender_generic': 'This word tells nobody who writes: use your own name or brand.',
    'routing.sender_name_overwritten':
      'Operators of this country put a number in place of a name: show a short code or a number.',
    'routing.sender_foreign_number':
      'A long number as sender must be of the country that is written to.',
    hours_malformed: 'The hours are not readable: write from and until as 08:00 and 20:00.',
    hours_beyond_ceiling:
      'No advertising leaves outside 08:00 to 21:30, whoever asks (af2m charter of 2026).',
    no_stop_text: 'The route has no opt-out mention; without one it carries no advertising.',
    stop_ordinary_number: 'An ordinary number cannot take STOP: use the mention of the route.',
    stop_mismatch: 'The text tells people to send STOP elsewhere than this route takes it.',
    'closed.no_rules_for_country': 'No rules for this country yet.',
    'closed.holiday': 'A public holiday there: {holiday}.',
    'closed.sunday': 'It is Sunday there.',
    'closed.day_off': 'No advertising leaves on this day.',
    'closed.night': 'Outside the hours of advertising there.',
    'signal.offer': 'an offer',
    'signal.reduction': 'a reduction',
    'signal.free': 'something free',
    'signal.deadline': 'a deadline to buy',
    'signal.discover': 'an invitation to discover',
    'signal.referral': 'a referral',
    'signal.contest': 'a contest',
    'signal.win_back': 'winning a customer back',
    'signal.basket': 'an abandoned basket',
    'signal.birthday': 'a birthday',
    'signal.points': 'loyalty points',
    'signal.review_reward': 'a review against a reward',
    'signal.cross_sell': 'another product',
    'signal.call_to_buy': 'a call to buy',
    'signal.shop_link': 'a link to a shop or a home page',
    'signal.segment': 'the same text to a whole list',
    'signal.no_event': 'no order, booking or other event named',
    national_number_in_body: 'The text holds a social security number: take it out.',
    card_in_body: 'The text holds a card number: take it out.',
    iban_in_body: 'The text holds an IBAN: take it out.',
    password_in_body: 'The text holds a password: send a link or a one-time code instead.',
    art9_in_body:
      'The text tells of health, belief or another sensitive matter ({words}): an SMS is read on a locked screen, so say less.',
    public_shortener: 'The text has a public short link ({hosts}): use your own address.',
    premium_number_in_body: 'The text tells people to call or write to a premium number.',
  },
  fr: {
    'number.empty': 'Il n’y a pas de numéro ici.',
    'number.two_numbers': 'Deux numéros se trouvent dans une même case ; n’en gardez qu’un.',
    'number.lost_digits':
      'Le tableur a arrondi ce numéro (6,12E+08) et ses chiffres sont perdus ; exportez de nouveau le fichier avec la colonne en texte.',
    'number.letter_for_digit':
      'Une lettre est à la place d’un chiffre (un O pour un 0) : corrigez-la si le numéro est bon.',
    'number.words_beside_number':
      'Des mots ou un poste accompagnent le numéro : laissez le numéro seul dans sa cellule.',
    'number.not_a_number': 'Ce n’est pas un numéro de téléphone.',
    'number.emergency_number': 'C’est un numéro d’urgence.',
    'number.short_code': 'C’est un numéro court, pas celui d’une personne.',
    'number.placeholder': 'Ce numéro a été tapé pour remplir la case : partout le même chiffre.',
    'number.unallocated': 'Cette tranche de numéros n’est attribuée à personne.',
    'number.wrong_overseas_prefix':
      'Ce numéro d’outre-mer a été écrit avec +33 ; il a son propre indicatif. Autorisez la réparation pour le rétablir.',
    'number.lost_zero':
      'Il manque le 0 du début, comme lorsqu’un tableur le prend pour un montant. Autorisez la réparation pour le remettre.',
    'number.unknown_country': 'Aucun pays n’a cet indicatif.',
    'number.too_short': 'Ce numéro a trop peu de chiffres.',
    'number.too_long': 'Ce numéro a trop de chiffres.',
    'number.not_valid': 'Ce numéro n’existe pas dans son pays.',
    'number.m2m': 'C’est le numéro d’une machine (14 chiffres), pas celui d’une personne.',
    'number.platform_number':
      'C’est le numéro d’une plateforme d’envoi ou d’appel, pas celui d’une personne.',
    'number.premium_number': 'C’est un numéro surtaxé.',
    'number.service_number': 'C’est un numéro de service, pas celui d’une personne.',
    'number.landline': 'C’est un téléphone fixe : il ne reçoit pas de SMS.',
    'number.voip': 'C’est le numéro d’une box internet : il ne reçoit pas de SMS.',
    'number.fiction':
      'Ce numéro est réservé aux films et aux exemples : il ne sert que dans les comptes d’essai.',
    'routing.sender_no_rules':
      'Il n’y a pas encore de règles pour ce pays : aucun expéditeur ne peut y être enregistré.',
    'routing.sender_empty': 'Écrivez un expéditeur.',
    'routing.sender_ordinary_number':
      'Un numéro de téléphone ordinaire ne peut pas être l’expéditeur de messages automatisés (Arcep) : prenez un nom, un numéro court ou un numéro de plateforme.',
    'routing.sender_digits_only':
      'Un expéditeur tout en chiffres doit être un numéro court de votre route ou un numéro de plateforme ; sinon, écrivez un nom avec des lettres.',
    'routing.sender_bad_character':
      'Un expéditeur n’a que des lettres et des chiffres : ni espace, ni accent, ni ponctuation.',
    'routing.sender_too_short': 'Un expéditeur a au moins 3 caractères.',
    'routing.sender_too_long': 'Un expéditeur a au plus 11 caractères.',
    'routing.sender_no_letter': 'Un expéditeur a au moins une lettre.',
    'routing.sender_generic':
      'Ce mot ne dit à personne qui écrit : prenez votre nom ou votre marque.',
    'routing.sender_name_overwritten':
      'Les opérateurs de ce pays mettent un numéro à la place d’un nom : montrez un numéro court ou long.',
    'routing.sender_foreign_number':
      'Un numéro long comme expéditeur doit être du pays vers lequel on écrit.',
    hours_malformed:
      'Les heures ne sont pas lisibles : écrivez le début et la fin comme 08:00 et 20:00.',
    hours_beyond_ceiling:
      'Aucune publicité ne part en dehors de 8 h à 21 h 30, qui que ce soit qui le demande (charte af2m de 2026).',
    no_stop_text:
      'La route n’a pas de mention d’opposition ; sans elle, elle ne porte aucune publicité.',
    stop_ordinary_number:
      'Un numéro ordinaire ne peut pas recevoir les STOP : prenez la mention de la route.',
    stop_mismatch: 'Le texte dit d’envoyer STOP ailleurs que là où cette route le reçoit.',
    'closed.no_rules_for_country': 'Pas encore de règles pour ce pays.',
    'closed.holiday': 'C’est là-bas un jour férié : {holiday}.',
    'closed.sunday': 'C’est dimanche là-bas.',
    'closed.day_off': 'Aucune publicité ne part ce jour-là.',
    'closed.night': 'En dehors des heures de publicité là-bas.',
    'signal.offer': 'une offre',
    'signal.reduction': 'une réduction',
    'signal.free': 'quelque chose de gratuit',
    'signal.deadline': 'un délai pour acheter',
    'signal.discover': 'une invitation à découvrir',
    'signal.referral': 'un parrainage',
    'signal.contest': 'un concours',
    'signal.win_back': 'la reconquête d’un client',
    'signal.basket': 'un panier abandonné',
    'signal.birthday': 'un anniversaire',
    'signal.points': 'des points de fidélité',
    'signal.review_reward': 'un avis contre une récompense',
    'signal.cross_sell': 'un autre produit',
    'signal.call_to_buy': 'un appel à acheter',
    'signal.shop_link': 'un lien vers une boutique ou une page d’accueil',
    'signal.segment': 'le même texte à toute une liste',
    'signal.no_event': 'aucune commande, réservation ou autre événement nommé',
    national_number_in_body: 'Le texte contient un numéro de sécurité sociale : retirez-le.',
    card_in_body: 'Le texte contient un numéro de carte : retirez-le.',
    iban_in_body: 'Le texte contient un IBAN : retirez-le.',
    password_in_body:
      'Le texte contient un mot de passe : envoyez plutôt un lien ou un code à usage unique.',
    art9_in_body:
      'Le texte parle de santé, de croyance ou d’un autre sujet sensible ({words}) : un SMS se lit sur un écran verrouillé, dites-en moins.',
    public_shortener: 'Le texte a un lien court public ({hosts}) : prenez votre propre adresse.',
    premium_number_in_body: 'Le texte incite à appeler ou à écrire à un numéro surtaxé.',
  },
})
