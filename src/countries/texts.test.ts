// Texts, replies, mentions and senders, as tables of what people really write.
import { describe, expect, test } from 'vitest'
import { readNameForAdvertising, readsLikeAdvertising } from './advertising.ts'
import { readContentWarnings, readSectorBans, readShorteners } from './content-warnings.ts'
import { withOptOutMention } from './opt-out-mention.ts'
import { checkSender } from './senders.ts'

describe('an alert that reads like advertising', () => {
  test.each([
    'RDV confirmé mardi 14h. -20% sur la prochaine couleur !',
    'Soldes : profitez de -50 % jusqu’au 12 janvier',
    'Ventes privées chez Dupont, découvrez la nouvelle collection',
    'Un café OFFERT pour tout achat',
    'Livraison gratuite ce week-end',
    'Parrainez un ami et gagnez 10 € de remise',
    'Ça fait longtemps ! Reprenez rendez-vous en ligne',
    'Votre panier vous attend',
    'Joyeux anniversaire ! Un cadeau vous attend',
    'Vos points fidélité expirent dimanche',
    'Donnez votre avis et recevez un bon d’achat',
    'Offre exclusive : code promo ETE26',
    'Big summer sale: save 20% today only',
    'Your free coupon is here',
    '１０ euros de réduction sur votre commande',
    'PROFITEZ de nos promos',
    'Foncez ! www.boutique-dupont.fr',
    'Jusqu’au 31 décembre chez Dupont',
  ])('%s', (text) => {
    expect(readsLikeAdvertising(text)).toMatchObject({ isAdvertising: true })
  })

  test.each([
    'RDV confirmé mardi 14h au 3 rue X',
    'Votre code de connexion est 482913. Il expire dans 5 minutes.',
    'Votre colis 8271 vous attend au point relais jusqu’au 12/05.',
    'Votre facture Free de mars est disponible.',
    'Le solde de votre facture est de 42,10 €.',
    'Remise des clés vendredi 10h, 4 rue des Lilas.',
    'Inondation : évitez la zone du quai. N’appelez le 112 qu’en cas d’urgence.',
    'École fermée demain jusqu’au 14 mars en raison de la neige.',
    'Coupure d’eau de 9h à 12h, rue du Port.',
    'Entretien pour l’offre d’emploi 4412 : jeudi 9h.',
    'Your appointment is confirmed for Tuesday 2pm.',
    'Your parcel is out for delivery today.',
    'Votre commande 5521 est expédiée : https://exemple.fr/suivi/5521',
    'Rappel : consultation jeudi 10h30. Pour annuler : 01 99 00 12 34',
    'La température baissera de 20-30 % cette nuit',
  ])('but not: %s', (text) => {
    expect(readsLikeAdvertising(text)).toMatchObject({ isAdvertising: false, premiumNumbers: [] })
  })

  test('the words found are given back, and what the caller knows adds to the score', () => {
    const reading = readsLikeAdvertising('Soldes : -50 % dès lundi')
    expect(reading.signals).toEqual([
      { id: 'offer', weight: 3, words: ['soldes'] },
      { id: 'reduction', weight: 3, words: ['-50 %'] },
    ])
    expect(readsLikeAdvertising('Bonjour', { isSegment: true }).score).toBe(2)
    expect(readsLikeAdvertising('Bonjour', { isSegment: true, hasEvent: false }).score).toBe(4)
  })

  test.each([
    ['Appelez le 08 92 12 34 56', ['08 92 12 34 56']],
    ['Appelez le +33892123456', ['+33892123456']],
    ['Appelez le 118 218', ['118 218']],
    ['Envoyez OUI au 81212', ['81212']],
    ['Rendez-vous au 69003 Lyon', []],
    ['Numéro vert 0800 12 34 56', []],
    ['Appelez le 01 45 67 89 01', []],
  ])('premium numbers: %s', (text, numbers) => {
    expect(readsLikeAdvertising(text).premiumNumbers).toEqual(numbers)
  })
})

describe('a name that stands in a text of ours', () => {
  test.each([
    'SOLDES -70 % ce week-end chez Exemple',
    '-50 % chez Exemple samedi',
    'Profitez de nos promos chez Exemple',
    'Exemple, réduction de 10 euros',
  ])('advertises: %s', (name) => {
    expect(readNameForAdvertising(name)).toMatchObject({ isAdvertising: true })
  })

  test.each([
    'Free Mobile',
    'Sale e Pepe',
    'La Boîte à Cadeaux',
    'Auto Discount',
    'Braderie de Lille',
    'Les Petits Prix',
    'Bons Plans Étudiants',
    'Offres & Emploi',
    'Boutique des Tilleuls',
    '118218 Traiteur du Port',
  ])('is a name: %s', (name) => {
    expect(readNameForAdvertising(name)).toMatchObject({ score: 0, isAdvertising: false })
  })

  test('a premium number in it is found', () => {
    const { premiumNumbers } = readNameForAdvertising('Exemple 08 92 12 34 56')
    expect(premiumNumbers).toEqual(['08 92 12 34 56'])
  })
})

