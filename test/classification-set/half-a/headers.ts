// Half A: files composed by chance from headers as people write them, language by language.
import * as id from '../identity-numbers.ts'
import { type PeopleLanguage, peopleOf } from '../people.ts'
import { rngOf } from '../random.ts'
import { type Column, col, type Maker, type Template, type Writing } from '../template.ts'
import * as v from '../values.ts'

type Types = Column['types']
type Field = { types: Types; headers: readonly string[]; cells: readonly Maker[] }

const field = (types: Types, headers: string, ...cells: Maker[]): Field => {
  return { types, headers: headers.split('|'), cells }
}

const french: readonly Field[] = [
  field(
    ['last_name', 'name'],
    'Nom du contact|NOM|Nom de famille du patient|nom_client|Nom usuel|NomFamille|Nom (de naissance)|Nom adhérent|nom élève|Patronyme|NOM PATIENT|Nom du bénévole',
    v.last,
    v.upperLast,
  ),
  field(
    ['first_name'],
    'Prénom|PRENOM|prenom_1|Prénom usuel|Prénom du bénéficiaire|PrenomClient|prénom(s)|Prenom Elève|Prénom de naissance',
    v.first,
    v.plainFirst,
  ),
  field(
    ['name'],
    'Nom et prénom|Identité|NOM Prénom|Nom complet du client|Bénéficiaire|Titulaire|Participant|Élève|Salarié|Abonné|Locataire|Nom-Prénom|Prénom NOM|Adhérent(e)|Personne à prévenir|Responsable légal|Nom du médecin traitant|Conducteur|Employé|Contact client',
    v.firstLast,
    v.lastFirst,
    v.titled,
  ),
  field(
    ['phone'],
    'Tél|tel.|Téléphone|N° de téléphone|N° tél. portable|Tel port.|TEL_MOBILE|Portable 1|Numéro de portable|Mobile perso|GSM|Coordonnées téléphoniques|Tél. du responsable|Téléphone (mobile)|num_tel|Tél domicile|Numéro à contacter|Tel. urgence|portable_client|Contact téléphonique|TELEPHONE1|n°portable|telmobile',
    v.spacedMobile,
    v.mixedMobile,
    v.plusMobile,
    v.landline,
  ),
  field(
    ['email'],
    'E-mail|Mail|Courriel|Adresse e-mail|Adresse mail perso|MEL|mail_client|Email du parent|Adresse électronique|EMAIL1|E_MAIL|Mail de contact|Adresse courriel',
    v.email,
  ),
  field(
    ['postal_address'],
    'Adresse|Adresse postale|ADRESSE_1|N° et rue|Rue|Adresse du domicile|Adresse de livraison|adr1|Adresse ligne 1|N° voie et voie|Adresse complète',
    v.street,
    v.wholeAddress,
  ),
  field(
    ['birth_date'],
    'Date de naissance|Né(e) le|DDN|date_naissance|Date naiss.|DATE NAISSANCE ENFANT|Naissance|Anniversaire|D. naissance|dateNaissance',
    v.bornSlashed,
    v.bornIso,
    v.bornShort,
  ),
  field(
    ['nir'],
    'NIR|N° sécu|Numéro de sécurité sociale|N° SS|num_secu|NSS|Sécurité sociale|N° INSEE|NIR de l’assuré|No sécu.|Numéro INSEE',
    v.from(id.nir),
    v.from((rng, who) => id.spacedNir(id.nir(rng, who))),
  ),
  field(
    ['ine'],
    'INE|N° INE|Numéro INE|Identifiant national étudiant|ID national élève|INE (RNIE)|code_ine',
    v.from(id.ineRnie),
    v.from(id.ineBea),
    v.from(id.ineNne),
  ),
  field(
    ['passport'],
    'Passeport|N° de passeport|Numéro passeport|num_passeport',
    v.from((rng) => `${rng.digits(2)}${rng.letters(2)}${rng.digits(5)}`),
  ),
  field(
    ['id_card'],
    'CNI|N° CNI|Numéro de carte d’identité|Pièce d’identité|N° titre de séjour|Permis de conduire',
    v.from((rng) => rng.digits(12)),
  ),
  field(['tax_id'], 'Numéro fiscal|N° fiscal|SPI|Identifiant fiscal', v.from(id.spi)),
  field(
    ['iban', 'bank_account'],
    'IBAN|RIB|Compte bancaire|IBAN du bénéficiaire|Coordonnées bancaires|iban_client',
    v.from(id.frenchIban),
    v.from((rng) => id.inFours(id.frenchIban(rng))),
  ),
  field(
    ['credit_card'],
    'N° carte bancaire|CB|Carte bleue|Numéro de CB|num_carte',
    v.from(id.card),
    v.from((rng) => id.inFours(id.card(rng))),
  ),
  field(
    ['health'],
    'Pathologie|Antécédents médicaux|Traitement en cours|Allergies connues|Groupe sanguin|Handicap|ALD|Motif de consultation|Diagnostic|Maladie chronique|Régime alimentaire|Statut vaccinal|Reconnaissance RQTH|Suivi psy|Observations médicales|Code CIM-10|Médicaments|Arrêt maladie (motif)|Grossesse|Problème de santé|PAI (O/N)',
    v.oneOf('oui', 'non', ''),
    v.oneOf('diabète', 'asthme', 'RAS', 'hypertension', ''),
  ),
  field(
    ['religion'],
    'Religion|Confession|Culte pratiqué|Appartenance religieuse|Convictions religieuses',
    v.oneOf('catholique', 'musulmane', 'sans', ''),
  ),
  field(
    ['trade_union'],
    'Syndicat|Appartenance syndicale|Syndiqué (O/N)|Adhésion syndicale',
    v.oneOf('CGT', 'CFDT', '', 'non'),
  ),
  field(
    ['political_opinion'],
    'Opinion politique|Parti politique|Sensibilité politique|Affiliation politique|Intention de vote',
    v.oneOf('gauche', 'droite', 'écologiste', ''),
  ),
  field(
    ['ethnic_origin'],
    'Origine ethnique|Ethnie|Appartenance ethnique',
    v.oneOf('A', 'B', 'non renseigné'),
  ),
  field(
    ['sexual_orientation'],
    'Orientation sexuelle|Vie sexuelle|Identité de genre',
    v.oneOf('hétéro', 'homo', 'nsp'),
  ),
  field(
    ['criminal_record'],
    'Casier judiciaire|Condamnations|Antécédents judiciaires|Infractions pénales|Extrait B3',
    v.oneOf('néant', 'oui', 'vierge'),
  ),
  field(['ip_address'], 'Adresse IP|IP|ip_inscription|IP de connexion', v.ip),
  field(
    ['licence_plate'],
    'Immatriculation|Plaque|N° immatriculation|Immat. véhicule|plaque_immat',
    v.plate,
  ),
  field(
    ['username'],
    'Pseudo|Identifiant de connexion|Login|Nom d’utilisateur|Pseudo Discord',
    v.username,
  ),
  field(['postal_code'], 'CP|Code postal|code_postal|C.P.|CodePostal', v.postcode),
  field(['city'], 'Ville|Commune|Localité|Lieu de naissance|ville_residence', v.city),
  field(['civility'], 'Civilité|Civ.|Titre de civilité', v.civility),
  field(['gender'], 'Sexe|Genre|Sexe de l’enfant', v.sex),
  field(
    ['date', 'time'],
    'Date d’adhésion|Créé le|Dernier achat|Date de commande|Date RDV|Dernière connexion|Date de fin de contrat',
    v.recentSlashed,
    v.recentStamp,
  ),
  field(
    ['amount', 'number', 'quantity'],
    'Montant TTC|CA annuel|Solde|Panier moyen|Cotisation payée|Prix (€)',
    v.amount,
    v.euros,
  ),
  field(
    ['order_number', 'reference', 'identifier', 'code'],
    'N° commande|Réf. dossier|N° de facture|Numéro client|Code adhérent|ID',
    v.orderNumber,
    v.from((rng) => `C${rng.digits(6)}`),
  ),
  field(
    ['company'],
    'Société|Entreprise|Employeur|Raison sociale|Nom de l’entreprise|Établissement',
    v.company,
  ),
  field(
    ['consent', 'boolean'],
    'Opt-in|Accepte les SMS|RGPD|Consentement SMS|optin_sms|J’accepte de recevoir des offres',
    v.yesNo,
  ),
  field(['free_text'], 'Commentaires|Remarques|Observations|Notes internes|Divers', v.remark),
]

