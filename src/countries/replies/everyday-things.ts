// Everyday things by their names in six languages: what is delivered, repaired, worn, taken or paid.
import { dictionaryOf } from './dictionary.ts'

/**
 * None of them is a message, and none is a list. `%` ends a stem; doubled letters are single, as in
 * the words of a reply.
 */
const words = {
  /** What comes regularly or is ordered, and what is asked to be left out of it. */
  goods:
    'parcels?|packages?|colis|paquets?|paket%|paquetes?|pacc(?:o|hi)|pakket%|pakjes?|zeitung%|newspapers?|periodicos?|giornal[ei]|krant%|journal|papers?|diario|lunch%|meals?|mahlzeit%|essen|mittagessen|comidas?|pranz[oi]|past[io]|maaltijd%|portage|mensa|kantine|cantina|cantine|comedor|dejeuner|gouter|merienda|merenda|kisten?|biokiste|gemusekiste|krat%|cestas?|cassett[ae]|leche|viande|meat|fleisch|carne|vlees|fruit|obst|fruta|frutta|brezeln?|witbrood|volkoren|baguettes?|ice|glacons?|coals?|bois|firewood|brennholz|lena|legna|brandhout|fioul|heizol|pellets?|gasoil|gasolio|stookolie|bouquets?|strauss|ramo|mazzo|boeket|levering%|lieferungen|deliveries|spedizion%|envios?(?= )|entregas?',
  /** What is given with what is bought. */
  wraps:
    'bags?|sacs?|sachets?|tasjes?|tas|tute|tuten|tutchen|bolsas?|bolsitas?|sacchett[oi]|bust[ae]|scontrin[oi]|receipts?|kassenbon|kassenzettel|bonnetje|tickets?|couverts|cutlery|besteck|cubiertos|posate|bestek|servett%|servilletas?|napkins?|stroh?halme?|straws?|pailles?|pajitas?',
  /** Machines, buildings and what stands in the way. */
  works:
    'machines?|maschinen?|macchin[ae]|maquinas?|lavadora|waschmaschine|wasmachine|lavatrice|grues?|cranes?|kran|gruas?|gru|hijskraan|ascenseur|aufzug|elevator|ascensor%|alarms?|alarmes?|alarmas?|allarm[ei]|pump[en]?|pompes?|pompa|bomba|motor|moteur|motore|engine|vans?|trucks?|lkw|camion%|lieferwagen|lorry|bagger|pelleteuse|excavadora|escavatore|rolladen|volets?|persianas?|tapparell[ae]|rolluik%|portails?|gates?|puertas?|porta|cancello|poort|fenetres?|windows?|fenster|ventanas?|finestr[ae]|robinets?|taps?|wasserhahn|grifos?|rubinett[oi]|gerust|scaffold%|echafaudage%|andamios?|impalcatur[ae]|steigers?|bennes?|skips?|containers?|contenedor%|conteneurs?|leiter|ladders?|echelle|escaleras?|scala|barrieres?|barriers?|absperrung|valla|dranghek%|obras?|travaux|works|baustelle|lavori|werkzaamheden|poubelles?|bins?|mulltonnen?|tonnen?|mull|cubos?|cassonett[oi]|bidon[ei]|kliko%|vuilnis%|chaises?|chairs?|stuhle?|sillas?|sedi[ae]|stoel%|lits?|beds?|bett%|camas?|lett[oi]|bierbanke?|bierbank|tentes?|tents?|zelt%|carpas?|tend[ae]|tenten?|partytent|anhanger|trailers?|remorques?|remolque|rimorchio|aanhanger|pelouse|lawn|grass|gras|rasen|cesped|prato|gazon|trees?|boom|tissus?|fabrics?|stoffe?|telas?|stoff[ae]|robes?|dress%|kleid%|vestid[oi]s?|vestit[oi]|jurk%|trui%|pullover%|sweaters?|jerseys?|maglion[ei]|pantalon%|trousers|hosen?|broek%|talla|taglia|tailles?|grosse|campion[ei]|samples?|muster|peinture|paint|farbe|pintura|vernice|verf|lamp[es]?|lampen?|lampara|lampad[ae]|rideaux?|curtains?|vorhang%|cortinas?|gordijn%',
  /** What is taken, worn or done for one's health. */
  health:
    'traitements?|treatments?|behandlung%|tratamientos?|trattament[oi]|behandeling%|medicaments?|medicines?|medications?|meds|medikament%|medizin|medicinas?|medicamentos?|farmac[oi]|medicijn%|cachets?|comprimes?|tabletten?|tablets?|pills?|pilules?|pillen?|pastillas?|pastigli[ae]|compress[ae]|antibiot%|cortison%|pflaster|pansements?|plasters?|bandages?|tiritas?|cerott[oi]|pleisters?|verband%|gips|ordonnances?|rezept|prescriptions?|receta|ricetta|recept|spritzen?|injections?|vitamin%|sirop|syrup|sirup|jarabe|sciropp[oi]|siroop|creams?|salbe|pomade|pomada|pomata|zalf',
  /** What a bank or an insurer keeps, and what is rented. */
  bank: 'virements?|transfers?|uberweisung%|dauerauftrag%|lastschrift%|prelevements?|cheques?|checks?|schecks?|bonific[oi]|transferencias?|domiciliacion%|overschrijving%|overboeking%|incasso|payments?|paiements?|zahlung%|pagos?|pagament[oi]|betaling%|kreditkarten?|bankkarten?|tarjetas?|cards?|bankpas|pinpas|bancomat|livrets?|sparkonto|girokonto|tagesgeld%|depotkonto|bankkonto|spaarrekening%|bankrekening%|betaalrekening|zichtrekening|libretto|sparbuch|hypothe%|mortgages?|hipoteca|mutuo|prestamos?|prets?|loans?|kredit%|prestit[oi]|leningen?|lening|assurances?|insurances?|versicherung%|[a-z]{3,}versicherung%|seguros?|assicurazion%|[a-z]*verzekering%|mietvertrag|mietwohnung|stellplatz|huurcontract|huurwoning|tenanc%|leases?|lease|bail|affitto|alquiler|locker|spind|casier|taquilla|armadietto|volkstuin|allotment|nebenjob',
  /** Whoever comes to mend, to clean or to treat, and what they come for. */
  visits:
    'revisions?|revision%|inspections?|entretien|maintenance|wartung%|tuv|apk|keuring%|onderhoud%|revisione|tagliando|controlli?|controllo|interventi?|intervento|interventions?|depannage|reparations?|repairs?|reparatur%|reparacion%|riparazion%|reparatie%|nettoyage|cleaning|cleaners?|reinigung%|limpieza|pulizi[ae]|schoonmaak%|plombier|plumbers?|klempner|handwerker|electricien|electrician|elektriker|electricista|elettricista|elektricien|fontaner[oa]|idraulico|loodgieter|tecnic[oi]|technicien%|technicians?|techniker%|monteur%|glazenwasser|fensterputzer|jardinier|gardeners?|gartner|jardiner[oa]|giardiniere|tuinman|hovenier|schornsteinfeger|ramoneur|taxis?|taxi|detartrage|massages?|masaje|massaggio|haircut|haarschnitt|knipbeurt|friseurtermin|physio%|fisio%|kine|podolog%|osteopat%|orthodont%|dentista|dentiste|dentist|zahnarzt|tandarts|mondhygienist%|manicure|pedicure|pedicura|scan|mri|irm|rontgen|echo|blood|blutabnahme|bloedprik%',
  /** Where a name may stand that is no list of who is written to. */
  namePlace:
    'affiches?|posters?|plakat%|carteles?|cartel|locandin[ae]|volantin[oi]|programmes?|programs?|programm%|programas?|programma|rotas?|rosters?|dienstplan%|schichtplan|planning|roosters?|turni|turnos|klingelschild|doorbell|sonnette|campanello|timbre|trikot|maillot|shirt|camiseta|maglietta|trophy|pokal|invitation|einladung|invito|invitacion|uitnodiging|gastebuch|briefkasten|letterbox|mailbox|buzon|brievenbus|citofono|reservation|reserva|buchung|prenotazione|reservering|booking|kassenliste|faktur%|rechnung%',
} as const
export type ThingKind = keyof typeof words

const kindsOfThing = dictionaryOf(words)

/** The word is a thing's name, of one of these kinds or of any. */
export function isEverydayThing(word: string, ...kinds: readonly ThingKind[]): boolean {
  const its = kindsOfThing(word)
  return kinds.length === 0 ? its.length > 0 : its.some((kind) => kinds.includes(kind))
}
