// Illness that cells tell and no header does: codes of diseases, and wards beside those who lie there.

import { type Column, cellsAt, type Rows } from './column-neighbours.ts'
import { shareOf } from './column-profile.ts'
import { lateList } from './data-files.ts'
import { saidByCells } from './decide-by-values.ts'
import { fold } from './fold.ts'
import { type DataType, isOfSomebody } from './types-of-data.ts'

/** What a column is called by its look, or by a title that says where and not what. */
const mayBeCodes = new Set<DataType>(
  'text code reference identifier category product status free_text ean number quantity'.split(
    ' ',
  ) as DataType[],
)
const mayBeWards = new Set<DataType>(
  'text code category product status job city region company free_text'.split(' ') as DataType[],
)

/** What is told of one column tells of the next. */
export function illnessInCells(columns: Column[], rows: Rows) {
  if (!columns.some(isOfPeople)) return
  groupsOfBlood(columns, rows)
  lettersOfBlood(columns)
  fitForWork(columns, rows)
  degreesOfCare(columns, rows)
  codesOfDiseases(columns, rows)
  wardsOfPatients(columns, rows)
  // Among wards, codes that are less sure are diseases as well.
  codesOfDiseases(columns, rows)
}

const isOfPeople = ({ decision: { type } }: Column) => isOfSomebody(type)

/** "Apte", "Inapte", "Attestation de suivi": what a doctor of work decides. */
const fitness = /^(?:in)?apte\b|^attestation de suivi/

/** Under "Avis" or "Conclusion", where in others' lists stands what somebody thinks. */
function fitForWork(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    if (!/^(?:avis|conclusions?|decision|resultat|issue)$/.test(column.words)) continue
    const cells = cellsAt(rows, index).map(fold)
    const told = cells.filter((cell) => fitness.test(cell)).length
    if (told >= 2 && told >= cells.length * 0.4)
      column.decision = saidByCells('health', told, cells.length)
  }
}

const bloodBeside = /\b(?:rh|rhesus|kell|hb|hemoglobin\w*|emoglobin\w*|hamoglobin\w*)\b/

/** "A", "0", "AB" under "Gruppo", beside "Rh" and what is told of the blood. */
function lettersOfBlood(columns: Column[]) {
  const isOfBlood = columns.some(({ words }) => bloodBeside.test(words))
  if (!isOfBlood) return
  for (const column of columns) {
    const { decision, profile, words } = column
    const isGroup = /^(?:gr\w*|ab[o0])(?: (?:sang\w*|sanguigno|ab0|abo|blut\w*))?$/.test(words)
    const areLetters = shareOf(profile, 'blood_letters') >= 0.8 && profile.distinct > 2
    if (isGroup && areLetters && mayBeCodes.has(decision.type))
      column.decision = saidByCells('health', shareOf(profile, 'blood_letters'), 1)
  }
}

/** "O+", "AB-", "A-" under "Groupe": no class and no mark is called O or AB. */
function groupsOfBlood(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    const { decision, profile } = column
    if (!mayBeCodes.has(decision.type) || shareOf(profile, 'blood_group') < 0.8) continue
    const cells = cellsAt(rows, index)
    if (profile.distinct >= 3 && cells.some((cell) => /^(?:AB|[O0]) ?[+-]/.test(cell)))
      column.decision = saidByCells('health', shareOf(profile, 'blood_group'), 1)
  }
}

const careWords =
  /\b(?:bewohner\w*|heimbewohner\w*|pfleg\w*|kostform|betreuer\w*|residente?s?|wohnbereich|wb|clients?|klient\w*|beneficiaires?|usagers?|ospit[ei]|assistit[oiae])\b/

/** "PG" over 2, 3 and 5 beside residents: how much care somebody needs. */
function degreesOfCare(columns: Column[], rows: Rows) {
  if (!columns.some(({ words }) => careWords.test(words))) return
  for (const [index, column] of columns.entries()) {
    if (!mayBeCodes.has(column.decision.type) || !/^(?:pg|pfg|pgr)$/.test(column.words)) continue
    if (cellsAt(rows, index).every((cell) => /^(?:PG ?)?[0-5]$/i.test(cell)))
      column.decision = saidByCells('health', 1, 1)
  }
}

const patientWords =
  /\b(?:patient\w*|paziente|pazienti|pacientes?|assistit[oiae]|malades?|ipp|iep|nda|sejours?|hospital\w*|hospit|admissions?|admitted|lits?|aufnahme\w*|aufgenommen|fall ?n\w*|bett|entlass\w*|einweis\w*|opname\w*|opgenomen|ontslag\w*|bed|ricover\w*|letto|cartella|degen[tz]\w*|dimission\w*|ingres[oa]\w*|cama|historia|nhc|discharged?|mrn|nhs|rdv|rendez vous|appointments?|appts?|termin\w*|citas?|appuntament\w*|visita|afspra\w*|consultant|consultations?|diagnos\w*|krankenkasse|kasse|mutuelle|versicher\w*|krankenvers\w*|verzekeraar)\b/
