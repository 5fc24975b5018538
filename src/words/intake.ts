// Sentences of imports: errors, why rows are rejected or quarantined, notes on a file.
import type { Language } from '../kernel/index.ts'
import { bilingual } from './sentences.ts'

export const intakeWords = bilingual({
  fr: {
    'intake.import_not_found': 'Cet import n’existe pas.',
    'intake.file_empty': 'Le fichier est vide.',
    'intake.file_without_records':
      'Le fichier n’a aucune ligne sous son en-tête. Vérifiez la feuille ou l’export.',
    'intake.no_line_readable':
      'Aucune ligne de ce fichier n’est lisible. La ligne {line} est trop longue, ou a un guillemet jamais fermé. Exportez-le de nouveau en CSV, un contact par ligne.',
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
      'Le fichier XLSX est trop grand une fois décompressé. Enregistrez-le en CSV, puis réessayez.',
    'intake.xlsx_locked':
      'Le fichier XLSX est protégé par un mot de passe. Enregistrez-le sans mot de passe.',
    'intake.sheet_not_found':
      'Il n’y a pas de feuille « {sheet} ». Feuilles du fichier : {sheets}.',
    'intake.file_not_found': 'Fichier introuvable : {path}.',
    'intake.file_unreadable': 'Le fichier ne peut pas être lu ({reason}).',
    'intake.file_gone':
      'Le fichier de cet import a été supprimé (il est gardé 24 heures au plus). Renvoyez-le.',
    'intake.file_dropped':
      'Ce fichier a été supprimé avant l’import, à votre demande ou à celle d’un collègue. Rien n’en est conservé.',
    'intake.file_not_waiting':
      'Cet import est à l’état « {state} » : son fichier ne peut pas être supprimé seul. Attendez la fin de l’analyse, ou annulez l’import une fois terminé.',
    'intake.file_lost':
      'Le fichier de cet import n’est plus sur le serveur : les données ont été restaurées depuis une sauvegarde qui ne le contient pas. Renvoyez-le.',
    'intake.disk_full':
      'Le disque du serveur est plein : le fichier n’a pas été gardé. Libérez de la place, puis renvoyez-le.',
    'intake.not_ready_for_mapping':
      'Cet import est à l’état « {state} ». Vous pouvez choisir ses colonnes seulement après l’analyse.',
    'intake.mapping_without_number': 'Indiquez quelle colonne contient le numéro de mobile.',
    'intake.mapping_field_twice':
      'Le champ « {field} » est attribué à deux colonnes. Gardez-en une.',
    'intake.mapping_column_twice':
      'La colonne {index} est utilisée deux fois. Gardez un seul de ses champs.',
    'intake.mapping_custom_unknown':
      'Aucun champ personnalisé n’a la clé {key}, ou il est archivé. Créez-le d’abord, ou choisissez-en un autre.',
    'intake.mapping_column_unknown': 'Le fichier n’a pas de colonne {index}.',
    'intake.mapping_type_unknown':
      'Le type de donnée « {type} » n’existe pas. GET /v1/column-types donne la liste des types.',
    'intake.mapping_column_never_kept':
      'La colonne {index} contient une donnée que le programme n’enregistre jamais ({type}). Retirez-la.',
    'intake.mapping_column_needs_legal_basis':
      'La colonne {index} contient une donnée sensible ({type}) sans base légale. Retirez-la, ou importez-la sur une base légale en vigueur.',
    'intake.mapping_column_not_sensitive':
      'La colonne {index} n’est pas une donnée sensible, ou est utilisée deux fois. Elle ne peut pas être importée sur une base légale.',
    'intake.mapping_column_says_no':
      'Un oui dans la colonne {index} est un refus. Enregistrez-la comme opposition. Si elle indique pourtant un consentement, changez son type en « consentement » (consent) et dites comment vous le savez. C’est enregistré avec votre nom.',
    'intake.mapping_column_of_something_else':
      'La colonne {index} ne concerne pas le SMS : ce n’est pas un consentement. Retirez-la. Si elle indique pourtant un consentement au SMS, changez son type en « consentement » (consent) et dites comment vous le savez. C’est enregistré avec votre nom.',
    'intake.consent_wording_unusable':
      'Ce texte de consentement n’est pas publié ou ne mentionne pas le SMS. Choisissez-en un autre.',
    'intake.consent_date_unreadable': 'Cette date est illisible. Écrivez-la AAAA-MM-JJ.',
    'intake.list_not_found': 'Cette liste n’existe plus. Choisissez-en une autre ou créez-en une.',
    'intake.list_of_another_entity':
      'Cette liste appartient à une autre entité que les données sensibles du fichier. Créez une nouvelle liste.',
    'intake.forecast_busy':
      'La prévision attend des lignes qu’un autre import modifie. Réessayez dans un instant.',
    'intake.quarantine_said_no':
      'Ces personnes ont refusé, ou n’ont pas clairement consenti. Une déclaration n’y change rien.',
    'intake.consent_date_in_future': 'La date du consentement est dans le futur. Corrigez-la.',
    'intake.nothing_to_undo': 'Cet import est à l’état « {state} ». Il ne peut pas être annulé.',
    'intake.no_rejects':
      'Cet import n’a pas de lignes rejetées à télécharger, ou elles ont été supprimées.',
    'intake.import_running': 'Cet import est en cours. Attendez sa fin.',
    'intake.given_up':
      'L’import a échoué plusieurs fois et n’est plus relancé. Les lignes déjà importées sont gardées. Renvoyez le fichier : personne ne sera en double.',
    'intake.file_crashed':
      'La lecture de ce fichier a échoué deux fois : il demande trop de mémoire ou de temps. Les lignes déjà importées sont gardées. Enregistrez-le de nouveau depuis votre tableur, ou coupez-le en plusieurs fichiers, puis renvoyez-le : personne ne sera en double.',
    'intake.too_many_columns':
      'La ligne {line} a plus de {columnsMax} colonnes. Ne gardez que les colonnes utiles, puis renvoyez le fichier.',
    'intake.uploads_held':
      'Ce compte a atteint la limite des fichiers en attente ({files} fichiers, {megabytes} Mo). Confirmez leurs colonnes, ou attendez leur suppression (24 heures au plus).',
    'intake.undo_given_up':
      'L’annulation a échoué plusieurs fois. Relancez-la : elle reprendra où elle en était.',
    'intake.interrupted': 'L’import a été interrompu. Relancez-le : rien ne sera en double.',
  },
  en: {
    'intake.import_not_found': 'There is no such import.',
    'intake.file_empty': 'The file is empty.',
    'intake.file_without_records':
      'The file has no rows below its header. Check the sheet or the export.',
    'intake.no_line_readable':
      'No row of this file can be read. Line {line} is too long, or has a quotation mark that is never closed. Export it again as CSV, with one contact per row.',
    'intake.file_kind_unknown':
      'This file is neither CSV nor XLSX. Export it as CSV or XLSX, then try again.',
    'intake.file_old_excel':
      'This is an old Excel file (.xls). Save it as .xlsx or CSV, then try again.',
    'intake.file_too_large': 'The file is larger than {megabytesMax} MB. Split it into several.',
    'intake.xlsx_cut':
      'The XLSX file is incomplete: its end is missing. Download or export it again.',
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
      'The file of this import has been deleted (files are kept for 24 hours at most). Upload it again.',
    'intake.file_dropped':
      'This file was deleted before it was imported, as you or a colleague asked. Nothing of it is kept.',
    'intake.file_not_waiting':
      'This import is in the state “{state}”: its file cannot be deleted alone. Wait for the end of the analysis, or undo the import once it is done.',
    'intake.file_lost':
      'The file of this import is no longer on the server: the data was restored from a backup that does not contain it. Upload it again.',
    'intake.disk_full':
      'The server’s disk is full, so the file was not saved. Free some space, then upload it again.',
    'intake.not_ready_for_mapping':
      'This import is in the state “{state}”. You can choose its columns only after the analysis.',
    'intake.mapping_without_number': 'Choose the column that contains the mobile number.',
    'intake.mapping_field_twice': 'The field “{field}” is assigned to two columns. Keep one.',
    'intake.mapping_column_twice': 'Column {index} is used twice. Keep one of its fields.',
    'intake.mapping_custom_unknown':
      'There is no custom field with the key {key}, or it is archived. Create it first, or choose another.',
    'intake.mapping_column_unknown': 'The file has no column {index}.',
    'intake.mapping_type_unknown':
      'The data type “{type}” does not exist. GET /v1/column-types lists the types.',
    'intake.mapping_column_never_kept':
      'Column {index} contains data that Accord never stores ({type}). Leave it out.',
    'intake.mapping_column_needs_legal_basis':
      'Column {index} contains sensitive data ({type}) without a legal basis. Leave it out, or import it on a legal basis in force.',
    'intake.mapping_column_not_sensitive':
      'Column {index} is not sensitive data, or is used twice. It cannot be imported on a legal basis.',
    'intake.mapping_column_says_no':
      'A yes in column {index} means a refusal. Store the column as an objection. If it does show consent, change its type to “consent” and say how you know. This is recorded with your name.',
    'intake.mapping_column_of_something_else':
      'Column {index} is not about SMS, so it is not a consent. Leave it out. If it does show consent to SMS, change its type to “consent” and say how you know. This is recorded with your name.',
    'intake.consent_wording_unusable':
      'This wording is not published or does not mention SMS. Choose another.',
    'intake.consent_date_unreadable': 'This date cannot be read. Write it as YYYY-MM-DD.',
    'intake.list_not_found': 'This list no longer exists. Choose another one or create one.',
    'intake.list_of_another_entity':
      'This list belongs to another entity than the sensitive data in the file. Create a new list.',
    'intake.forecast_busy':
      'The forecast is waiting for rows that another import is changing. Try again in a moment.',
    'intake.quarantine_said_no':
      'These people refused, or did not clearly consent. A declaration cannot change that.',
    'intake.consent_date_in_future': 'The date of consent is in the future. Correct it.',
    'intake.nothing_to_undo': 'This import is in the state “{state}”. It cannot be undone.',
    'intake.no_rejects': 'This import has no rejected rows to download, or they have been deleted.',
    'intake.import_running': 'This import is running. Wait until it is finished.',
    'intake.given_up':
      'The import failed several times and will not be retried. Rows already imported are kept. Upload the file again: nobody will be duplicated.',
    'intake.file_crashed':
      'Reading this file failed twice: it needs too much memory or time. Rows already imported are kept. Save it again from your spreadsheet, or split it into several files, then upload it again: nobody will be duplicated.',
    'intake.too_many_columns':
      'Line {line} has more than {columnsMax} columns. Keep only the columns you need, then upload the file again.',
    'intake.uploads_held':
      'This account has reached the limit of waiting files ({files} files, {megabytes} MB). Confirm their columns, or wait until they are deleted (24 hours at most).',
    'intake.undo_given_up':
      'Undoing the import failed several times. Try again: it continues where it stopped.',
    'intake.interrupted': 'The import was interrupted. Run it again: nothing will be duplicated.',
  },
})

