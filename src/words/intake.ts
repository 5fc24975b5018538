// Sentences of intake: its errors, why rows are rejected or held back, what a screen says of a file.
import type { Language } from '../kernel/index.ts'
import { bilingual } from './sentences.ts'

export const intakeWords = bilingual({
  fr: {
    'intake.import_not_found': 'Il n’y a pas d’import à cette adresse.',
    'intake.file_empty': 'Le fichier est vide.',
    'intake.file_without_records':
      'Le fichier n’a aucune ligne de contact sous son en-tête. Vérifiez la feuille ou l’export.',
    'intake.no_line_readable':
      'Aucune ligne de ce fichier ne se lit comme un contact : la ligne {line} est trop longue, ou a un guillemet jamais fermé. Exportez-le de nouveau en CSV, un contact par ligne.',
    'intake.file_kind_unknown':
      'Ce fichier n’est ni un CSV ni un XLSX. Exportez-le en CSV ou en XLSX, puis réessayez.',
    'intake.file_old_excel':
      'C’est un ancien fichier Excel (.xls). Enregistrez-le en .xlsx ou en CSV, puis réessayez.',
    'intake.file_too_large':
      'Le fichier dépasse {megabytesMax} Mo. Coupez-le en plusieurs fichiers.',
    'intake.xlsx_cut':
      'Le fichier XLSX est incomplet : sa fin manque. Téléchargez-le ou exportez-le de nouveau.',
    'intake.xlsx_damaged':
      'Le fichier XLSX est abîmé ({part}). Ouvrez-le dans un tableur et enregistrez-le de nouveau.',
    'intake.xlsx_too_large':
      'Le fichier XLSX est trop grand une fois déplié. Enregistrez-le en CSV, puis réessayez.',
    'intake.xlsx_locked':
      'Le fichier XLSX est protégé par un mot de passe. Enregistrez-le sans mot de passe.',
    'intake.sheet_not_found':
      'Il n’y a pas de feuille « {sheet} ». Feuilles du fichier : {sheets}.',
    'intake.file_not_found': 'Fichier introuvable : {path}.',
    'intake.file_unreadable': 'Le fichier ne peut pas être lu ({reason}).',
    'intake.file_gone':
      'Le fichier de cet import a été supprimé (24 heures au plus). Envoyez-le de nouveau.',
    'intake.disk_full':
      'Le disque du serveur est plein : le fichier n’a pas été gardé. Libérez de la place, puis renvoyez-le.',
    'intake.not_ready_for_mapping':
      'Cet import est à l’état « {state} » : on ne peut lui donner de correspondance qu’après l’analyse.',
    'intake.mapping_without_number': 'Indiquez quelle colonne contient le numéro de mobile.',
    'intake.mapping_field_twice': 'Le champ « {field} » est donné à deux colonnes : gardez-en une.',
    'intake.mapping_column_unknown': 'Le fichier n’a pas de colonne {index}.',
    'intake.mapping_type_unknown':
      'Il n’y a pas de type de donnée « {type} ». Les types sont à GET /v1/column-types.',
    'intake.mapping_column_never_kept':
      'La colonne {index} contient une donnée qui n’est jamais conservée ({type}). Retirez-la.',
    'intake.mapping_column_needs_legal_basis':
      'La colonne {index} contient une donnée sensible ({type}) sans fondement enregistré. Retirez-la, ou faites-la entrer sur un fondement en vigueur.',
    'intake.mapping_column_not_sensitive':
      'La colonne {index} n’est pas d’une donnée sensible, ou est prise deux fois : elle n’entre pas sur un fondement.',
    'intake.mapping_column_says_no':
      'La colonne {index} dit non : qui y répond oui refuse. Donnez-la pour une opposition. Si elle dit pourtant l’accord, corrigez son type en « consentement » (consent) et dites comment vous le savez : c’est enregistré avec votre nom.',
    'intake.mapping_column_of_something_else':
      'La colonne {index} parle d’autre chose que du SMS : elle ne vaut pas accord. Retirez-la. Si elle dit pourtant l’accord au SMS, corrigez son type en « consentement » (consent) et dites comment vous le savez : c’est enregistré avec votre nom.',
    'intake.consent_wording_unusable':
      'Ce texte de consentement n’est pas publié ou ne nomme pas le SMS. Choisissez-en un autre.',
    'intake.consent_date_unreadable': 'Cette date ne se lit pas : écrivez-la AAAA-MM-JJ.',
    'intake.quarantine_said_no':
      'Ces personnes ont dit non, ou n’ont pas clairement dit oui : une déclaration n’y change rien.',
    'intake.consent_date_in_future': 'La date du consentement est dans l’avenir. Corrigez-la.',
    'intake.nothing_to_undo':
      'Cet import est à l’état « {state} » : il n’y a rien à annuler, ou pas encore.',
    'intake.no_rejects':
      'Cet import n’a pas de lignes rejetées à télécharger (ou elles sont expirées).',
    'intake.import_running': 'Cet import est en cours : attendez sa fin.',
    'intake.given_up':
      'L’import s’est arrêté plusieurs fois de suite et n’a pas été repris. Ce qui était entré est gardé ; envoyez de nouveau le fichier : personne ne sera en double.',
    'intake.file_crashed':
      'La lecture de ce fichier s’est arrêtée net deux fois de suite : il demande plus de mémoire ou de temps qu’un fichier n’en reçoit. Il n’est plus lu. Ce qui était entré est gardé. Enregistrez-le de nouveau depuis votre tableur, ou coupez-le en plusieurs fichiers, puis renvoyez-le : personne ne sera en double.',
    'intake.too_many_columns':
      'La ligne {line} a plus de {columnsMax} colonnes. Gardez dans l’export les colonnes utiles, puis renvoyez le fichier.',
    'intake.uploads_held':
      'Ce compte a déjà {files} fichiers en attente, de {megabytes} Mo en tout, ce qui est la limite. Confirmez leurs colonnes, ou attendez leur suppression (24 heures au plus).',
    'intake.undo_given_up':
      'L’annulation s’est arrêtée plusieurs fois de suite. Annulez de nouveau : elle reprend où elle en était.',
    'intake.interrupted': 'L’import a été interrompu. Relancez-le : rien ne sera en double.',
  },
  en: {
    'intake.import_not_found': 'There is no import at this address.',
    'intake.file_empty': 'The file is empty.',
    'intake.file_without_records':
      'The file has no contact below its header. Check the sheet or the export.',
    'intake.no_line_readable':
      'No line of this file reads as a contact: line {line} is too long, or has a quote that never closes. Export it again as CSV, one contact a line.',
    'intake.file_kind_unknown':
      'This file is neither CSV nor XLSX. Export it as CSV or XLSX, then try again.',
    'intake.file_old_excel':
      'This is an old Excel file (.xls). Save it as .xlsx or CSV, then try again.',
    'intake.file_too_large': 'The file is larger than {megabytesMax} MB. Split it into several.',
    'intake.xlsx_cut': 'The XLSX file is cut: its end is missing. Download or export it again.',
    'intake.xlsx_damaged':
      'The XLSX file is damaged ({part}). Open it in a spreadsheet and save it again.',
    'intake.xlsx_too_large':
      'The XLSX file is too large once unpacked. Save it as CSV, then try again.',
    'intake.xlsx_locked':
      'The XLSX file is protected by a password. Save it without a password, then try again.',
    'intake.sheet_not_found': 'There is no sheet “{sheet}”. Sheets of the file: {sheets}.',
    'intake.file_not_found': 'There is no file at {path}.',
    'intake.file_unreadable': 'The file cannot be read ({reason}).',
    'intake.file_gone':
      'The file of this import has been deleted (24 hours at most). Send it again.',
    'intake.disk_full':
      'The server’s disk is full: the file was not kept. Make room, then send it again.',
    'intake.not_ready_for_mapping':
      'This import is in the state “{state}”: it takes a mapping only after its analysis.',
    'intake.mapping_without_number': 'Say which column holds the mobile number.',
    'intake.mapping_field_twice': 'The field “{field}” is given to two columns: keep one.',
    'intake.mapping_column_unknown': 'The file has no column {index}.',
    'intake.mapping_type_unknown':
      'There is no type of data “{type}”. The types are at GET /v1/column-types.',
    'intake.mapping_column_never_kept':
      'Column {index} holds data that is never kept ({type}). Leave it out.',
    'intake.mapping_column_needs_legal_basis':
      'Column {index} holds sensitive data ({type}) without a recorded legal basis. Leave it out, or let it in on a legal basis in force.',
    'intake.mapping_column_not_sensitive':
      'Column {index} holds no sensitive data, or is taken twice: it does not go in on a legal basis.',
    'intake.mapping_column_says_no':
      'Column {index} says no: whoever answers yes there refuses. Map it as an objection. If it tells consent all the same, overrule its type as “consent” and say how you know: that is recorded with your name.',
    'intake.mapping_column_of_something_else':
      'Column {index} is about something other than SMS: it is no consent. Leave it out. If it tells consent to SMS all the same, overrule its type as “consent” and say how you know: that is recorded with your name.',
    'intake.consent_wording_unusable':
      'This wording is not published or does not name SMS. Choose another.',
    'intake.consent_date_unreadable': 'This date cannot be read: write it YYYY-MM-DD.',
    'intake.quarantine_said_no':
      'These people said no, or did not clearly say yes: a declaration does not change that.',
    'intake.consent_date_in_future': 'The date of consent lies in the future. Correct it.',
    'intake.nothing_to_undo':
      'This import is in the state “{state}”: there is nothing to take back, or not yet.',
    'intake.no_rejects': 'This import has no rejected rows to download (or they have expired).',
    'intake.import_running': 'This import is running: wait for its end.',
    'intake.given_up':
      'The import stopped several times in a row and was not taken up again. What had gone in is kept; send the file again: nobody will be there twice.',
    'intake.file_crashed':
      'The reading of this file ended abruptly twice in a row: it takes more memory or time than one file is given. It is not read any more. What had gone in is kept. Save it again from your spreadsheet, or split it into several files, then send it again: nobody will be there twice.',
    'intake.too_many_columns':
      'Line {line} has more than {columnsMax} columns. Keep the columns that you need in the export, then send the file again.',
    'intake.uploads_held':
      'This account has {files} files waiting, {megabytes} MB together, which is the limit. Confirm their columns, or wait until they are deleted (24 hours at most).',
    'intake.undo_given_up':
      'The taking back stopped several times in a row. Take the import back again: it goes on from where it stood.',
    'intake.interrupted': 'The import was interrupted. Run it again: nothing will be there twice.',
  },
})