const english: readonly Field[] = [
  field(
    ['first_name'],
    'First Name|firstname|Given name(s)|Forename|first_name|FIRSTNAME|Preferred first name',
    v.first,
  ),
  field(
    ['last_name', 'name'],
    'Last name|Surname|family_name|LastName|SURNAME|Customer surname',
    v.last,
  ),
  field(
    ['name'],
    'Full Name|Customer Name|Patient|Member|Attendee name|Name of child|Emergency contact|Tenant|Next of kin|Student|Account holder',
    v.firstLast,
    v.lastCommaFirst,
  ),
  field(
    ['phone'],
    'Mobile|Phone number|Cell|Contact number|Tel no.|Home phone|Mobile (UK)|phone_1|Daytime tel|Parent mobile|WhatsApp',
    v.britishMobile,
  ),
  field(['email'], 'Email|E-mail address|email_addr|Contact email|Work email', v.email),
  field(
    ['postal_address'],
    'Address|Address line 1|Street address|Home address|Billing address',
    v.street,
  ),
  field(['birth_date'], 'DOB|Date of birth|Birth date|D.O.B.|Birthday', v.bornIso, v.bornSlashed),
  field(['national_id'], 'National Insurance number|NI No.|NINO', v.from(id.nino)),
  field(['health_insurance_id'], 'NHS number|NHS No', v.from(id.nhs)),
  field(
    ['passport'],
    'Passport number|Passport No.',
    v.from((rng) => rng.digits(9)),
  ),
  field(
    ['health'],
    'Medical conditions|Allergies|Disability|Medication|Diagnosis|Dietary requirements|Health issues|SEN|Blood group|Vaccination status|Reason for visit',
    v.oneOf('none', 'asthma', 'yes', 'no', ''),
  ),
  field(['religion'], 'Religion|Faith|Religious belief', v.oneOf('Christian', 'Muslim', 'None')),
  field(
    ['ethnic_origin'],
    'Ethnicity|Ethnic origin|Ethnic group',
    v.oneOf('White', 'Asian', 'Black'),
  ),
  field(['sexual_orientation'], 'Sexual orientation|Sexuality', v.oneOf('straight', 'gay', 'pnts')),
  field(
    ['criminal_record'],
    'Criminal convictions|Criminal record|Unspent convictions',
    v.oneOf('no', 'yes'),
  ),
  field(['trade_union'], 'Trade union|Union membership', v.oneOf('Unite', 'Unison', 'none')),
  field(['political_opinion'], 'Political party|Political opinion', v.oneOf('Labour', 'Green', '')),
  field(['iban', 'bank_account'], 'IBAN|Bank account', v.from(id.germanIban)),
  field(['postal_code'], 'Postcode|Post code|ZIP', v.britishPostcode),
  field(['city'], 'Town|City|Town/City', v.city),
  field(['amount', 'number'], 'Total spent|Balance|Amount paid (GBP)', v.dotAmount),
  field(
    ['consent', 'boolean'],
    'SMS opt-in|Marketing consent|Accepts marketing',
    v.oneOf('Y', 'N'),
  ),
  field(
    ['company'],
    'Company|Employer|Organisation',
    v.from((_, who) => `${who.last} Ltd`),
  ),
]