/** Why a row did not go in. */
export const rejectionWords = bilingual({
  fr: {
    row_unreadable: 'Ligne illisible (trop longue, trop de colonnes, ou guillemet jamais fermé).',
    number_empty: 'Pas de numéro.',
    number_two_numbers: 'Deux numéros dans la même cellule : gardez-en un.',
    number_lost_digits: 'Le tableur a perdu des chiffres (6,4E+08) : refaites l’export.',
    number_letter_for_digit: 'Une lettre à la place d’un chiffre (un O pour un 0).',
    number_words_beside_number: 'Des mots ou un poste à côté du numéro dans la cellule.',
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
    number_landline: 'Ligne fixe : elle ne peut pas recevoir de SMS.',
    number_voip: 'Numéro VoIP : il ne peut pas recevoir de SMS.',
    number_fiction: 'Numéro réservé aux films et aux exemples (compte d’essai seulement).',
  },
  en: {
    row_unreadable:
      'The row cannot be read (too long, too many columns, or a quotation mark that is never closed).',
    number_empty: 'No number.',
    number_two_numbers: 'Two numbers in one cell: keep one.',
    number_lost_digits: 'The spreadsheet lost digits (6.4E+08): export it again.',
    number_letter_for_digit: 'A letter in place of a digit (an O for a 0).',
    number_words_beside_number: 'Words or an extension beside the number in the cell.',
    number_not_a_number: 'This is not a phone number.',
    number_emergency_number: 'Emergency number.',
    number_short_code: 'Short code.',
    number_placeholder: 'Filler number (0000000000, 0612345678…).',
    number_unallocated: 'Number in a range that is not allocated.',
    number_wrong_overseas_prefix: 'Overseas number written with +33: please confirm.',
    number_lost_zero: 'The leading 0 is missing (spreadsheet): please confirm.',
    number_unknown_country: 'Unknown country code.',
    number_too_short: 'The number is too short.',
    number_too_long: 'The number is too long.',
    number_not_valid: 'Not a valid number in its country.',
    number_m2m: 'A machine’s number (M2M), not a person’s.',
    number_platform_number: 'A technical platform’s number, not a person’s.',
    number_premium_number: 'Premium-rate number.',
    number_service_number: 'Service number.',
    number_landline: 'Landline: it cannot receive SMS.',
    number_voip: 'VoIP number: it cannot receive SMS.',
    number_fiction: 'Number reserved for films and examples (sandbox accounts only).',
  },
})