/** Why a row did not go in. */
export const rejectionWords = bilingual({
  fr: {
    row_unreadable: 'Ligne illisible (trop longue, trop de colonnes, ou guillemet jamais fermé).',
    number_empty: 'Pas de numéro.',
    number_two_numbers: 'Deux numéros dans la même case : gardez-en un.',
    number_lost_digits: 'Le tableur a perdu des chiffres (6,4E+08) : refaites l’export.',
    number_letter_for_digit: 'Une lettre est à la place d’un chiffre (un O pour un 0).',
    number_words_beside_number: 'Des mots ou un poste accompagnent le numéro dans sa cellule.',
    number_not_a_number: 'Ce n’est pas un numéro de téléphone.',
    number_emergency_number: 'Numéro d’urgence.',
    number_short_code: 'Numéro court.',
    number_placeholder: 'Numéro de remplissage (0000000000, 0612345678…).',
    number_unallocated: 'Numéro d’une tranche qui n’est pas attribuée.',
    number_wrong_overseas_prefix: 'Numéro d’outre-mer écrit avec +33 : à confirmer.',
    number_lost_zero: 'Le 0 du début manque (tableur) : à confirmer.',
    number_unknown_country: 'Indicatif de pays inconnu.',
    number_too_short: 'Numéro trop court.',
    number_too_long: 'Numéro trop long.',
    number_not_valid: 'Numéro non valable dans son pays.',
    number_m2m: 'Numéro d’une machine (M2M), pas d’une personne.',
    number_platform_number: 'Numéro d’une plateforme technique, pas d’une personne.',
    number_premium_number: 'Numéro surtaxé.',
    number_service_number: 'Numéro de service.',
    number_landline: 'Ligne fixe : elle ne reçoit pas de SMS d’ici.',
    number_voip: 'Numéro VoIP : il ne reçoit pas de SMS d’ici.',
    number_fiction: 'Numéro réservé aux films et aux exemples (compte d’essai seulement).',
  },
  en: {
    row_unreadable:
      'The line cannot be read (too long, too many columns, or a quote that never closes).',
    number_empty: 'No number.',
    number_two_numbers: 'Two numbers in one cell: keep one.',
    number_lost_digits: 'The spreadsheet lost digits (6.4E+08): export it again.',
    number_letter_for_digit: 'A letter stands where a digit should be (an O for a 0).',
    number_words_beside_number: 'Words or an extension stand beside the number in its cell.',
    number_not_a_number: 'This is not a telephone number.',
    number_emergency_number: 'Emergency number.',
    number_short_code: 'Short code.',
    number_placeholder: 'Filler number (0000000000, 0612345678…).',
    number_unallocated: 'A number of a range that is not allocated.',
    number_wrong_overseas_prefix: 'An overseas number written with +33: to be confirmed.',
    number_lost_zero: 'The leading 0 is missing (spreadsheet): to be confirmed.',
    number_unknown_country: 'Unknown country code.',
    number_too_short: 'The number is too short.',
    number_too_long: 'The number is too long.',
    number_not_valid: 'Not a valid number in its country.',
    number_m2m: 'A machine’s number (M2M), not a person’s.',
    number_platform_number: 'A technical platform’s number, not a person’s.',
    number_premium_number: 'Premium-rate number.',
    number_service_number: 'Service number.',
    number_landline: 'Landline: it gets no SMS from here.',
    number_voip: 'VoIP number: it gets no SMS from here.',
    number_fiction: 'A number reserved for films and examples (sandbox accounts only).',
  },
})