const german: readonly Field[] = [
  field(['first_name'], 'Vorname|Rufname|Vorname(n)|Vorname des Kindes', v.first),
  field(['last_name', 'name'], 'Nachname|Familienname|Name|Zuname|Nachname Kunde', v.last),
  field(
    ['name'],
    'Vor- und Nachname|Name, Vorname|Patient|Kunde|Ansprechpartner|Patientenname|Mitglied',
    v.firstLast,
    v.lastCommaFirst,
  ),
  field(
    ['phone'],
    'Telefon|Handynummer|Mobil|Tel.-Nr.|Mobilnummer|Rufnummer|Notfallnummer|Telefon privat',
    v.germanMobile,
    v.germanPlusMobile,
  ),
  field(['email'], 'E-Mail|E-Mail-Adresse|Email privat|Mailadresse', v.email),
  field(['postal_address'], 'Straße|Anschrift|Straße und Hausnummer|Adresse|Straße/Nr.', v.street),
  field(['birth_date'], 'Geburtsdatum|geb. am|Geb.-Dat.|Geburtstag', v.bornDotted),
  field(['tax_id'], 'Steuer-ID|Steueridentifikationsnummer|IdNr.', v.from(id.germanTaxId)),
  field(
    ['health'],
    'Diagnose|Krankheiten|Allergien|Behinderung|Medikamente|Vorerkrankungen|Impfstatus|Pflegegrad|Blutgruppe',
    v.oneOf('keine', 'Asthma', 'ja', ''),
  ),
  field(['religion'], 'Konfession|Religion|Religionszugehörigkeit', v.oneOf('ev', 'rk', 'ohne')),
  field(
    ['trade_union'],
    'Gewerkschaft|Gewerkschaftsmitglied',
    v.oneOf('ver.di', 'nein', 'IG Metall'),
  ),
  field(['criminal_record'], 'Vorstrafen|Führungszeugnis', v.oneOf('keine', 'ja')),
  field(['iban', 'bank_account'], 'IBAN|Bankverbindung', v.from(id.germanIban)),
  field(['postal_code'], 'PLZ|Postleitzahl', v.germanPostcode),
  field(['city'], 'Ort|Wohnort|Stadt', v.city),
  field(['consent', 'boolean'], 'Einwilligung|Newsletter|Werbung erlaubt', v.oneOf('ja', 'nein')),
]

