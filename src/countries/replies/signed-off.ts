// "Sign me off from the training", "I am on sick leave": an event is left or work is, and no list.

import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'
import { ideasOf } from './overheard.ts'

/** What one is put down for and can be absent from, in six languages. */
const event = stems(
  '(?:' +
    'zumba|pilates|spinning|body ?(?:pump|balance|combat|attack|step)|crossfit|aqua ?(?:gym|fit|bike)|hiit|boot ?camp|boxe|boxing|kick ?box(?:ing|en|eo)|stretching|' +
    'cours|seances?|stages?|ateliers?|tournois?|matchs?|sorties?|garderie|cantine|repas|diner|dejeuner|soiree|fete|rando|randonnee|competition|concours|entrainements?|formation|reunion|visite|spectacle|colonie|voyage|yoga|danse|piscine|rdv|rendez vous|creneau|reservation|resa|table|' +
    'centre aere|centre de loisirs|bus scolaire|car scolaire|transport scolaire|(?:school )?(?:dinners?|meals?)|school bus|schulbus|autobus|scuolabus|schoolbus|ruta escolar|[a-z]{3,}uitje|buffet|apero|' +
    'class|classes|course|lessons?|sessions?|training|trip|outing|walk|hike|match|game|tournament|race|workshop|party|dinner|lunch|meal|concert|event|meeting|appointment|appt|booking|reservation|slot|rehearsal|practice|swim%|exam|webinar|seminar|tour|shift|camp|' +
    '(?:[a-z]{3,})?(?:kurs|training|unterricht|fahrt|ausflug|turnier|spiel|feier|essen|stunde|camp|lager|lauf|probe)|kurse|fest|wanderung|rennen|wettkampf|termin|buchung|schwimmen|reise|prufung|klausur|examen|treffen|sitzung|betreuung|reservierung|tisch|' +
    'curso|clases?|taller|talleres|torneo|partido|excursion|cena|comida|carrera|viaje|entrenamiento|reserva|cita|evento|reunion|campamento|fiesta|visita|sesion|charla|comedor|examen|maraton|marcha|mesa|' +
    'corso|lezion[ei]|gita|partita|gara|allenament[oi]|pranzo|appuntamento|prenotazione|festa|riunione|laboratorio|escursione|viaggio|saggio|seduta|turno|esame|maratona|mensa|tavolo|' +
    '(?:[a-z]{3,})?(?:toernooi|wedstrijd|kamp|reis|tocht|zwemmen)|cursus|(?:zwem|dans|muziek|rij|piano|gitaar|yoga|proef)?les|lessen|uitstap|uitje|eten|avondeten|etentje|feest|barbecue|bbq|wandeling|excursie|afspraak|reservering|tafel|vergadering|bijeenkomst|activiteit|repetitie|tentamen|examen|opvang|bso|borrel' +
    ')',
)

/** What children do after school, and what one insures oneself by: others leave them, in these words. */
const pastime = stems(
  '(?:judo|[a-z]{3,}(?:turnen|tanz|schwimmen|feuerwehr|chor|gym|dans|zwemmen|koor|voetbal)|(?:kinder|krabbel|eltern ?kind ?|vorschul|peuter|kleuter|baby|mini)(?:gruppe|treff|yoga|gym|dans|tanz|basket|volley|groep|opvang|hockey|foot|tennis)|eveil|baby gym|multisport%|patinage|skating|swim squad|gimnasia|ritmica|patinaje|pattinaggio|minivolley|minibasket|microbasket|blockflote|floten?[a-z]*|schaatsen|turnverein|karate|tennis|foot|football|rugby|basket|basketball|handball|hand|volley|hockey|gymnastique|natation|danse|ballet|theatre|chorale|solfege|musique|piano|guitare|violon|anglais|poterie|equitation|escalade|escrime|' +
    'swimming|soccer|netball|gymnastics|drama|choir|guitar|violin|english|spanish|maths|robotics|pottery|riding|scouts|chess|pension|pensions?(?: scheme)?|insurance|' +
    'fussball|turnen|schwimmen|reiten|klavier|gitarre|geige|chor|englisch|tanzen|schach|' +
    'futbol|natacion|baloncesto|ballet|baile|danza|teatro|coro|musica|guitarra|ingles|robotica|ajedrez|pintura|gimnasia|' +
    'calcio|nuoto|pallavolo|danza|ginnastica|scherma|chitarra|violino|inglese|scacchi|pittura|equitazione|catechismo|poney|pony|pianoforte|' +
    'voetbal|zwemmen|turnen|hockey|dansen|gitaar|viool|schaken|engels|paardrijden|muziek|pensioen)',
)
/** Whoever asks it of himself may have the messages in mind. */
const another =
  '(?:(?!(?:me|us|moi|nous|mich|uns|mij|ons|mi(?! (?:hij|niet|sobrin|pequ|herman))|ci|nos|tout|all|alles|todo|tutto) )[a-z]+ )'