/** Why a row went in and gets no marketing. */
export const quarantineWords = bilingual({
  fr: {
    consent_not_given: 'Le fichier dit que la personne n’a pas consenti.',
    consent_answer_unclear: 'La réponse du fichier n’est ni oui ni non.',
    consent_date_unreadable: 'La date du consentement ne se lit pas.',
    consent_date_in_future: 'La date du consentement est dans l’avenir.',
    consent_without_date: 'Consentement sans date.',
    consent_without_source: 'Consentement sans source : où l’a-t-on demandé ?',
    consent_without_wording: 'Consentement sans texte : qu’a lu la personne ?',
    consent_wording_unknown: 'Le texte du fichier n’est pas un texte publié qui nomme le SMS.',
    consent_older_than_no: 'Un fichier dit non de cette personne, après ce oui.',
    consent_refused_by_ledger: 'Le registre a refusé ce consentement.',
    no_proof_of_consent: 'Rien ne prouve le consentement.',
    import_undone: 'L’import qui apportait la preuve a été annulé.',
  },
  en: {
    consent_not_given: 'The file says that the person did not consent.',
    consent_answer_unclear: 'The file’s answer is neither yes nor no.',
    consent_date_unreadable: 'The date of consent cannot be read.',
    consent_date_in_future: 'The date of consent lies in the future.',
    consent_without_date: 'Consent without a date.',
    consent_without_source: 'Consent without a source: where was it asked?',
    consent_without_wording: 'Consent without a wording: what did the person read?',
    consent_wording_unknown: 'The file’s text is not a published wording that names SMS.',
    consent_older_than_no: 'A file says no of this person, after this yes.',
    consent_refused_by_ledger: 'The ledger refused this consent.',
    no_proof_of_consent: 'Nothing proves consent.',
    import_undone: 'The import that brought the proof was taken back.',
  },
})