/** Why a row went in and gets no marketing. */
export const quarantineWords = bilingual({
  fr: {
    consent_not_given: 'Le fichier dit que la personne n’a pas consenti.',
    consent_answer_unclear: 'La réponse du fichier n’est ni oui ni non.',
    consent_date_unreadable: 'La date du consentement est illisible.',
    consent_date_in_future: 'La date du consentement est dans le futur.',
    consent_without_date: 'Consentement sans date.',
    consent_without_source: 'Consentement sans source : où a-t-il été demandé ?',
    consent_without_wording: 'Consentement sans texte : qu’a lu la personne ?',
    consent_wording_unknown: 'Le texte du fichier n’est pas un texte publié qui mentionne le SMS.',
    consent_older_than_no: 'Un fichier indique que la personne a refusé après ce consentement.',
    consent_refused_by_ledger: 'Le registre a refusé ce consentement.',
    no_proof_of_consent: 'Rien ne prouve le consentement.',
    import_undone: 'L’import qui contenait la preuve a été annulé.',
  },
  en: {
    consent_not_given: 'The file says that the person did not consent.',
    consent_answer_unclear: 'The answer in the file is neither yes nor no.',
    consent_date_unreadable: 'The date of consent cannot be read.',
    consent_date_in_future: 'The date of consent is in the future.',
    consent_without_date: 'Consent without a date.',
    consent_without_source: 'Consent without a source: where was it requested?',
    consent_without_wording: 'Consent without a wording: what did the person read?',
    consent_wording_unknown: 'The text in the file is not a published wording that mentions SMS.',
    consent_older_than_no: 'A file shows that the person refused after this consent.',
    consent_refused_by_ledger: 'The ledger refused this consent.',
    no_proof_of_consent: 'Nothing proves consent.',
    import_undone: 'The import that contained the proof was undone.',
  },
})

