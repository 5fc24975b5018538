// The published table of headers: six languages, and the words that make of them something else.
import { describe, expect, test } from 'vitest'
import { headerWords } from '../fold.ts'
import { findHeader } from './find-header.ts'
import { headerCandidates } from './header-score.ts'

// biome-ignore format: a table reads as a table
const table: readonly (readonly [type: string, headers: readonly string[]])[] = [
  ['first_name', ['Prénom', 'PRENOM ', 'prénom_du_contact', 'First Name', 'firstName', 'given_name', 'Vorname', 'Nombre', 'Nome', 'Voornaam', "Prénom de l'enfant"]],
  ['last_name', ['Nom', 'NOM', 'Nom de famille', "Nom d'usage", 'lastName', 'Surname', 'Nachname', 'Apellidos', 'Cognome', 'Achternaam', 'Nom de naissance']],
  ['name', ['Nom et prénom', 'Nom Prénom', 'Nom complet', 'NomPrenom', 'Full name', 'Kundenname', 'Nombre y apellidos', 'Nome e cognome', 'Volledige naam', 'Patient']],
  ['phone', ['Tél.', 'N° tél', 'Téléphone mobile', 'Portable', 'GSM', 'Tel_Mobile', 'telMobile', 'Mobile', 'phone_number', 'Handynummer', 'Móvil', 'Cellulare',
    'Telefoonnummer', 'Mobiel', 'Tél. parent 1', 'Téléphone 2', 'SMS', 'Phone 1 - Value']],
  ['email', ['E-mail', 'Mél', 'Courriel', 'Adresse e-mail', 'EmailAddress', 'Correo electrónico', 'Indirizzo e-mail', 'E-Mail-Adresse', 'E-mailadres']],
  ['postal_address', ['Adresse', 'Adresse postale', 'N° et voie', 'Rue', 'Street', 'Straße', 'Anschrift', 'Dirección', 'Indirizzo', 'Straat en huisnummer']],
  ['birth_date', ['Date de naissance', 'Né(e) le', 'DDN', 'date_naiss', 'DOB', 'Geburtsdatum', 'Fecha de nacimiento', 'Data di nascita', 'Geboortedatum']],
  ['nir', ['NIR', 'N° de sécurité sociale', 'num_secu', 'NSS']],
  ['ine', ['INE', 'N° INE', 'Identifiant national élève']],
  ['national_id', ['DNI', 'BSN', 'Burgerservicenummer', 'NISS', 'AHV-Nr.', 'National Insurance', 'PESEL', 'Sozialversicherungsnummer']],
  ['tax_id', ['Codice fiscale', 'Numéro fiscal', 'Steuer-ID', 'NIF']],
  ['id_card', ['N° CNI', 'Carte d’identité', 'Personalausweis', 'Driving licence']],
  ['passport', ['Passeport', 'N° passeport', 'Reisepass', 'Pasaporte', 'Paspoort']],
  ['iban', ['IBAN', 'N° IBAN']],
  ['licence_plate', ['Immatriculation', 'Plaque', 'Kennzeichen', 'Matrícula', 'Targa', 'Kenteken']],
  ['ip_address', ['Adresse IP', 'ip_address', 'optin_ip']],
  ['username', ['Pseudo', 'Login', 'Benutzername', "Nom d'utilisateur", 'Twitter']],
  ['health', ['Pathologie', 'ALD (O/N)', 'Allergies', 'Groupe sanguin', 'Diagnose', 'Enfermedad', 'Ziekte', 'Handicap', 'Date de vaccination', 'Régime alimentaire', 'Type de handicap']],
  ['religion', ['Religion', 'Culte', 'Konfession', 'Religione', 'Geloof']],
  ['trade_union', ['Syndicat', 'Trade union', 'Gewerkschaft', 'Sindacato', 'Vakbond']],
  ['political_opinion', ['Opinion politique', 'Parti politique', 'Voting intention']],
  ['sexual_orientation', ['Orientation sexuelle', 'Sexual orientation']],
  ['criminal_record', ['Casier judiciaire', 'Condamnations', 'Vorstrafen']],
  ['consent', ['Opt-in SMS', 'optin', 'Consentement', 'Accord SMS', 'Accepts SMS Marketing', 'Einwilligung', 'Toestemming', 'J’accepte les SMS']],
  ['consent_date', ['Date consentement', 'date_optin', 'OPTIN_TIME', 'Consent date', 'Date du consentement SMS']],
  ['consent_source', ['Source consentement', 'Recueilli par', 'Consent source']],
  ['consent_wording', ['Texte du consentement', 'Mention', 'Consent wording']],
  ['objection', ['STOP SMS', 'Désabonné', 'Unsubscribed', 'Ne pas contacter', 'HasOptedOutOfEmail',
    'SMS_BLOCKLISTED', 'Consentement refusé', 'Consentement retiré', 'Consent withdrawn', 'Sans consentement', 'Werbung untersagt', 'Keine SMS', 'Baja consentimiento', 'Toestemming ingetrokken',
    'Einwilligung widerrufen', 'Consenso revocato', 'Non consentement', 'Accord refusé', 'Autorisation retirée', 'Fin consentement', 'Date de retrait du consentement', 'SMS refusé', 'Pas de SMS',
    'Ne souhaite pas recevoir de SMS', 'SMS bloqué', 'Einwilligung entzogen', 'Opt-in revoked']],
  ['consent', ['Accord SMS (oui/non)', 'Consentement oui / non', 'SMS opt-in yes/no', 'Einwilligung (ja/nein)', 'Consent status']],
  ['date', ['Date fin consentement', 'Date de fin de consentement', 'Consent end date', 'Consent valid until', 'Einwilligung gültig bis', 'Expiration consentement']],
  // Cut short, and in the words of trades and offices:
  ['national_id', ['N° AVS', 'AHVN13', 'SV-Nr.', 'Rijksregisternr.', 'Reg. nat.', 'N.I. No.', 'Seguridad social', 'Cartão de cidadão', 'Nr PESEL', 'Nat. Ins.']],
  ['tax_id', ['St.-ID', 'Steuer-IdNr.', 'C.F.', 'Cod. Fisc. / P.IVA', 'N.º contribuinte', 'UTR no.', 'N° SPI']],
  ['health_insurance_id', ['KV-Nr', 'Nº utente SNS', 'N.º SNS', 'N° mutuelle', 'Tess. sanitaria n.', 'Verzekerdennummer', 'NHS No.']],
  ['id_card', ['Nr documento', 'Personalausweis-Nr.', 'Titre séjour', 'Rijbewijs nr', 'Doc. identità', 'Permesso di soggiorno']],
  ['passport', ['Reisepass-Nr.', 'Passap.', 'Reisdocument', 'Travel document no', 'Nr paszportu']],
  ['name', ['Uitzendkracht', 'Leiharbeiter', 'Interimaire', 'Pächter', 'Mitpächter', 'Interessent', 'Gemeindeglied', 'Encarregado de educação', 'Opiekun', 'Inquilino/a', 'Next of kin', 'Lead tenant',
    'Resp. paiement', 'Cliënt', 'Doente', 'Pacjent', 'Bewoner', 'Dipend.', 'Young person', 'Mandant(s)']],
  ['health', ['TSH', 'HbA1c (%)', 'ICPC', 'Bloedgroep', 'Pflegegrad', 'AU-Tage', 'Legge 104', 'Cert. medico scad.', 'Reconocimiento médico', 'Fit note', 'Allergènes à éviter', 'Unverträglichk.', 'Effet indésirable', 'Zorgvraag', 'Rozpoznanie', 'Grado dep.']],
  ['religion', ['Zakat / sadaqa', 'Konf.', 'Levensbesch.', 'Cresima', 'Batizado', 'Opta por Religión', 'Faith / observance', 'Taufspruch']],
  ['political_opinion', ['Sensibilité politique', 'Sensib.', 'Voting intent', 'Tessera di partito', 'Intención de voto', 'Wahlabsicht']],
  ['trade_union', ['Central sindical', 'Iscr. sindacale', 'Gew.-Mitgl.', 'Cotis. CGT 2026 (€)', 'Union rep', 'Vakbondspremie']],
  ['ethnic_origin', ['Ethnic monitoring', 'Herkunft Eltern', 'Appartenance ethnique déclarée', 'Etnia gitana', 'ETH_GRP']],
  ['sexual_orientation', ['Orientation (facultatif)', 'Identifies as', 'Orientamento sessuale', 'Selbstbez.']],
  ['criminal_record', ['Disclosed offences', 'Chefs de prévention', 'Tatvorwurf', 'Capi di imputazione', 'Tenlastelegging', 'Antecedentes penales', 'Führungsz.']],
  // Who stands above, beside or against, and why somebody was turned away:
  ['name', ['N+1', 'N + 2', 'Supérieur hiérarchique', 'Direkte Vorgesetzte', 'Superior jerárquico', 'Responsabile diretto', 'Direct leidinggevende', 'Helper 2', 'Helfer/in', 'Ayudante', 'Aiutante', 'Plaignant(e)', 'Complainant', 'Anzeigeerstatter']],
  ['health', ['Vulnerability flag', 'Vulnérabilités', 'Schutzbedürftigkeit', 'Vulnerabilidad', 'Fragilità', 'Kwetsbaarheid', 'afgekeurd wegens', 'Ajourné pour', 'Deferral reason', 'Zurückgestellt wegen', 'Motivo de exclusión', 'Escluso per', 'Last BP', 'Dernière TA', 'Letzter RR', 'Última TA', 'Ultima PA', 'Laatste RR']],
  ['national_id', ['RN', 'R.N. titulaire', 'RN bénéficiaire']],
  ['identifier', ['sn', 'S/N', 'Serien-Nr.', 'N° série']],
  // A name whose parts are cut short, in any order, and what it is kept for:
  ['name', ['Nome pren.', 'Nome prenot.', 'Nom & pr.', 'N. prénom', 'Nom résa', 'Vor- u. Zun.', 'Zun., Vorn.', 'Fam.-/Vorn.', 'Name u. Vorn.', 'Nom. y 2 ap.', 'Apell. y nom.', 'Nbre. y ap.', 'N. e cognome', 'Nome compl.', 'Voorl. en achternaam', 'Vn. + an.', 'Surn., first n.', 'Last, First', 'F/L name', 'Full n.', 'Imię i nazw.', 'Nom prén. élève', 'Rag. soc./Cogn. nome']],
  ['first_name', ['First n.', 'Given n.', 'Pnom', 'Vnm', 'Rufn.', 'Nomb.', 'Roepn.']],
  ['last_name', ['Last n.', 'N. fam.', 'Surn.', 'Zun.', 'Ap. 1', 'Geb.-Name', 'Nom j. fille']],
  ['political_opinion', ['Mozione sostenuta', 'Moz. sost.', 'Moción apoyada', 'Lista apoyada', 'Gesteunde motie', 'Unterstützte Liste', 'Backed motion', 'Moção subscrita', 'Corrente interna', 'Parteiflügel', 'Voto primarie']],
  ['free_text', ['Client notes', 'Notas cliente', 'Observations client', 'Customer remarks', 'Opmerking klant', 'Bemerkung Kunde']],
  // Not what the noun says:
  ['product', ['Nom du produit', 'Product name', 'Nom de l’article', 'Nom du chien', 'Nom animal', 'Artikelname', 'Nombre del producto']],
  ['company', ['Nom de l’entreprise', 'Company name', 'Nom de la société', 'Raison sociale', 'Nom établissement', 'Nom du fournisseur']],
  ['url', ['Nom de domaine', 'Site web', 'Domain name']],
  ['category', ['Type de téléphone', 'Modèle téléphone', 'Nom de la campagne', 'Phone type']],
  ['quantity', ['SMS envoyés', 'Nb emails', 'Nombre d’appels', 'Emails sent', 'Stock', 'Anzahl']],
  ['boolean', ['Email vérifié', 'Email verified', 'Mail envoyé']],
  ['city', ['Ville', 'Lieu de naissance', 'Nom de la commune', 'City', 'Plaats']],
  ['date', ['Date de commande', 'Dernier achat', 'Order date', 'Bestelldatum']],
  ['order_number', ['N° commande', 'Numéro de facture', 'Order ID']],
  ['ean', ['EAN13', 'Code barre', 'GTIN', 'Barcode']],
  ['pet_chip', ['N° puce', 'Puce électronique', 'Microchip']],
]