describe('what a message should not say', () => {
  test.each([
    ['Votre séance d’oncologie demain', ['art9_in_body']],
    ['Dossier 2 95 10 99 126 111 93', ['national_number_in_body']],
    ['IBAN FR14 2004 1010 0505 0001 3M02 606', ['iban_in_body']],
    ['Carte 4111 1111 1111 1111', ['card_in_body']],
    ['Votre mot de passe : azerty', ['password_in_body']],
    ['RDV mardi 14h, cabinet du Dr Martin', []],
    ['Appelez le 06 12 34 56 78', []],
  ])('%s', (text, codes) => {
    expect(readContentWarnings(text).map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['Utilisez vos droits CPF', 'training_account'],
    ['Votre compte formation', 'training_account'],
    ['Isolation à 1 € avec MaPrimeRénov’', 'energy_renovation'],
    ['Pompe à chaleur : devis', 'energy_renovation'],
    ['Douche senior posée en un jour', 'energy_renovation'],
  ])('a banned sector: %s', (text, id) => {
    expect(readSectorBans(text, 'FR').map((ban) => ban.id)).toContain(id)
  })

  test('an honest shop is in no banned sector', () => {
    expect(readSectorBans('Nouvelle collection en boutique', 'FR')).toEqual([])
  })

  test('public shorteners are found, one’s own domain is not', () => {
    expect(readShorteners('Voir bit.ly/abc et https://www.tinyurl.com/x')).toEqual([
      'bit.ly',
      'tinyurl.com',
    ])
    expect(readShorteners('Voir https://orbit.lyon.fr/abc, ecrire a a@bit.ly')).toEqual([])
  })
})

describe('the opt-out mention', () => {
  const route = { stopText: 'STOP au 36180', stopShortcode: '36180' }
  test('is appended when missing, and left alone when it is the route’s own', () => {
    expect(withOptOutMention('Soldes', route).text).toBe('Soldes\nSTOP au 36180')
    expect(withOptOutMention('Soldes STOP au 36180', route)).toMatchObject({ added: false })
    expect(withOptOutMention('Soldes, stop sms: 36180', route)).toMatchObject({ added: false })
  })
  test('of another route is refused, so is an ordinary number, so is a route without one', () => {
    expect(withOptOutMention('Soldes STOP au 36111', route).refusal).toBe('stop_mismatch')
    expect(withOptOutMention('Soldes STOP au 06 12 34 56 78', route).refusal).toBe(
      'stop_ordinary_number',
    )
    const none = { stopText: null, stopShortcode: null }
    expect(withOptOutMention('Soldes', none).refusal).toBe('no_stop_text')
  })
})

describe('senders in France', () => {
  test.each([
    ['MABOUTIQUE', null],
    ['Dupont', null],
    ['Opt1c', null],
    ['36180', null],
    ['0937123456', null],
    ['+33937123456', null],
    ['MA BOUTIQUE', 'sender_bad_character'],
    ['Café', 'sender_bad_character'],
    ['M&M', 'sender_bad_character'],
    ['12345', 'sender_digits_only'],
    ['Info', 'sender_generic'],
    ['INFO2026', 'sender_generic'],
    ['rdv', 'sender_generic'],
    ['AB', 'sender_too_short'],
    ['MABOUTIQUEPARIS', 'sender_too_long'],
    ['', 'sender_empty'],
    ['0612345678', 'sender_ordinary_number'],
    ['+33612345678', 'sender_ordinary_number'],
    ['0145678901', 'sender_ordinary_number'],
  ])('%s: %s', (sender, refusal) => {
    expect(checkSender(sender, 'FR').refusal).toBe(refusal)
  })

  test('an imitated name needs an authorisation; a country without rules takes none', () => {
    expect(checkSender('AMELI', 'FR')).toMatchObject({ needsAuthorisation: true })
    expect(checkSender('MABOUTIQUE', 'FR')).toMatchObject({ needsAuthorisation: false })
    expect(checkSender('MABOUTIQUE', 'US').refusal).toBe('sender_no_rules')
  })
})