const staffWords =
  /\b(?:matricules?|grade|contrat|embauch\w*|salair\w*|poste|fonction|quotite|etp|employ\w*|salaries?|salariee?s?|agents?|anciennete|gardes?|astreintes?|pers(?:onal)? ?n\w*|dienst\w*|gehalt|eintritt|stelle|beruf|vertrag\w*|schicht\w*|staff\w*|emp|payroll|band|job|role|position|hire\w*|hiring|contract|fte|wte|shifts?|dipendent[ei]|qualifica|mansione|matricola|assunzion\w*|assunto|contratto|turn[oi]|emplead[oa]s?|puesto|contrato|nomina|turnos?|medewerker\w*|functie|salaris\w*|personeel\w*|rooster\w*)\b/

/** Whoever is ill there has an owner, and the law protects the owner alone. */
const animalWords =
  /\b(?:animal|animaux|animale|animales|especes?|species|breed|race|raza|razza|rasse|ras|puce|pets?|mascota|tier(?:art|name)?|huisdier|diersoort|chien|chat|hund|katze|dog|cat)\b/

function isOfPatients(columns: readonly Column[]): boolean {
  if (columns.some(({ words }) => animalWords.test(words))) return false
  const isStaff = columns.some(({ words, decision }) => {
    return staffWords.test(words) && decision.type !== 'health'
  })
  if (isStaff) return false
  return columns.some(({ words, decision: { type } }) => {
    return (
      type === 'nir' ||
      type === 'health_insurance_id' ||
      type === 'health' ||
      patientWords.test(words)
    )
  })
}

/** The branches of medicine as hospitals of six languages write them on their doors. */
const branches =
  '[ck]ardi(?:o|ac)|pneumo|gastro|entero|hepato|nephro|nefro|neuro|urolog|gyn(?:a|e)|ginec|obst[e ]|ostetr|verlos|geburts|kreiss|matern|neonat|p[ae]?ediatr|padiatr|kinder(?:klin|stat|heil|gen|chir)|geriatr|dermat|rh?e?umato|reumato|rheuma|endo[ck]r|diabet|infe[ct]t?i|h[ae]?mato|ematol|on[ck]ol|chirurg|cirug|heelk|orthop|ortop|traumat|unfallch|reanim|rianim|intensi[vf]|urgen[cz]|notaufn|spoed|emergenc|radiolog|radioth|radiodiag|oph?th?alm|oculist|oogheel|augen|palliat|h?[ae]?modial|dialys|addict|sucht|antenatal|postnatal|fertilit|psychi|psycho|psichi|psiqui|stomatol|maxillo|kieferch|longziek|longgen|geneesk|angiolog|vascul|gefass|thorax|thorac|allergo|immuno|senolog|diabetolog|respirat|rehabil|riabil|haemat|otorh|otorr|anesth|anast|anest'
const wholeBranches =
  'uro|gyn|obs|oto|chir|ortho|trauma|icu|itu|uci|uti|usi|usic|utic|had|ssr|usld|uhcd|hno|orl|ent|kno|seh|kno arzt|innere|innere \\d|innere medizin|interne|med int|medecine|medecine \\w{1,2}|medicina (?:interna|generale?)|medicina|(?:acute|general) med(?:icine)?|pronto soccorso|a e|stroke|burns|breast|renal|fractures?|labour|soins (?:continus|intensifs|palliatifs)|salud mental|salute mentale|mental health|care of the elderly|elderly care|reha|onco|cardio|derm|derma|rea|reumat|pediatria|dvi|smur|card|onc|peds?|paeds|neur|obgyn|orth|psych|surg|surgery|er|ed|nicu|picu|ccu'
/** And what is done behind them. */
const examinations =
  'mammogra|[ck]olonos|coloscop|gastros[ck]|endos[ck]op|echogra|ecogra|biops|holter|spirom|doppler|s[cz]intigr|chimioth|chemoth|blutabn|osteodens|densitom|arthros[ck]op|infiltration|ultraschall|ultrasound|rontgen|coronarogr|fibrosc|cystosc|laparos|prises? de sang|bilan sanguin'
const wholeExaminations = 'irm|mri|mrt|tdm|scanner|ct|rx|ecg|ekg|eeg|emg|x ray|tac|pet'
const ward = new RegExp(
  `\\b(?:${branches}|${examinations})|(?:^| )(?:${wholeBranches}|${wholeExaminations})(?: |$)`,
)

const wardWords =
  /^(?:(?:lib|libelle|nom|intitule|name|bez|bezeichnung|desc\w*|nombre|naam) (?:d\w{0,3} )?)?(?:services?|stat|stn|stations?|abt|abteilung(?:en)?|afd|afdeling(?:en)?|repart[oi]|rep|wards?|dep|dept|department|units?|unites?|uf|um|u o|uo|unita(?: operativa)?|poles?|servicios?|unidad|planta|clinics?|klinik|clinique|speciality|specialty|specialites?|spe|fachabteilung|fachrichtung|fab|speciali\w*|examens?|exams?|examinations?|untersuchung(?:en)?|pruebas?|esam[ei]|onderzoek(?:en)?|procedures?|sprechstunde|prestations?|especialidad|specialita|branca|ambulatorio|divisione|secteur|discipline|lieu|ort|consult\w*|cs)\b/

