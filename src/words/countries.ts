// Sentences of countries: why a number, a sender, an hour or a mention is refused; what a text says.
import { bilingual } from './sentences.ts'

export const countriesWords = bilingual({
  en: {
    'number.empty': 'The number is missing.',
    'number.two_numbers': 'The cell contains two numbers. Keep one.',
    'number.lost_digits':
      'The spreadsheet rounded this number (6.12E+08), so digits are lost. Export the file again with the column formatted as text.',
    'number.letter_for_digit':
      'The number contains a letter in place of a digit (an O for a 0). Correct it.',
    'number.words_beside_number':
      'The cell contains words or an extension beside the number. Keep only the number.',
    'number.not_a_number': 'This is not a phone number.',
    'number.emergency_number': 'This is an emergency number.',
    'number.short_code': 'This is a short code, not a person’s number.',
    'number.placeholder': 'This is a filler number: the same digit is repeated.',
    'number.unallocated': 'This range of numbers is not allocated.',
    'number.wrong_overseas_prefix':
      'This overseas number is written with +33 instead of its own prefix. Allow the repair to correct it.',
    'number.lost_zero':
      'The leading 0 is missing, probably removed by a spreadsheet. Allow the repair to put it back.',
    'number.unknown_country': 'No country has this prefix.',
    'number.too_short': 'This number has too few digits.',
    'number.too_long': 'This number has too many digits.',
    'number.not_valid': 'This number does not exist in its country.',
    'number.m2m': 'This is a machine’s number (14 digits), not a person’s.',
    'number.platform_number':
      'This is the number of a calling or messaging platform, not a person’s.',
    'number.premium_number': 'This is a premium-rate number.',
    'number.service_number': 'This is a service number, not a person’s.',
    'number.landline': 'This is a landline. It cannot receive SMS.',
    'number.voip': 'This is an internet phone (VoIP) number. It cannot receive SMS.',
    'number.fiction':
      'This number is reserved for films and examples. It works only in sandbox accounts.',
    'routing.sender_no_rules':
      'Accord has no rules for this country yet, so you cannot register a sender for it.',
    'routing.sender_empty': 'Write a sender.',
    'routing.sender_ordinary_number':
      'Automated messages cannot be sent from an ordinary phone number (Arcep). Use a name, a short code or a platform number.',
    'routing.sender_digits_only':
      'A sender with only digits must be a short code of your route or a platform number. Otherwise, use a name with letters.',
    'routing.sender_bad_character':
      'A sender can contain only letters and digits, without spaces, accents or punctuation.',
    'routing.sender_too_short': 'A sender must have at least 3 characters.',
    'routing.sender_too_long': 'A sender can have at most 11 characters.',
    'routing.sender_no_letter': 'A sender must contain at least one letter.',
    'routing.sender_generic': 'This word does not say who is writing. Use your own name or brand.',
    'routing.sender_name_overwritten':
      'Operators in this country replace names with a number. Use a short code or a number.',
    'routing.sender_foreign_number':
      'A long number used as sender must be from the recipient’s country.',
    hours_malformed: 'The hours cannot be read. Write them like 08:00 and 20:00.',
    hours_beyond_ceiling: 'Marketing can be sent only from 08:00 to 21:30 (af2m charter, 2026).',
    no_stop_text: 'The route has no STOP instruction, so it cannot carry marketing.',
    stop_ordinary_number:
      'An ordinary number cannot receive STOP replies. Use the route’s STOP instruction.',
    stop_mismatch: 'The text gives a STOP number that is not the one of this route.',
    'closed.no_rules_for_country': 'Accord has no rules for this country yet.',
    'closed.holiday': 'It is a public holiday there: {holiday}.',
    'closed.sunday': 'It is Sunday there.',
    'closed.day_off': 'Marketing is not sent on this day.',
    'closed.night': 'It is outside marketing hours there.',
    'signal.offer': 'an offer',
    'signal.reduction': 'a reduction',
    'signal.free': 'something free',
    'signal.deadline': 'a deadline to buy',
    'signal.discover': 'an invitation to discover',
    'signal.referral': 'a referral',
    'signal.contest': 'a contest',
    'signal.win_back': 'an offer to win back a customer',
    'signal.basket': 'an abandoned basket',
    'signal.birthday': 'a birthday',
    'signal.points': 'loyalty points',
    'signal.review_reward': 'a review against a reward',
    'signal.cross_sell': 'another product',
    'signal.call_to_buy': 'an invitation to buy',
    'signal.shop_link': 'a link to a shop or a home page',
    'signal.segment': 'the same text to a whole list',
    'signal.no_event': 'no order, booking or other event named',
    national_number_in_body: 'The text contains a social security number. Remove it.',
    card_in_body: 'The text contains a card number. Remove it.',
    iban_in_body: 'The text contains an IBAN. Remove it.',
    password_in_body: 'The text contains a password. Send a link or a one-time code instead.',
    art9_in_body:
      'The text mentions health, beliefs or another sensitive subject ({words}). Anyone can read an SMS on a locked screen, so say less.',
    public_shortener: 'The text contains a public short link ({hosts}). Use your own address.',
    premium_number_in_body: 'The text asks people to call or text a premium-rate number.',
  },
  fr: {
    'number.empty': 'Le numéro manque.',
    'number.two_numbers': 'La cellule contient deux numéros. N’en gardez qu’un.',
    'number.lost_digits':
      'Le tableur a arrondi ce numéro (6,12E+08) : des chiffres sont perdus. Exportez de nouveau le fichier avec la colonne au format texte.',
    'number.letter_for_digit':
      'Le numéro contient une lettre à la place d’un chiffre (un O pour un 0). Corrigez-la.',
    'number.words_beside_number':
      'La cellule contient des mots ou un poste à côté du numéro. Ne gardez que le numéro.',
    'number.not_a_number': 'Ce n’est pas un numéro de téléphone.',
    'number.emergency_number': 'C’est un numéro d’urgence.',
    'number.short_code': 'C’est un numéro court, pas celui d’une personne.',
    'number.placeholder': 'C’est un numéro de remplissage : le même chiffre est répété.',
    'number.unallocated': 'Cette tranche de numéros n’est attribuée à personne.',
    'number.wrong_overseas_prefix':
      'Ce numéro d’outre-mer est écrit avec +33 au lieu de son propre indicatif. Autorisez la réparation pour le corriger.',
    'number.lost_zero':
      'Il manque le 0 du début, sans doute retiré par un tableur. Autorisez la réparation pour le remettre.',
    'number.unknown_country': 'Aucun pays n’a cet indicatif.',
    'number.too_short': 'Ce numéro a trop peu de chiffres.',
    'number.too_long': 'Ce numéro a trop de chiffres.',
    'number.not_valid': 'Ce numéro n’existe pas dans son pays.',
    'number.m2m': 'C’est le numéro d’une machine (14 chiffres), pas celui d’une personne.',
    'number.platform_number':
      'C’est le numéro d’une plateforme d’envoi ou d’appel, pas celui d’une personne.',
    'number.premium_number': 'C’est un numéro surtaxé.',
    'number.service_number': 'C’est un numéro de service, pas celui d’une personne.',
    'number.landline': 'C’est une ligne fixe. Elle ne peut pas recevoir de SMS.',
    'number.voip':
      'C’est un numéro de téléphonie par internet (VoIP). Il ne peut pas recevoir de SMS.',
    'number.fiction':
      'Ce numéro est réservé aux films et aux exemples. Il ne fonctionne que dans les comptes d’essai.',
    'routing.sender_no_rules':
      'Accord n’a pas encore de règles pour ce pays : vous ne pouvez pas y déclarer d’expéditeur.',
    'routing.sender_empty': 'Écrivez un expéditeur.',
    'routing.sender_ordinary_number':
      'Un message automatisé ne peut pas partir d’un numéro de téléphone ordinaire (Arcep). Prenez un nom, un numéro court ou un numéro de plateforme.',
    'routing.sender_digits_only':
      'Un expéditeur tout en chiffres doit être un numéro court de votre route ou un numéro de plateforme. Sinon, prenez un nom avec des lettres.',
    'routing.sender_bad_character':
      'Un expéditeur ne contient que des lettres et des chiffres, sans espace, accent ni ponctuation.',
    'routing.sender_too_short': 'Un expéditeur doit avoir au moins 3 caractères.',
    'routing.sender_too_long': 'Un expéditeur peut avoir au plus 11 caractères.',
    'routing.sender_no_letter': 'Un expéditeur doit contenir au moins une lettre.',
    'routing.sender_generic': 'Ce mot ne dit pas qui écrit. Prenez votre nom ou votre marque.',
    'routing.sender_name_overwritten':
      'Les opérateurs de ce pays remplacent les noms par un numéro. Prenez un numéro court ou long.',
    'routing.sender_foreign_number':
      'Un numéro long utilisé comme expéditeur doit être du pays du destinataire.',
    hours_malformed: 'Les heures ne sont pas lisibles. Écrivez-les comme 08:00 et 20:00.',
    hours_beyond_ceiling: 'La publicité ne peut partir que de 8 h à 21 h 30 (charte af2m, 2026).',
    no_stop_text: 'La route n’a pas de mention STOP : elle ne peut pas porter de publicité.',
    stop_ordinary_number:
      'Un numéro ordinaire ne peut pas recevoir les STOP. Prenez la mention STOP de la route.',
    stop_mismatch: 'Le texte donne un numéro STOP qui n’est pas celui de cette route.',
    'closed.no_rules_for_country': 'Accord n’a pas encore de règles pour ce pays.',
    'closed.holiday': 'C’est un jour férié là-bas : {holiday}.',
    'closed.sunday': 'C’est dimanche là-bas.',
    'closed.day_off': 'Aucune publicité ne part ce jour-là.',
    'closed.night': 'C’est hors des heures de publicité là-bas.',
    'signal.offer': 'une offre',
    'signal.reduction': 'une réduction',
    'signal.free': 'quelque chose de gratuit',
    'signal.deadline': 'un délai pour acheter',
    'signal.discover': 'une invitation à découvrir',
    'signal.referral': 'un parrainage',
    'signal.contest': 'un concours',
    'signal.win_back': 'une offre pour reconquérir un client',
    'signal.basket': 'un panier abandonné',
    'signal.birthday': 'un anniversaire',
    'signal.points': 'des points de fidélité',
    'signal.review_reward': 'un avis contre une récompense',
    'signal.cross_sell': 'un autre produit',
    'signal.call_to_buy': 'une invitation à acheter',
    'signal.shop_link': 'un lien vers une boutique ou une page d’accueil',
    'signal.segment': 'le même texte à toute une liste',
    'signal.no_event': 'aucune commande, réservation ou autre événement nommé',
    national_number_in_body: 'Le texte contient un numéro de sécurité sociale. Retirez-le.',
    card_in_body: 'Le texte contient un numéro de carte. Retirez-le.',
    iban_in_body: 'Le texte contient un IBAN. Retirez-le.',
    password_in_body:
      'Le texte contient un mot de passe. Envoyez plutôt un lien ou un code à usage unique.',
    art9_in_body:
      'Le texte évoque la santé, une croyance ou un autre sujet sensible ({words}). Un SMS se lit sur un écran verrouillé : dites-en moins.',
    public_shortener:
      'Le texte contient un lien court public ({hosts}). Prenez votre propre adresse.',
    premium_number_in_body: 'Le texte incite à appeler ou à écrire à un numéro surtaxé.',
  },
})