/** What the forecast of an import tells beside rejected rows and missing proof. */
export const problemWords = bilingual({
  fr: {
    objected: 'La personne s’est opposée avant : aucun consentement n’est ajouté.',
    duplicate: 'Numéro déjà présent plus haut dans le fichier : la première ligne compte.',
  },
  en: {
    objected: 'The person objected before: no consent is added.',
    duplicate: 'Number already present above in the file: the first row counts.',
  },
})

/**
 * What to do about people in quarantine. A message that asks for consent to advertising is itself
 * advertising (R-108; CPCE L. 34-5): so it is not sent by SMS to whoever is not proven.
 */
export const quarantineNextWords = bilingual({
  fr: {
    objected: 'La personne s’est opposée à la publicité.',
    ask: 'Redemandez là où c’est permis : en caisse, sur papier, au téléphone quand la personne appelle, ou par le lien d’un formulaire sur votre site, vos tickets de caisse et vos affiches. Jamais par SMS : un message qui demande l’accord pour de la publicité est déjà de la publicité. Par e-mail, seulement aux personnes qui ont accepté vos e-mails.',
    ask_not:
      'Ne redemandez pas : la personne a refusé, ou n’a pas clairement consenti. Elle peut s’inscrire elle-même par un formulaire.',
    prove:
      'Prouvez : si vous avez une trace du consentement (carte signée, registre, données de l’ancienne plateforme), indiquez le texte lu, la date et le lieu. Chaque consentement est enregistré comme déclaré par vous. Si les dates diffèrent, réimportez le fichier avec une colonne de dates.',
    prove_not: 'Rien à prouver : une déclaration ne remplace pas la réponse de la personne.',
    delete:
      'Supprimez : les contacts sont effacés définitivement. S’ils reçoivent des alertes, gardez-les : sans preuve, seule la publicité est bloquée. Les oppositions restent.',
  },
  en: {
    objected: 'The person objected to marketing.',
    ask: 'Ask again where it is lawful: at the till, on paper, by phone when the person calls, or with a link to a form on your website, till receipts and posters. Never by SMS: a message that asks for consent to marketing is itself marketing. By e-mail only to people who agreed to your e-mails.',
    ask_not:
      'Do not ask again: the person refused, or did not clearly consent. They can sign up themselves with a form.',
    prove:
      'Prove: if you have a record of the consent (signed card, register, data from your former platform), give the wording, the date and the place. Each consent is recorded as declared by you. If the dates differ, import the file again with a date column.',
    prove_not: 'Nothing to prove: a declaration does not replace the person’s answer.',
    delete:
      'Delete: the contacts are erased for good. If they receive alerts, keep them: without proof, only marketing is blocked. Objections stay.',
  },
})