/**
 * What to do about people in quarantine. A message that asks for consent to advertising is itself
 * advertising (R-108; CPCE L. 34-5): so it is not sent by SMS to whoever is not proven.
 */
export const quarantineNextWords = bilingual({
  fr: {
    objected: 'La personne s’est opposée à la publicité.',
    ask: 'Demander de nouveau, là où c’est permis : en caisse, sur papier, au téléphone quand la personne appelle, ou par le lien d’un formulaire affiché sur votre site, vos reçus et vos affiches. Jamais par SMS : un message qui demande l’accord pour de la publicité est déjà de la publicité. Par e-mail, seulement à qui a accepté vos e-mails.',
    ask_not:
      'Ne pas redemander : la personne a dit non, ou n’a pas clairement dit oui. Elle peut s’inscrire d’elle-même sur un formulaire.',
    prove:
      'Prouver : si vous avez la trace du oui (carte signée, registre, table de l’ancienne plateforme), indiquez le texte lu, le jour et l’endroit ; chaque consentement est inscrit comme déclaré par vous. Si les jours diffèrent, réimportez le fichier avec une colonne de dates.',
    prove_not: 'Rien à prouver : une déclaration ne remplace pas la réponse de la personne.',
    delete:
      'Supprimer : les contacts partent avec leurs clés. S’ils reçoivent des alertes, gardez-les : la quarantaine ne bloque que la publicité. Les oppositions restent.',
  },
  en: {
    objected: 'The person objected to advertising.',
    ask: 'Ask again where it is lawful: at the till, on paper, by telephone when the person calls, or by the link of a form shown on your site, your receipts and your posters. Never by SMS: a message that asks for consent to advertising is itself advertising. By e-mail only to those who agreed to your e-mails.',
    ask_not:
      'Do not ask again: the person said no, or did not clearly say yes. They may sign up on a form by themselves.',
    prove:
      'Prove: if you hold the trace of the yes (a signed card, a register, a table of the old platform), say the wording read, the day and the place; each consent is recorded as declared by you. Where the days differ, import the file again with a column of dates.',
    prove_not: 'Nothing to prove: a declaration does not replace the person’s answer.',
    delete:
      'Delete: the contacts go with their keys. If they receive alerts, keep them: quarantine stops advertising only. Objections stay.',
  },
})