const spanish: readonly Field[] = [
  field(['first_name'], 'Nombre|Nombre de pila|NOMBRE', v.first),
  field(['last_name'], 'Apellidos|Primer apellido|APELLIDOS', v.last),
  field(
    ['name'],
    'Nombre y apellidos|Nombre completo|Paciente|Alumno/a|Titular',
    v.firstLast,
    v.lastCommaFirst,
  ),
  field(
    ['phone'],
    'Teléfono|Móvil|Tfno.|Teléfono de contacto|Nº móvil|Tel. padre',
    v.spanishMobile,
  ),
  field(['email'], 'Correo electrónico|E-mail|Correo', v.email),
  field(['postal_address'], 'Dirección|Domicilio|Calle y número', v.street),
  field(['birth_date'], 'Fecha de nacimiento|F. Nacimiento|Fecha nac.', v.bornSlashed),
  field(
    ['national_id', 'tax_id'],
    'DNI|DNI/NIE|NIF|Nº DNI|Documento de identidad',
    v.from(id.spanishDni),
  ),
  field(
    ['health'],
    'Enfermedades|Alergias|Discapacidad|Diagnóstico|Medicación|Tratamiento médico|Grupo sanguíneo',
    v.oneOf('ninguna', 'asma', 'sí', ''),
  ),
  field(['religion'], 'Religión|Creencias religiosas', v.oneOf('católica', 'ninguna')),
  field(['trade_union'], 'Sindicato|Afiliación sindical', v.oneOf('CCOO', 'UGT', '')),
  field(['city'], 'Ciudad|Población|Municipio', v.city),
]