describe('headers', () => {
  for (const [type, headers] of table) {
    test(`${type}`, () => {
      const wrong = headers.filter((header) => {
        return !headerCandidates(header).some((candidate) => candidate.type === type)
      })
      expect(wrong).toEqual([])
    })
  }

  test('an accent never costs a letter', () => {
    expect(headerWords('Prénom')).toBe('prenom')
    expect(headerWords('TÉLÉPHONE (n°)')).toBe('telephone n')
    expect(headerWords('codePostal')).toBe('code postal')
    expect(headerWords('Straße')).toBe('strasse')
  })

  test('what names a thing does not name a person', () => {
    const things = [
      'Bediener-Panel',
      'Customer portal',
      'Client type',
      'Prénom du personnage',
      'Counsel firm',
      'owner_team',
      'Nom du produit',
      'Nom de domaine',
      'SMS envoyés',
      'Nom de la ville',
      'N° série',
      'S/N',
      'Nombre de usuario',
      'Delivery note',
    ]
    const personal = new Set(['name', 'first_name', 'last_name', 'phone', 'email'])
    const wrong = things.filter((header) => {
      const first = headerCandidates(header)[0]
      return first !== undefined && personal.has(first.type)
    })
    expect(wrong).toEqual([])
  })
})

describe('the header’s line', () => {
  const data = [
    ['Martin', 'Zoé', '0639980001'],
    ['Durand', 'Luc', '0639980002'],
    ['Petit', 'Ana', '0639980003'],
  ]

  test('is the first when it is there, and none when it is not', () => {
    expect(findHeader([['Nom', 'Prénom', 'Tél'], ...data]).headerIndex).toBe(0)
    expect(findHeader(data)).toEqual({ headerIndex: null, titleLines: 0 })
  })

  test('stands below titles', () => {
    const rows = [
      ['Liste des clients', '', ''],
      ['Export du 12/03/2024', '', ''],
      ['Nom', 'Prénom', 'Tél'],
      ...data,
    ]
    expect(findHeader(rows)).toEqual({ headerIndex: 2, titleLines: 2 })
  })

  test('may have no known word over columns of numbers', () => {
    const rows = [
      ['colA', 'colB'],
      ['x', '0639980001'],
      ['y', '0639980002'],
      ['z', '0639980003'],
    ]
    expect(findHeader(rows).headerIndex).toBe(0)
  })
})