/** Somebody by a name: a word that is no article, nobody who writes, and nothing that is sent. */
const byName =
  '(?:(?!(?:me|us|moi|nous|mich|uns|mij|ons|mi|ci|nos|tout|all|alles|todo|tutto|des|du|de|d|les|le|la|l|the|this|that|your|my|our|mes|mon|ma|vos|votre|tous|toutes|los|las|el|mis|sus|tus|i|gli|il|lo|dei|dai|dalle|dal|dalla|from|off|of|out|bitte|please|von|vom|aus|fur|die|der|das|den|het|een|mijn|jullie|uw|ihr|eure[a-z]*|rappels?|reminders?|erinnerung[a-z]*|recordatorios?|avisos?|avvisi|promemoria|herinnering[a-z]*|infos?|news|alertes?|alerts?|sms|messages?|texts?|mails?|numero|number|nummer) )[a-z]{2,} )'

const day = stems(
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|ce soir|ce midi|aujourd hui|' +
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today|this (?:morning|afternoon|evening|weekend)|' +
    'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|abend|vormittag|nachmittag|wochenende|' +
    'lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy|esta (?:tarde|noche|semana)|' +
    'lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|domani|oggi|stasera|' +
    'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|vanavond|vandaag|vanmiddag|vanochtend)',
)

/** What may stand between; never "your", whose lessons may be what is advertised. */
const small = stems(
  `(?:the|this|that|my|our|next|s|le|la|les|l|ce|cet|cette|mon|ma|notre|prochain%|de|het|een|deze|dit|mijn|ons|onze|volgende|der|den|dem|die|das|dies%|mein%|unser%|nachst%|el|los|las|este|esta|mi|nuestr%|il|lo|i|questo|questa|mio|mia|am|um|uhr|om|uur|a|at|on|du|del|della|d|pm|k|h|noch|leider|dan|nog|helaas|al|wieder|\\d+(?:h|k|pm|am)?|${day})`,
)

const from = stems(
  '(?:vom|von|fur|zum|zur|aus|beim|voor|van|uit|bij|du|de|d|des|a|au|aux|pour|from|for|off|of|out|out of|at|del|en|para|da|dal|dalla|dallo|dalle|dell|della|di|alla|al|per)',
)
const forThe = '(?:for|fur|vor|pour|para|per)'

const kin =
  '(?:son|daughter|kids?|children|fils|file|enfants?|sohn|tochter|kind|kinder|zon|dochter|kinderen|hij[oa]s?|figli[oa])'
const whom = stems(
  `(?:me|us|him|her|them|mich|uns|ihn|moi|nous|mij|ons|ich|wir|ik|wij|we|maar|mar|(?:a )?(?:my|our|mon|ma|mes|notre|mein%|unser%|mijn|onze|mi|mis|nuestr%|mi[oa]) ${kin})`,
)