const italian: readonly Field[] = [
  field(['first_name'], 'Nome|NOME', v.first),
  field(['last_name'], 'Cognome|COGNOME', v.last),
  field(
    ['name'],
    'Nome e cognome|Nominativo|Paziente|Intestatario|Cliente',
    v.firstLast,
    v.lastFirst,
  ),
  field(['phone'], 'Cellulare|Telefono|Recapito telefonico|Cell.|N. di telefono', v.italianMobile),
  field(['email'], 'E-mail|Indirizzo e-mail|Posta elettronica', v.email),
  field(['postal_address'], 'Indirizzo|Indirizzo di residenza|Via', v.street),
  field(['birth_date'], 'Data di nascita|Nato/a il|Data nascita', v.bornSlashed),
  field(['tax_id', 'national_id'], 'Codice fiscale|C.F.|Cod. Fiscale', v.from(id.codiceFiscale)),
  field(
    ['health'],
    'Patologie|Allergie|Disabilità|Diagnosi|Terapia in corso|Gruppo sanguigno',
    v.oneOf('nessuna', 'asma', 'sì'),
  ),
  field(['religion'], 'Religione|Credo religioso', v.oneOf('cattolica', 'nessuna')),
  field(['city'], 'Città|Comune di residenza|Comune', v.city),
]

const dutch: readonly Field[] = [
  field(['first_name'], 'Voornaam|Roepnaam|Voornamen', v.first),
  field(['last_name'], 'Achternaam|Familienaam', v.last),
  field(['name'], 'Naam|Volledige naam|Naam patiënt|Contactpersoon|Cliëntnaam', v.firstLast),
  field(['phone'], 'Telefoonnummer|Mobiel|GSM-nummer|06-nummer|Tel. mobiel', v.dutchMobile),
  field(['email'], 'E-mailadres|E-mail|Mailadres', v.email),
  field(['postal_address'], 'Adres|Straat en huisnummer|Straat + nr.', v.street),
  field(['birth_date'], 'Geboortedatum|Geb. datum', v.bornIso, v.bornDotted),
  field(['national_id'], 'BSN|Burgerservicenummer|BSN-nummer', v.from(id.dutchBsn)),
  field(
    ['health'],
    'Allergieën|Medicatie|Diagnose|Ziekte|Handicap|Dieetwensen',
    v.oneOf('geen', 'astma', 'ja'),
  ),
  field(['religion'], 'Religie|Geloof|Geloofsovertuiging', v.oneOf('rk', 'geen')),
  field(['postal_code'], 'Postcode', v.dutchPostcode),
  field(['city'], 'Woonplaats|Plaats', v.city),
]

const pools: Readonly<Record<Exclude<PeopleLanguage, 'world'>, readonly Field[]>> = {
  fr: french,
  en: english,
  de: german,
  es: spanish,
  it: italian,
  nl: dutch,
}

const ways: readonly Partial<Writing>[] = [
  {},
  { delimiter: ',' },
  { delimiter: '\t', encoding: 'utf-16le' },
  { encoding: 'windows-1252' },
  { format: 'xlsx' },
  { encoding: 'utf-8-bom', newline: '\r\n' },
  { delimiter: '|', quoteAll: true },
]

/** Every header of a language stands in one file or another, among five to nine columns. */
function composed(language: Exclude<PeopleLanguage, 'world'>, count: number): Template[] {
  const rng = rngOf(`composed ${language}`)
  const all = pools[language].flatMap((one) =>
    one.headers.map((header) => ({ header, one, order: rng.next() })),
  )
  const queue = all.sort((a, b) => a.order - b.order)
  return Array.from({ length: count }, (_, index) => {
    const width = Math.ceil(queue.length / count)
    const columns: Column[] = []
    for (const { header, one } of queue.slice(index * width, (index + 1) * width)) {
      const cell = rng.pick(one.cells)
      columns.push(col(header, one.types, rng.chance(0.3) ? v.sparse(0.7, cell) : cell))
    }
    return {
      id: `a-composed-${language}-${index + 1}`,
      people: peopleOf(language, language, language, 'world'),
      columns,
      writings: [{ ...rng.pick(ways), rows: 40 }],
    }
  })
}

export const headers: readonly Template[] = [
  ...composed('fr', 26),
  ...composed('en', 10),
  ...composed('de', 8),
  ...composed('es', 5),
  ...composed('it', 4),
  ...composed('nl', 4),
]