/** Why somebody is held back; a code that is not known is at least an absence of proof. */
export function quarantineSentence(language: Language, reason: string): string {
  if (reason === 'objected') return quarantineNextWords[language].objected
  const known: Readonly<Record<string, string>> = quarantineWords[language]
  return known[reason] ?? quarantineWords[language].no_proof_of_consent
}

/** Why a cell of a sensitive column was left out. */
/** Why a cell of a custom field stayed empty; the contact went in all the same. */
export const customLeftWords = bilingual({
  fr: {
    too_long: '{field} : plus de 200 caractères. Non enregistré.',
    not_a_number:
      '{field} : pas un nombre, ou un nombre qui se lit de deux façons (1,234). Non enregistré.',
    not_an_amount:
      '{field} : pas un montant (49,90 €), ou un montant qui se lit de deux façons (1,234). Non enregistré.',
    not_a_date: '{field} : pas une date. Elle s’écrit 03/12/2026 ou 2026-12-03. Non enregistré.',
    not_a_date_time:
      '{field} : pas une date avec une heure. Elle s’écrit 03/12/2026 14:30 ou 2026-12-03 14h30. Non enregistré.',
    time_in_utc:
      '{field} : heure universelle (Z). Écrivez l’heure du lieu, sans Z. Non enregistré.',
  },
  en: {
    too_long: '{field}: more than 200 characters. Not stored.',
    not_a_number: '{field}: not a number, or a number with two readings (1,234). Not stored.',
    not_an_amount:
      '{field}: not an amount (49.90 €), or an amount with two readings (1,234). Not stored.',
    not_a_date: '{field}: not a date. Write 2026-12-03 or 03/12/2026. Not stored.',
    not_a_date_time:
      '{field}: not a date with a time. Write 2026-12-03 14:30 or 03/12/2026 14h30. Not stored.',
    time_in_utc: '{field}: universal time (Z). Write the local time, without Z. Not stored.',
  },
})