const signOff = stems(
  '(?:' +
    'desinscri%|radier|radiez|rayer|rayez|raye|retirez|retirer|retire|enlevez|enlever|desist%|annulez|annuler|je me (?:retire|desinscris)|' +
    `unsubscribe|un ?enroll?|withdraw|pull out|bow out|opt(?: ${whom})? out|(?:take|drop|remove|cancel|sign|strike|scratch)(?: ${whom})?(?: off| out)?|` +
    'abmeld(?:en|ung)|abgemeldet|absage|absagen|streich(?:en|t)|austragen|' +
    '(?:dar|darme|darnos|doy|damos|dad|dadme|den|denme|dame)(?: de)? baja|desapunt%|borr(?:o|amos|a|ar|ad|en|ame|arme|adme|enme|arnos|anos|adnos)|quit(?:a|ar|ad|en|ame|arme|adme|enme|anos|arnos)|sac(?:ar|ad|ame|arme|adme|anos)|' +
    'disiscriv%|cancell(?:o|iamo|a|are|arci|armi|ate|atemi|ami|ateci)|togli(?:e|ete|etemi|mi|ermi|eteci)|ritir(?:o|armi|arci|arsi|ate|atemi)|disdi(?:co|re|ciamo)|disdetta|' +
    'afmeld(?:en|ing)|afgemeld|uitschrijven|uitgeschreven|schrap(?:pen)?|afzeggen|' +
    `(?:meld|melden|meldt|schrijf|zeg|zeggen|melde|meldet|sag|sage)(?: ${whom})*(?: [a-z]{3,})?(?: af| uit| ab)` +
    ')',
)
/** The same of somebody else, told as well as asked. */
const leaves = stems(
  '(?:desinscri%|retir(?:e|er|ez)|annul(?:e|er|ez)|arret(?:er|ez|e)|unsubscribed?|withdr[ae]wn?|opt(?:ed)? out|cancel(?:led|ed)?|abmelden|abgemeldet|gekundigt|' +
    '(?:dar|doy|damos|dad|den|dado|dimos)(?: de)? baja|borr(?:ar|ad|en|ado)|quit(?:ar|ad|en|ado)|desapunt%|anul(?:ar|o|ad)|cancel(?:ar|o|ad)|disiscriv%|disiscritt[oa]|disdi(?:co|re|ciamo|te)|cancell(?:are|ate|ato|o)|afmelden|afgemeld|uitschrijven|uitgeschreven|opzeggen|opgezegd)',
)
const atTheEnd = stems(
  '(?:abmelden|abgemeldet|austragen|streichen|absagen|ab|afmelden|afgemeld|uitschrijven|schrappen|afzeggen|af)',
)
const tellsOff = stems('(?:melde|meldet|melden|meld|sag|sage|zeg|zeggen)')

/** "The school trip" and not "your classes". */
const ofWhat =
  '(?:(?!your |ur |vos |votre |ta |tes |ton |eu[er]|ihr|dein|vuestr|su |sus |tu |tus |vostr|tu[oae] |tuoi |julie |jullie |uw |je |jouw )[a-z]{3,} )?'
const place =
  '(?:inscription|place|spot|seat|plaza|inscripcion|iscrizione|posto|prenotazione|anmeldung|platz|inschrijving|plats)'

const signedOff = [
  `(?:${whom} )?${signOff} (?:${whom} )?(?:(?:${small} )*${place} )?${from} (?:${small} )*${ofWhat}${event}`,
  `${signOff} (?:a )?${byName}{1,2}${from} (?:${small} )*${ofWhat}${event}`,
  `(?:disdetta|annullamento|absage|annulation|cancelacion|anulacion|afzegging|cancellation) (?:of |de |der |di |van |la |the |le |el |fur )*(?:${small} )*${event}`,
  `(?<! (?:me|m|nous|mich|uns|mi|ci|nos|se) )${leaves} ${another}{0,4}${from} (?:${small} )*${pastime}`,
  `(?:arrete|lascia|lasciano|smette|deja|dejan|hort|hoert|stopt|stoppt|stopping|quits?|quitting|gives? up|giving up) (?:avec |con |mit |met |with |doing )?(?:${small} )*${pastime}(?: auf)?`,
  `(?<! (?:me|mich|uns|mij|ons) )${from} (?:${small} )*${pastime}(?: ag| club| verein| team| gruppe| kurs| groep)? (?:${small} )*${atTheEnd}`,
  `${leaves} (?:il|lo|la|le|l|the|el|das|den|die|het|de|unser%|mein%|mijn) ${pastime}`,
  `(?:${whom} )?${signOff} (?:${whom} )?${forThe} (?:${small} )*${day}`,
  // "Cancel today" may be said of the messages.
  `(?:cancel|annuler|annulez|annule|absagen|cancel(?:ar|ad|a|en|emos)|anul(?:ar|ad|a|en)|disd(?:ire|ite)|annull(?:are|ate)|afzeggen|annuleren|annuleer) (?:${small} )*(?!today|hoy|oggi|heute|vandaag|aujourd)${day}`,
  `(?:${tellsOff} )?(?:${whom} )*${from} (?:${small} )*${event} (?:${small} )*${atTheEnd}`,
  `(?:${tellsOff} )?(?:${whom} )*${forThe} (?:${small} )*${day} (?:${small} )*${atTheEnd}`,
].map((source) => latePattern(` (?:${stems(source)})(?= )`))