/** "Station" over "Onkologie", "Geburtshilfe", and not beside the grades of those who work there. */
function wardsOfPatients(columns: Column[], rows: Rows) {
  for (const [index, column] of columns.entries()) {
    const { decision, profile, words } = column
    if (!mayBeWards.has(decision.type) || profile.distinct > wardsMax) continue
    if (words !== '' && !wardWords.test(words)) continue
    const told = distinctAt(rows, index).map((cell) => cell.replace(/[^a-z]+/g, ' '))
    const wards = told.filter((cell) => ward.test(cell)).length
    const least = words === '' ? 3 : 1
    if (wards < least || wards < told.length * 0.6) continue
    const others = columns.filter((other) => other !== column)
    if (isOfPatients(others) && !isOfDoctors(columns, rows))
      column.decision = saidByCells('health', wards, told.length)
  }
}
const wardsMax = 80

const distinctAt = (rows: Rows, index: number): string[] => [
  ...new Set(cellsAt(rows, index).map(fold)),
]

const codeOfDisease = /^([a-tv-z]\d[\dab])(\.)?[\dx]{0,4}[+*!]?$/

/** Categories of the tenth revision that half of all records of a practice or a hospital bear. */
const usualDiseases = lateList('disease')

/** Rooms, seats and shelves are numbered like diseases. */
const places =
  /\b(?:salles?|rooms?|raum|zimmer|zi|chambres?|bureaux?|buro|office|lits?|bett|bed|places?|platz|seats?|sieges?|casiers?|lockers?|spind|emplacements?|emp|rayons?|locations?|lieu|box|stands?|allee|class\w*|klass\w*|groupes?|gruppe|lots?|porte|gate|postes?|ref\w*|articles?|artikel\w*|sku|routes?|lignes?|linie|line|bus|vols?|flight|tables?|tisch|parking|stellplatz|kamer|stanza|aula|camera|sala|asiento|plaza|modulo|niveaux?|levels?|mesa|grade|echelon|cell\w*|cella|celda|bay|rack|shelf|regal|fach|kabine|cabine|dossard|startn\w*|batiment|building|gebaude|etage|floor|apt|appt|apartment|lagerort|lagerplatz|ubicacion|posizione|plate|model\w*|type|size|taille|badge|ticket|tarif|entgelt\w*|eg|band|posti?|posto)\b/

/** "Dr Abgrall", "Dr. Hübner" and nobody else: a list of those who treat. */
function isOfDoctors(columns: readonly Column[], rows: Rows): boolean {
  const named = columns.flatMap(({ decision: { type } }, index) => {
    return type === 'name' || type === 'last_name' ? [cellsAt(rows, index)] : []
  })
  const isDoctor = (cell: string) => /^(?:dr|pr|prof|docteur|doctor|dott|dra)\b/i.test(cell)
  return named.length > 0 && named.every((cells) => cells.every(isDoctor))
}

/** Where the codes of a hospital stand, whatever else the file tells. */
const diseaseTitle =
  /^(?:dp|dr|das|dx|diag\w*|dg|cim|cie|icd|icpc|patholog\w*|patolog\w*|au grund|grund|motif|motivo|reason|klacht|reden|cod\w* (?:diag|pathol|patol|dx|cim|icd|malad)\w*)(?: \d+)?$/

/** "E11.9", "J45.0", "I10" under "Code", "DP" or nothing: what somebody was treated for. */
function codesOfDiseases(columns: Column[], rows: Rows) {
  const isKnown = (column: Column) =>
    diseaseTitle.test(column.words) || isOfPatients(columns.filter((other) => other !== column))
  for (const [index, column] of columns.entries()) {
    const { decision, profile, words } = column
    if (!mayBeCodes.has(decision.type) || places.test(words)) continue
    if (profile.wordsMean > 1.2 || profile.distinct < 2) continue
    const cells = cellsAt(rows, index).map(fold)
    const codes = cells.map((cell) => codeOfDisease.exec(cell)).filter((code) => code !== null)
    if (codes.length < cells.length * 0.8) continue
    const chapters = new Set(codes.map(([code]) => code[0]))
    const dotted = codes.filter((code) => code[2] === '.').length / codes.length
    const usual = codes.filter((code) => usualDiseases.has(code[1] ?? '')).length / codes.length
    const isOfThem = isKnown(column) ? usual >= 0.25 : usual >= 0.5 && dotted >= 0.25
    if (chapters.size >= 3 && isOfThem)
      column.decision = saidByCells('health', codes.length, cells.length)
  }
}