export const sensitiveLeftWords = bilingual({
  fr: {
    legal_basis_ended: 'La base légale a pris fin avant l’import de la ligne.',
    no_consent_on_wording:
      'La personne n’a pas accepté, ou n’accepte plus, le texte de la base légale.',
    row_held: 'La ligne est mise de côté et ne change rien à la personne.',
  },
  en: {
    legal_basis_ended: 'The legal basis ended before the row was imported.',
    no_consent_on_wording:
      'The person has not agreed, or no longer agrees, to the wording of the legal basis.',
    row_held: 'The row is kept apart and does not change the person.',
  },
})

/** Why a row changed nothing of its person, and is kept apart. */
export const heldWords = bilingual({
  fr: {
    data_restricted:
      'La personne a demandé que ses données soient conservées sans être utilisées : rien n’est modifié.',
    made_older:
      'La date de naissance conservée est celle d’un mineur, et la ligne lui donnerait un âge plus élevé : rien n’est modifié, quelqu’un doit décider.',
  },
  en: {
    data_restricted: 'The person asked that their data be kept and not used: nothing is changed.',
    made_older:
      'The date of birth held is that of a minor, and the row would make them older: nothing is changed, somebody has to decide.',
  },
})

/** Why a column was left out. */
export const dropWords = bilingual({
  fr: {
    not_mapped: 'Non choisie : elle n’a pas été enregistrée.',
    never_kept: 'Jamais enregistrée ({type}).',
    needs_legal_basis: 'Donnée sensible ({type}) sans base légale : non enregistrée.',
    reject_reason_column: 'Raison du rejet',
  },
  en: {
    not_mapped: 'Not selected: it was not stored.',
    never_kept: 'Never stored ({type}).',
    needs_legal_basis: 'Sensitive data ({type}) without a legal basis: not stored.',
    reject_reason_column: 'Reason for rejection',
  },
})

export const analysisWords = bilingual({
  fr: {
    special_beside_number:
      'Le fichier contient des données sensibles à côté des coordonnées de la personne. Sans base légale en vigueur, ces colonnes ne sont pas importées.',
    financial_columns: 'Le fichier contient des données bancaires. Elles ne seront pas importées.',
    identity_columns:
      'Le fichier contient des numéros d’identité (NIR, INE…). Ils ne seront pas importés.',
    no_number_column: 'La colonne des numéros de mobile n’est pas certaine. Choisissez-la.',
    several_number_columns: 'Plusieurs colonnes contiennent des numéros. Choisissez-en une.',
    empty_rows: 'Lignes vides, non importées : {count}.',
    unreadable_rows: 'Lignes illisibles, non importées : {count}.',
    cut_cells:
      'Lignes avec une cellule de plus de {charactersMax} caractères, lue seulement jusque-là : {count}. La première est la ligne {line}.',
    lost_zeros:
      'Des numéros ont perdu leur 0 initial dans un tableur. Dites s’il faut le remettre.',
  },
  en: {
    special_beside_number:
      'The file contains sensitive data beside contact details. Without a legal basis in force, those columns are not imported.',
    financial_columns: 'The file contains bank data. It will not be imported.',
    identity_columns: 'The file contains identity numbers (NIR, INE…). They will not be imported.',
    no_number_column: 'The column of mobile numbers is not certain. Choose it.',
    several_number_columns: 'Several columns contain numbers. Choose one.',
    empty_rows: 'Empty rows, not imported: {count}.',
    unreadable_rows: 'Unreadable rows, not imported: {count}.',
    cut_cells:
      'Rows with a cell longer than {charactersMax} characters, read only up to there: {count}. The first is line {line}.',
    lost_zeros: 'Some numbers lost their leading 0 in a spreadsheet. Say whether to put it back.',
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
      '{rows} fiches : {S} personnelles à elles seules (S), {C} par recoupement (C), {N} non personnelles (N).',
    empty: 'Dont lignes vides : {count}.',
    unreadable:
      'Lignes illisibles (trop longues, trop de colonnes, ou guillemet jamais fermé) : {count}. La première est la ligne {line}. Corrigez-les dans le fichier, puis réessayez.',
    cut: 'Lignes avec une cellule de plus de {charactersMax} caractères, lue seulement jusque-là : {count}. La première est la ligne {line}.',
    read_as: 'Lu comme : {what}',
    no_header: 'sans en-tête',
  },
  en: {
    usage: 'Usage: accord classify FILE [--json] [--sheet NAME] [--lang fr|en]',
    summary: 'Show which data in a file are personal, and why',
    column: 'Column',
    class: 'Class',
    type: 'Type',
    evidence: 'Evidence',
    unnamed: '(column {number})',
    records:
      '{rows} records: {S} personal on their own (S), {C} when combined (C), {N} not personal (N).',
    empty: 'Of which empty rows: {count}.',
    unreadable:
      'Unreadable rows (too long, too many columns, or a quotation mark that is never closed): {count}. The first is line {line}. Correct them in the file, then try again.',
    cut: 'Rows with a cell longer than {charactersMax} characters, read only up to there: {count}. The first is line {line}.',
    read_as: 'Read as: {what}',
    no_header: 'no header',
  },
})