/** A list of those who come on a day; of no day it may be the list of who is written to. */
const offList = latePattern(
  ` (?:${signOff} (?:sie )?(?:${whom} )?(?:of|de|dala|von|van) (?:${small} )?(?:list|liste|lista|lijst) ${forThe} (?:${small} )*(?:${day} (?:${small} )*${event}|${event} (?:${small} )*${day}|(?:${small} )*(?:car|bus|autobus|minibus|coach|covoiturage|pulman|lift)))(?= )`,
)

const illness =
  '(?:medica|laboral|maternal|paternal|(?:de|por) (?:maternidad|paternidad|enfermedad|acidente|ansiedad|depresion|gripe|covid|estres|embarazo|lumbalgia|operacion|(?:la|el|una|un) (?:espalda|rodila|pierna|brazo|pie|muneca|hombro|acidente|operacion)))'

const sickLeave = [
  `(?:(?:me|le|nos) )?(?:(?:han|ha|he|hemos) )?(?:(?:dado|dieron|dio|dan|cojo|cogi|cogido|tengo|pedi|estoy|sigo) )?(?:(?:de|la|una) )*baja ${illness}`,
  '(?:(?:me|le) )?(?:han|ha|dieron|dio)(?: dado)? (?:de |la |de la )?baja (?:hasta (?:el|final|que)|en el trabajo|(?:una|dos|tres|cuatro|\\d+) (?:semanas?|dias|mes|meses))',
  '(?:(?:necesito|el|un|mi) )*(?:partes?|justificante|papeles) de (?:la )?baja',
  '(?:sigo|sigue|estoy|esta|estaba|estuve|estare|estamos|continuo) (?:todavia |aun )?de baja(?= (?:por (?!favor|coreo|mail|sms)|hasta|desde|con|en|[.,]))',
  'krank ?(?:gemeldet|melden|geschrieben|schreibung|meldung)',
  '(?:me |mij |ons )?ziek ?(?:gemeld|melden|gemelt|melding)',
  '(?:met )?ziekteverlof',
  'signed (?:(?:me|him|her) )?of (?:sick|work|til|until|by)',
  'arets? (?:maladie|de travail)',
  'in (?:malatia|mutua)',
].map((source) => latePattern(` (?:${source})(?= )`))

/** "Take Pablo off the list of the bus": somebody else, off a list of those who ride. */
const ridesList = latePattern(
  ` (?:${signOff} (?:a )?${stems(byName)}{1,2}(?:of|from|de|d|dela|dala|von|van) (?:the |la |l |der |de )?(?:(?:list|liste|lista|lijst) (?:of|for|de|del|pour|du|dela|del|fur|van|vor) (?:${small} )*(?:car|bus|autobus|minibus|coach|covoiturage|pulman|lift)|(?:bus|coach|minibus|lift) ?list|buslijst|buslist[ea]))(?= )`,
)

/** Where one of these is spoken of in the same breath, nothing is taken out. */
const ofMessages = new Set(
  'mesage number list send receive consent law rude peace refuse threat'.split(' '),
)
const ofAll =
  / (?:al|ales|everything|anything|tout|tous|toute|todo|todos|tuto|tuti|service|info|infos|news|updates?)(?= )/

/** A reply's words without the event that is left or the sick leave. */
export function withoutSignedOff(sentence: string): string {
  return sentence.replace(/ [^.,]+(?= [.,])/g, (part) => {
    const closed = `${part} `
    const unlisted = closed.replace(offList, ' _').replace(ridesList, ' _')
    const off = signedOff.find((one) => one.test(unlisted))
    const rest = off === undefined ? unlisted : unlisted.replace(off, ' _')
    const isOfOurs = unlisted.split(' ').some(isOfMessages) || ofAll.test(rest)
    const kept = isOfOurs ? closed : rest
    return sickLeave.reduce((said, one) => said.replace(one, ' _'), kept).trimEnd()
  })
}

/** Who is written off a list is not written to. */
const ofSigningOff = new Set(['withdraw', 'schrijf', 'schrijft'])
const isOfMessages = (word: string) =>
  !ofSigningOff.has(word) && ideasOf(word).some((idea) => ofMessages.has(idea))