/** Why somebody is held back; a code that is not known is at least an absence of proof. */
export function quarantineSentence(language: Language, reason: string): string {
  if (reason === 'objected') return quarantineNextWords[language].objected
  const known: Readonly<Record<string, string>> = quarantineWords[language]
  return known[reason] ?? quarantineWords[language].no_proof_of_consent
}

/** Why a cell of a sensitive column was left out. */
export const sensitiveLeftWords = bilingual({
  fr: {
    legal_basis_ended: 'Le fondement a pris fin avant que la ligne n’entre.',
    no_consent_on_wording:
      'La personne n’a pas accepté, ou n’accepte plus, les mots sur lesquels repose le fondement.',
  },
  en: {
    legal_basis_ended: 'The legal basis ended before the row went in.',
    no_consent_on_wording:
      'The person has not agreed, or agrees no more, to the words that the legal basis rests on.',
  },
})

/** Why a column was left out. */
export const dropWords = bilingual({
  fr: {
    not_mapped: 'Non demandée : elle n’a pas été conservée.',
    never_kept: 'Jamais conservée ici ({type}).',
    needs_legal_basis: 'Donnée sensible ({type}) sans fondement enregistré : non conservée.',
    reject_reason_column: 'Raison du rejet',
  },
  en: {
    not_mapped: 'Not asked for: it was not kept.',
    never_kept: 'Never kept here ({type}).',
    needs_legal_basis: 'Sensitive data ({type}) without a recorded legal basis: not kept.',
    reject_reason_column: 'Reason for rejection',
  },
})

export const analysisWords = bilingual({
  fr: {
    special_beside_number:
      'Le fichier met une donnée sensible à côté d’un moyen de joindre la personne : sans fondement en vigueur, ces colonnes n’entrent pas.',
    financial_columns: 'Le fichier contient des données bancaires : elles n’entreront pas.',
    identity_columns:
      'Le fichier contient des numéros d’identité (NIR, INE…) : ils n’entreront pas.',
    no_number_column: 'Aucune colonne ne contient sûrement des numéros de mobile : choisissez-la.',
    several_number_columns: 'Plusieurs colonnes contiennent des numéros : choisissez-en une.',
    empty_rows: 'Lignes vides, comptées non personnelles et jamais importées : {count}.',
    unreadable_rows: 'Lignes qui ne se lisent pas et sont laissées de côté : {count}.',
    cut_cells:
      'Lignes dont une cellule dépasse {charactersMax} caractères et n’a pas été lue au-delà : {count}, la première est la ligne {line}.',
    lost_zeros: 'Des numéros ont perdu leur 0 dans un tableur : dites s’il faut le remettre.',
  },
  en: {
    special_beside_number:
      'The file puts sensitive data beside a way to reach the person: without a legal basis in force those columns do not go in.',
    financial_columns: 'The file holds bank data: they will not go in.',
    identity_columns: 'The file holds identity numbers (NIR, INE…): they will not go in.',
    no_number_column: 'No column surely holds mobile numbers: choose it.',
    several_number_columns: 'Several columns hold numbers: choose one.',
    empty_rows: 'Empty rows, counted as not personal and never imported: {count}.',
    unreadable_rows: 'Lines that cannot be read and are left out: {count}.',
    cut_cells:
      'Rows with a cell longer than {charactersMax} characters, the rest of which was not read: {count}, the first is line {line}.',
    lost_zeros: 'Some numbers lost their 0 in a spreadsheet: say whether to put it back.',
  },
})