/** Why a mapping is proposed as it is; and what a platform's opt-in does not prove. */
export const sourceWords = bilingual({
  fr: {
    remembered:
      'Un fichier avec les mêmes colonnes a été importé le {at}. Les mêmes choix sont proposés.',
    known_export: 'Ce fichier ressemble à un export de {name}.',
    shopify:
      'Seule la colonne « Accepts SMS Marketing » concerne le SMS. Elle ne donne ni la date ni le texte : indiquez-les plus bas.',
    mailchimp: 'OPTIN_TIME et CONFIRM_TIME concernent l’e-mail. Ils ne prouvent rien pour le SMS.',
    brevo:
      'OPT_IN et DOUBLE_OPT-IN concernent l’e-mail. Seule une colonne de consentement au SMS compte.',
    hubspot: 'Le statut marketing de HubSpot concerne l’e-mail. Il ne prouve rien pour le SMS.',
    salesforce: 'L’absence de refus (Email Opt Out, Do Not Call) n’est pas un consentement au SMS.',
    prestashop:
      'La lettre d’information et les offres des partenaires concernent l’e-mail. Elles ne prouvent rien pour le SMS.',
    woocommerce:
      'Une commande n’est pas un consentement. Seule une colonne de consentement au SMS compte.',
    outlook: 'Un carnet d’adresses ne prouve aucun consentement.',
    onde: 'Le numéro est celui du responsable légal. N’importez pas les données de l’élève.',
    practice: 'Les rappels de rendez-vous sont des alertes. N’importez pas les données de santé.',
  },
  en: {
    remembered:
      'A file with the same columns was imported on {at}. The same choices are suggested.',
    known_export: 'This file looks like an export from {name}.',
    shopify:
      'Only the column “Accepts SMS Marketing” is about SMS. It has no date and no wording: give them below.',
    mailchimp: 'OPTIN_TIME and CONFIRM_TIME are about e-mail. They prove nothing for SMS.',
    brevo: 'OPT_IN and DOUBLE_OPT-IN are about e-mail. Only a column of SMS consent counts.',
    hubspot: 'HubSpot’s marketing status is about e-mail. It proves nothing for SMS.',
    salesforce: 'The absence of a refusal (Email Opt Out, Do Not Call) is not consent to SMS.',
    prestashop: 'The newsletter and partner offers are about e-mail. They prove nothing for SMS.',
    woocommerce: 'An order is not a consent. Only a column of SMS consent counts.',
    outlook: 'An address book proves no consent.',
    onde: 'The number belongs to the legal guardian. Do not import the pupil’s data.',
    practice: 'Appointment reminders are alerts. Do not import health data.',
  },
})