/** What `accord classify` prints for people. */
export const classifyWords = bilingual({
  fr: {
    usage: 'Usage : accord classify FICHIER [--json] [--sheet NOM] [--lang fr|en]',
    summary: 'Dit quelles données d’un fichier sont personnelles, et pourquoi',
    column: 'Colonne',
    class: 'Classe',
    type: 'Type',
    evidence: 'Indices',
    unnamed: '(colonne {number})',
    records:
      '{rows} fiches : {S} personnelles à elles seules (S), {C} par recoupement (C), {N} non (N).',
    empty: 'Dont lignes vides, qui ne disent rien de personne : {count}.',
    unreadable:
      'Lignes illisibles (trop longues, trop de colonnes, ou guillemet jamais fermé), laissées de côté : {count}, la première est la ligne {line}. Corrigez-les dans le fichier, puis réessayez.',
    cut: 'Lignes dont une cellule dépasse {charactersMax} caractères et n’a pas été lue au-delà : {count}, la première est la ligne {line}.',
    read_as: 'Lu comme : {what}',
    no_header: 'sans en-tête',
  },
  en: {
    usage: 'Usage: accord classify FILE [--json] [--sheet NAME] [--lang fr|en]',
    summary: 'Say which data of a file are personal, and why',
    column: 'Column',
    class: 'Class',
    type: 'Type',
    evidence: 'Evidence',
    unnamed: '(column {number})',
    records: '{rows} records: {S} personal by themselves (S), {C} by combination (C), {N} not (N).',
    empty: 'Of these, empty rows, which say nothing of anybody: {count}.',
    unreadable:
      'Lines that cannot be read (too long, too many columns, or a quote that never closes), left out: {count}, the first is line {line}. Mend them in the file, then try again.',
    cut: 'Rows with a cell longer than {charactersMax} characters, the rest of which was not read: {count}, the first is line {line}.',
    read_as: 'Read as: {what}',
    no_header: 'no header',
  },
})

/** Why a mapping is proposed as it is; and what a platform's opt-in does not prove. */
export const sourceWords = bilingual({
  fr: {
    remembered:
      'Un fichier avec ces mêmes colonnes a été importé le {day} : la correspondance d’alors est proposée.',
    known_export: 'On reconnaît un export {name}.',
    shopify:
      'Seule « Accepts SMS Marketing » vaut pour le SMS, et il lui manque la date et le texte : dites-les plus bas.',
    mailchimp:
      'OPTIN_TIME et CONFIRM_TIME sont ceux de l’e-mail : ils ne prouvent rien pour le SMS.',
    brevo:
      'OPT_IN et DOUBLE_OPT-IN sont ceux de l’e-mail : seule une colonne de consentement SMS compte.',
    hubspot:
      'Le statut marketing de HubSpot est celui de l’e-mail : il ne prouve rien pour le SMS.',
    salesforce: 'L’absence de refus (Email Opt Out, Do Not Call) n’est pas un accord pour le SMS.',
    prestashop:
      'Lettre d’information et offres partenaires sont par e-mail : elles ne prouvent rien pour le SMS.',
    woocommerce: 'Une commande n’est pas un accord : seule une colonne de consentement SMS compte.',
    outlook: 'Un carnet d’adresses ne dit rien du consentement.',
    onde: 'Le numéro est celui du responsable. Les données de l’élève n’ont pas à entrer ici.',
    practice:
      'Rappels de rendez-vous : ce sont des alertes. Les données de santé n’ont pas à entrer ici.',
  },
  en: {
    remembered:
      'A file with these very columns was imported on {day}: its mapping is proposed again.',
    known_export: 'This looks like an export of {name}.',
    shopify:
      'Only “Accepts SMS Marketing” is about SMS, and it lacks the date and the wording: say them below.',
    mailchimp: 'OPTIN_TIME and CONFIRM_TIME are about e-mail: they prove nothing for SMS.',
    brevo: 'OPT_IN and DOUBLE_OPT-IN are about e-mail: only a column of SMS consent counts.',
    hubspot: 'HubSpot’s marketing status is about e-mail: it proves nothing for SMS.',
    salesforce: 'Not having refused (Email Opt Out, Do Not Call) is not agreeing to SMS.',
    prestashop: 'Newsletter and partners’ offers are by e-mail: they prove nothing for SMS.',
    woocommerce: 'An order is no consent: only a column of SMS consent counts.',
    outlook: 'An address book says nothing of consent.',
    onde: 'The number is the responsible adult’s. The pupil’s data need not go in here.',
    practice: 'Reminders of appointments are alerts. Health data need not go in here.',
  },
})
