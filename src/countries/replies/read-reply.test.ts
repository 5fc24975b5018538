// Replies as people write them: each kind of writing, its neighbours, and what must not be taken for it.
import { describe, expect, test } from 'vitest'
import { type ReplyMeaning, readReply, readyPatterns } from './read-reply.ts'

type Row = [text: string, meaning: ReplyMeaning]

// biome-ignore format: a table
const disguises: Row[] = [
  ['STOP', 'stop'], ['stop svp', 'stop'], ['Stop!!! merci', 'stop'], ['stooooop', 'stop'],
  ['S.T.O.P', 'stop'], ['s t o p', 'stop'], ['ST0P', 'stop'], ['$top', 'stop'], ['5t0p', 'stop'],
  ['ＳＴＯＰ', 'stop'], ['ЅТОР', 'stop'], ['стоп', 'stop'], ['🆂🆃🅾🅿', 'stop'], ['S\u200bT\u200bO\u200bP', 'stop'],
  ['S̶T̶O̶P̶', 'stop'], ['stpo', 'stop'], ['stp', 'stop'], ['STOP36180', 'stop'], ['STOP 36173', 'stop'],
  ['stop au 36111', 'stop'], ['🛑', 'stop'], ['✋🏽', 'stop'], ['🚫 pub', 'stop'], ['« stop »', 'stop'],
  ['STOP Dupont Marie', 'stop'], ['stoppub', 'stop'], ['#stop', 'stop'],
]

// biome-ignore format: a table
const quotations: Row[] = [
  ['STOP\n\nMarie Dupont\n01 23 45 67 89', 'stop'],
  ['STOP\n> Soldes chez Truc, STOP au 36111', 'stop'],
  ['Merci, à mardi\n> Soldes chez Truc, STOP au 36111', 'other'],
  ['Oui\nEnvoyé de mon iPhone', 'other'],
  ['A aimé « Soldes -20 % chez Truc, STOP au 36111 »', 'other'],
  ['Liked “Sale -20% at Shop. Reply STOP to end”', 'other'],
  ['Chouette, je viens ! Soldes -20 % chez Truc jusqu’à samedi STOP au 36111', 'doubtful'],
]

// biome-ignore format: a table
const neighbours: Row[] = [
  ['we must stop this bill', 'other'],
  ['Count me in! We have got to STOP this terrible bill from passing!!', 'other'],
  ['stop by anytime', 'other'], ['non stop', 'doubtful'], ['le bus s’arrête où ?', 'other'],
  ['ne m’arrêtez pas de m’écrire', 'other'], ['Ne me désabonnez pas !', 'other'],
  ['Don’t stop sending me these!', 'other'], ['Cancel my appointment please', 'other'],
  ['pourquoi je ne reçois plus vos messages ?', 'other'], ['plus d’infos svp', 'other'],
  ['Top !', 'other'], ['', 'other'], ['👍', 'other'], ['   \n ', 'other'],
]

// biome-ignore format: a table
const doubts: Row[] = [
  ['pas intéressé', 'doubtful'], ['non merci', 'doubtful'], ['stop à la réforme', 'doubtful'],
  ['Wrong number', 'doubtful'], ['c’est du harcèlement', 'doubtful'], ['❌', 'doubtful'],
  ['kein Interesse', 'doubtful'],
]

/** Spelt by ear, cut short, in any order and in two languages at once. */
// biome-ignore format: a table
const hurried: Row[] = [
  ['aretez de manvoyé des mésages', 'stop'], ['jveu plu 2 sms', 'stop'], ['retirer mn numero', 'stop'],
  ['me contactez plus', 'stop'], ['no more pub svp', 'stop'], ['tu peu arrété stp', 'stop'],
  ['qui vous a donné mon num supprimez le', 'stop'], ['numero equivocado, borrelo', 'stop'],
  ['consentement retiré', 'stop'], ['no kiero mas sms', 'stop'], ['bitte abmeldn', 'stop'],
  ['laissez tomber je veux rien', 'doubtful'],
  ['ce numéro a changé de propriétaire', 'doubtful'], ['mon avocat va vous écrire', 'doubtful'],
  ['zum Teufel mit euch', 'doubtful'], ['mi avete stufato', 'doubtful'], ['loop naar de maan', 'doubtful'],
]

/** The same ideas of something else. */
// biome-ignore format: a table
const ofSomethingElse: Row[] = [
  ['ne m’oubliez pas pour samedi', 'other'],
  ['pas de problème envoyez moi les infos', 'other'], ['did not receive your message', 'other'],
  ['no me ha llegado el sms', 'other'], ['Löschen Sie bitte meinen Termin am Montag', 'other'],
  ['changez mon numéro svp', 'other'], ['mon avocat passera demain', 'other'],
  ['taglia sbagliata', 'other'], ['geen probleem', 'other'],
  ['kein Problem, schickt mir die Infos', 'other'], ['geen probleem, stuur me de info', 'other'],
  ['no problem, send me the details', 'other'], ['new phone, who dis', 'doubtful'],
]

/** The words of a refusal, and their object is no message. */
// biome-ignore format: a table
const otherObjects: Row[] = [
  ['Quand est-ce que vous arrêtez les soldes ?', 'other'], ['ne m’envoyez plus le stagiaire', 'other'],
  ['don’t send anyone today, we’re out', 'other'], ['Schluss mit lustig, wann kommt mein Geld?', 'other'],
  ['I opted out accidentally, can you add me back in', 'other'], ['Quiero dar de baja el gas', 'other'],
  ['No me mandéis más al técnico de ayer', 'other'], ['Voglio disdire la palestra', 'other'],
  ['Stuur die leerling niet meer, ik wil de baas', 'other'],
  ['Nie przysyłajcie więcej tego fachowca', 'other'], ['ne m’envoyez plus la pub', 'stop'],
  ['don’t send me the newsletter', 'stop'], ['no me mandéis más la publicidad', 'stop'],
  ['quiero dar de baja mi número', 'stop'], ['your texts can stop now', 'stop'], ['Schickt mir die Werbung nicht mehr', 'stop'],
]

// biome-ignore format: a table
const threats: Row[] = [
  ['If you text me again I’ll block you', 'stop'], ['Wenn ihr nochmal schreibt blockiere ich euch', 'stop'],
  ['Si me volvéis a escribir os bloqueo', 'stop'], ['se continuarem a mandar bloqueio', 'stop'],
  ['Jeśli jeszcze raz napiszecie, zablokuję was', 'stop'], ['ich will nur meine Ruhe', 'stop'],
  ['what part of stop do you not understand', 'stop'], ['vostri avvisi non mi servono più', 'stop'],
  ['wat moet ik doen om niets meer te krijgen', 'stop'],
  ['Si vous continuez je saisis la CNIL', 'stop'], ['si no paráis os denuncio', 'stop'],
  ['als jullie zo doorgaan ga ik naar de politie', 'stop'],
  ['keep this up and I’m going to the ICO', 'stop'], ['se non la piantate faccio denuncia', 'stop'],
  ['mon avocat passera signer jeudi', 'other'],
]

/** An end for a reason that is told before; rude words that are aimed at messages; signs and words. */
// biome-ignore format: a table
const reasons: Row[] = [
  ['Appartement trouvé, plus d’annonces svp', 'stop'], ['no need for any more reminders', 'stop'],
  ['Je vais ailleurs donc plus de sms svp', 'stop'], ['ya no hacen falta avisos', 'stop'],
  ['du balai avec vos promos', 'stop'], ['donder op met je acties', 'stop'],
  ['🚫 niet meer', 'stop'], ['⛔ keine sms', 'stop'], ['Je ne désire point recevoir vos annonces', 'stop'],
  ['Stopt er ne keer mee', 'stop'], ['gene smskes meer', 'stop'], ['pack it in will ya', 'stop'],
]

/** Whoever asks for the messages again, or laughs and says stop, refuses none. */
// biome-ignore format: a table
const again: Row[] = [
  ['Vorrei ricevere di nuovo i vostri messaggi', 'start'],
  ['Je veux à nouveau recevoir vos sms', 'start'], ['Ik wil weer berichten ontvangen', 'start'],
  ['no quiero volver a recibir mensajes', 'stop'], ['ich will nie wieder sms bekommen', 'stop'],
  ['smettila mi fai morire dal ridere', 'other'], ['hou op ik lach me dood', 'other'],
  ['¿Con quién hablo?', 'contact'], ['Aide svp je ne comprends pas', 'help'],
]

test.each([
  'se non arrivo bloccate il tavolo',
  'la prochaine fois je bloque une date plus tôt',
  'another crash on the m6, calling the police, be late',
  'Je n’ai plus le code promo, vous pouvez me le renvoyer ?',
  'Mon fils s’est désinscrit du foot, on paie où ?',
  'keep it up you’re great',
  'ne me prévenez pas par mail mais par sms',
  'wenn ich es noch schaffe melde ich mich',
  'si vous avez encore de la place je bloque la date',
  'I want some peace lilies',
  'was muss ich tun damit der Termin nicht verfällt',
  'pour ne plus avoir mal au dos je fais quoi',
  'Don’t send the plumber again, it’s dry now',
  'Dad de baja a mi hija del comedor',
  'Unser Gebot ziehen wir zurück',
  'basta con el pasaporte o hace falta más',
  'Must I cancel the old cover myself or do you?',
])('%j is no stop', (text) => {
  expect(readReply(text).meaning).not.toBe('stop')
})

/** Whoever does not see what a message wants may not have wanted it: somebody looks. */
// biome-ignore format: a table
const wonders: Row[] = [
  ['???', 'doubtful'], ['häää', 'doubtful'], ['ué', 'doubtful'], ['what?', 'doubtful'],
  ['😐', 'doubtful'], ['?', 'other'], ['👍', 'other'], ['votre message n’est pas clair', 'doubtful'],
]

// biome-ignore format: a table
const questions: Row[] = [
  ['AIDE', 'help'], ['help', 'help'], ['Hilfe', 'help'], ['CONTACT', 'contact'],
  ['Qui êtes-vous ?', 'contact'], ['who is this?', 'contact'], ['d’où avez-vous mon numéro', 'contact'],
  ['START', 'start'], ['OUI', 'other'], ['Oui merci, à mardi', 'other'],
]

describe.each([
  ['disguises', disguises],
  ['quotations and signatures', quotations],
  ['neighbours that are no stop', neighbours],
  ['doubts', doubts],
  ['what is written in a hurry', hurried],
  ['what is said of something else', ofSomethingElse],
  ['refusals of another thing', otherObjects],
  ['threats and peace', threats],
  ['an end with its reason', reasons],
  ['again', again],
  ['wonders', wonders],
  ['questions', questions],
])('%s', (_name, rows) => {
  test.each(rows)('%j is %s', (text, meaning) => {
    expect(readReply(text).meaning).toBe(meaning)
  })
})

/** Who writes is answered; whoever asks it in anger may want an end, and a person reads that. */
// biome-ignore format: a table
const askedInAnger: Row[] = [
  ['Qui êtes-vous, vous vendez des robes ?', 'contact'],
  ['Qui êtes-vous ?', 'contact'], ['C’est qui ?', 'contact'], ['Who is this?', 'contact'],
  ['Sorry, who is this?', 'contact'], ['Con chi parlo?', 'contact'], ['Wer sind Sie?', 'contact'],
  ['Chi siete? Non ho ancora capito', 'contact'], ['Wie is dit?', 'contact'],
  ['C’est qui encore ???', 'doubtful'], ['Mais qui êtes-vous ?!', 'doubtful'],
  ['Who is this??? How did you get my number', 'doubtful'], ['Who are you, what do you want', 'doubtful'],
  ['ma chi siete?? che volete', 'doubtful'], ['Wer ist das schon wieder', 'doubtful'],
  ['Quiénes sois, qué queréis', 'doubtful'], ['wie is dit nu weer', 'doubtful'],
]

/** A number or an hour is refused, and not all of it: no end is made of it at once. */
// biome-ignore format: a table
const conditions: Row[] = [
  ['Pas sur ce numéro, c’est mon tel pro', 'doubtful'], ['Not on this number please, it’s for work', 'doubtful'],
  ['Nicht auf dieser Nummer bitte', 'doubtful'], ['A este número no, no a este número', 'doubtful'],
  ['Non su questo numero per favore', 'doubtful'], ['Niet op dit nummer aub', 'doubtful'],
  ['Pas si tard le soir svp', 'doubtful'], ['Not so early in the morning please', 'doubtful'],
  ['Liever niet zo laat op de avond aub', 'doubtful'], ['Bitte nicht so spät abends', 'doubtful'],
  ['Not on this number, stop texting me', 'stop'], ['Pas sur ce numéro, supprimez-le', 'stop'],
  ['Not so late in the evening, can you do 4pm?', 'other'],
]

/** What people ask a shop, and "do not stop": nobody needs to look at it for a refusal. */
// biome-ignore format: a table
const everydayTalk: Row[] = [
  ['Vous fermez à quelle heure ce soir ?', 'other'], ['Il vous reste des tulipes ?', 'other'],
  ['Mille mercis à vous', 'other'], ['Je ne veux pas me désinscrire, juste changer mon nom', 'other'],
  ['Le témoin stop clignote', 'other'], ['Retirez les 3 tartes de ma commande', 'other'],
  ['Do you stock wellies?', 'other'], ['Thanks a bunch', 'other'], ['Don’t stop, I enjoy getting these', 'other'],
  ['Habt ihr auch Schlitten?', 'other'], ['Gibt es einen Aufnahmestopp?', 'other'],
  ['Das Essen war lecker', 'other'], ['Hört bloß nicht auf damit', 'other'],
  ['A qué hora abrís el sábado?', 'other'], ['Ahora no puedo escribir', 'other'],
  ['Os dejé un mensaje en el contestador', 'other'], ['La silla llegó rota', 'other'],
  ['Avete ancora le arance?', 'other'], ['Non cancellatemi, cambio solo indirizzo', 'other'],
  ['Hebben jullie nog tulpen?', 'other'], ['Hartelijk dank', 'other'], ['Loopt de actie nog, stopt die morgen?', 'other'],
  ['Werbestopp bitte', 'stop'], ['Ahorraos los mensajes', 'stop'],
]

// biome-ignore format: a table
const askedFor: Row[] = [
  ['aide svp je comprends pas comment ça marche', 'help'], ['Hulp aub, hoe werkt dit precies?', 'help'],
  ['Help please, how do I use the code', 'help'], ['Hilfe, wie funktioniert das mit dem Code', 'help'],
  ['Wie kann ich Sie telefonisch erreichen?', 'contact'], ['How can I reach you by phone?', 'contact'],
  ['Comment puis-je vous joindre ?', 'contact'], ['Hoe kan ik u bereiken?', 'contact'],
  ['Möchte mich wieder anmelden für die SMS', 'start'], ['Ik wil me graag weer inschrijven', 'start'],
  ['Je voudrais me réabonner', 'start'], ['Hilfe, wie komme ich von dieser Liste runter', 'stop'],
]

/** What is to go is a dish, a lesson or a place; messages beside it are still refused. */
// biome-ignore format: a table
const cancelled: Row[] = [
  ['Supprimez la 2e pizza de ma commande, gardez le reste', 'other'],
  ['Désinscrivez Nolan du stage de foot', 'other'], ['Can you take the cheese off my order pls', 'other'],
  ['I need to cancel Tuesday’s lesson', 'other'], ['Bitte keine Nüsse im Kuchen', 'other'],
  ['quitad el pepino de la ensalada porfa', 'other'], ['togliete pure la torta dall’ordine', 'other'],
  ['haal de ui maar van mijn broodje', 'other'], ['Unsubscribe Jack from Tuesday’s class please', 'other'],
  ['annulez ma commande et arrêtez vos sms', 'stop'], ['cancel my booking and take me off your list', 'stop'],
  ['remove me from the course list and delete my number', 'stop'],
]

/** "Do not cancel", "do not forget me", "is it enough": no end is asked for. */
// biome-ignore format: a table
const noEnd: Row[] = [
  ['Résiliez pas mon abonnement salle svp', 'other'], ['Bitte mein Abo nicht kündigen', 'other'],
  ['Zeg mijn abonnement niet op aub', 'other'], ['oubliez pas de me désinscrire de vos sms', 'stop'],
  ['ne m’oubliez pas sur la liste pour le voyage', 'other'], ['please don’t leave me off the list', 'other'],
  ['no me olvidéis en la lista para el viaje', 'other'], ['non dimenticatemi nella lista per la gita', 'other'],
  ['não se esqueçam de mim na lista para o passeio', 'other'], ['ça suffit', 'stop'],
  ['ça suffit 2kg de raclette pour 6 personnes ?', 'other'], ['basta con 2 kilos de gambas para 6?', 'other'],
  ['la voiture cale à chaque stop, vous pouvez regarder ?', 'other'],
  ['el coche se cala en cada stop, lo podéis mirar?', 'other'],
]

// biome-ignore format: a table
const wishes: Row[] = [
  ['Non', 'doubtful'], ['Nein.', 'doubtful'], ['No', 'doubtful'], ['c qui ??!!', 'doubtful'], ['c qui ?', 'contact'],
  ['mejor por correo electrónico', 'doubtful'], ['plutôt par mail svp', 'doubtful'], ['lieber per E-Mail', 'doubtful'],
  ['Please email me instead of texting', 'doubtful'], ['stop texting me, email instead', 'stop'],
  ['Trop de messages, un par mois suffirait', 'doubtful'], ['troppi messaggi, uno al mese basta', 'doubtful'],
  ['je préfère recevoir la facture par mail', 'other'], ['info aiuto', 'help'],
  ['Could you sign me back up for the text offers please', 'start'],
  ['Bitte wieder anmelden für die SMS-Angebote', 'start'],
  ['put me back on the waiting list for Tuesday', 'other'], ['don’t put me back on your list, stop', 'stop'],
]

/** What a refusal is of decides: a thing, or what is sent. */
// biome-ignore format: a table
const refusedThings: Row[] = [
  ['Bitte Lieferung stoppen, Adresse ist falsch', 'other'], ['Bitte Nachrichten zur Lieferung stoppen', 'stop'],
  ['Take us off the waiting list for the allotment', 'other'], ['Take us off the mailing list for the allotment', 'stop'],
  ['recedo dal contratto luce entro i 14 giorni', 'other'], ['recedo dal contratto luce, non scrivetemi più', 'stop'],
  ['Ik wil die tandarts niet meer', 'doubtful'], ['Ik wil die berichten van de tandarts niet meer', 'stop'],
  ['basta con que venga uno?', 'other'], ['basta con los mensajes', 'stop'],
  ['Je ne veux plus de ce dentiste', 'other'], ['Laissez ma grand-mère tranquille', 'stop'],
  ['Mijn zoon wil niet meer voetballen', 'doubtful'], ['Unsubscribe, I have no boiler', 'stop'],
  ['Vi blocco se continuate', 'stop'], ['any chance you could stop these?', 'stop'],
]

/** An event is left, work is, or a thing is taken away; beside each, the same words of messages. */
// biome-ignore format: a table
const leavings: Row[] = [
  ['Ik wil me afmelden voor de cursus van zaterdag', 'other'], ['Ik wil me afmelden voor de sms van de cursus', 'stop'],
  ['Kun je Lotte uitschrijven voor het kamp?', 'other'], ['Schrijf mij uit voor alle berichten van de cursus', 'stop'],
  ['Meld mij maar af voor vanavond, lukt niet', 'other'], ['Meld mij maar af van de lijst', 'stop'],
  ['Wir müssen uns leider vom Turnier abmelden', 'other'], ['Ich möchte mich vom Verteiler des Kurses abmelden', 'stop'],
  ['Können Sie mich für Freitag streichen', 'other'], ['Abmelden von Kursinfos bitte', 'stop'],
  ['Pouvez-vous me désinscrire du cours de yoga de ce soir', 'other'], ['Je veux me désinscrire des rappels de cours', 'stop'],
  ['I need to opt out of the school trip', 'other'], ['Opt me out of the course mailing list', 'stop'],
  ['Please take me off the list for Saturday’s walk', 'other'], ['Take me off the list', 'stop'],
  ['Quiero darme de baja del curso de inglés del lunes', 'other'], ['Quiero darme de baja de la lista del curso', 'stop'],
  ['Posso cancellarmi dalla lezione di domani?', 'other'], ['Cancellatemi dalla lista del corso', 'stop'],
  ['Devo disdire l’iscrizione al torneo', 'other'], ['Disdico l’iscrizione agli sms', 'stop'],
  ['Sigo de baja por la espalda, no puedo ir a clase', 'other'], ['estoy de baja hasta el lunes, baja de los sms', 'stop'],
  ['Necesito el parte de baja, podéis enviarlo?', 'other'], ['Necesito darme de baja', 'stop'],
  ['Mañana baja la temperatura, llevo chaqueta', 'other'], ['baja por favor', 'stop'],
  ['J’ai un arrêt de travail de deux semaines', 'other'], ['arrêt immédiat', 'stop'],
  ['Ik heb me ziek gemeld', 'other'], ['Ik heb me al afgemeld voor deze berichten', 'stop'],
  ['Mag de mayo eruit', 'other'], ['Mag mijn nummer eraf?', 'stop'], ['Mag ik eraf', 'stop'],
  ['Bitte die Gurke raus, sonst gerne', 'other'], ['Can the cheese be left off please', 'other'],
  ['Me quitáis la nata del postre?', 'other'], ['me podéis quitar de la lista?', 'stop'], ['me podéis quitar?', 'stop'],
  ['Vous pouvez me retirer la sauce du burger ?', 'other'], ['No more pizza texts', 'stop'],
  ['Entfernen Sie auch den alten Teppich?', 'other'], ['Wordt de oude keuken verwijderd?', 'other'],
  ['remove the old number from your list', 'stop'], ['Togliete anche la vecchia caldaia?', 'other'],
  ['Hört das Spiel um 10 auf?', 'other'], ['Hört das irgendwann auf mit den Nachrichten?', 'stop'],
  ['À quelle heure ferme la boutique ?', 'other'], ['ferme la', 'doubtful'],
  ['Ho dimenticato l’ombrello da voi', 'other'], ['oubliez mon numéro', 'stop'],
]

/** A yes answers whatever was asked, and asks for no messages; the wish for them says so. */
// biome-ignore format: a table
const yesAndAgain: Row[] = [
  ['oui', 'other'], ['Oui !', 'other'], ['yes', 'other'], ['ja', 'other'], ['sí', 'other'], ['Sì', 'other'],
  ['sim', 'other'], ['tak', 'other'], ['oui sms', 'start'], ['START', 'start'],
  ['¿Puedo volver a apuntarme?', 'start'], ['Me gustaría volver a apuntarme a los avisos', 'start'],
  ['Quiero volver a apuntarme a la clase de yoga', 'other'], ['Voglio riscrivermi', 'start'],
  ['Je voudrais me réabonner à vos sms', 'start'], ['Je veux me réinscrire au cours de danse', 'other'],
  ['I want to resubscribe', 'start'], ['I quit the gym last year, I’d like to rejoin', 'other'],
  ['no quiero volver a apuntarme, no me escribáis más', 'stop'], ['Can you email instead of texting?', 'doubtful'],
]

/** What ends is a thing, a pastime or somebody else's; beside each, the same words of messages. */
// biome-ignore format: a table
const otherEnds: Row[] = [
  ['I uninstalled the app, do my points still count?', 'other'], ['I deleted the app so stop texting me', 'stop'],
  ['Habe die App gelöscht, sind meine Punkte weg?', 'other'], ['Habe die App gelöscht, löschen Sie auch meine Nummer', 'stop'],
  ['J’ai supprimé l’appli par erreur, je perds mes points ?', 'other'], ['j’ai supprimé votre appli, supprimez moi aussi', 'stop'],
  ['Take the second tyre off the quote please', 'other'], ['Streichen Sie die zweite Lampe aus dem Angebot', 'other'],
  ['Löschen Sie meine Nummer aus Ihren Angeboten', 'stop'], ['Quitad el filtro del presupuesto', 'other'],
  ['Haal de lamp maar van de offerte', 'other'], ['togliete il mio numero dalle offerte', 'stop'],
  ['Merci de ne plus laisser les colis chez le voisin', 'other'], ['Niet meer bij de buren afgeven aub', 'other'],
  ['Bitte mein Zeitungsabo unterbrechen', 'other'], ['Abo kündigen', 'stop'],
  ['ik heb mijn krantenabonnement opgezegd', 'other'], ['abonnement opzeggen', 'stop'],
  ['We want to opt out of the pension scheme', 'other'], ['I want to opt out of everything', 'stop'],
  ['unsubscribe Mia from gymnastics', 'other'], ['unsubscribe me from football', 'stop'],
  ['Ich möchte Lena vom Turnen abmelden', 'other'], ['Ik wil Daan afmelden voor voetbal', 'other'],
  ['Per Sara disdico il nuoto', 'other'], ['disdico il calcio e toglietemi dalla lista', 'stop'],
  ['Quiero dar de baja a mi hija de natación', 'other'], ['Quiero darme de baja de natación y de los sms', 'stop'],
  ['La puerta del garaje no baja', 'other'], ['Der Aufzug stoppt immer im 3. Stock', 'other'],
  ['Die Werbung stoppt nicht', 'doubtful'], ['De stop sloeg er weer uit', 'other'],
  ['stop er maar een extra saus in de zak', 'other'], ['stop maar met sms’en', 'stop'],
  ['basta portare la tessera?', 'other'], ['basta mandare sms', 'stop'], ['basta passare il mio numero', 'stop'],
  ['non voglio il rosso, datemi il verde', 'other'], ['ik wil de rode niet meer, doe maar de groene', 'other'],
  ['Ouvert le 1er mai ?', 'other'], ['mai più messaggi', 'stop'], ['scancellate il mio numero', 'stop'],
  ['j’ai changé de salle de sport', 'doubtful'], ['Wir haben den Anbieter gewechselt', 'doubtful'],
]

/** Back on the list, and lost without help; a refusal beside it prevails. */
// biome-ignore format: a table
const backOrLost: Row[] = [
  ['Can I get back on the list please', 'start'], ['can i get off the list', 'stop'],
  ['vous pouvez me réinscrire aux alertes ?', 'start'], ['Réactivez les alertes svp', 'start'],
  ['könnt ihr mich wieder auf die Liste setzen', 'start'], ['könnt ihr mich aus der Liste nehmen', 'stop'],
  ['ci rimettete nella lista dei messaggi?', 'start'], ['disattivate gli avvisi', 'stop'],
  ['me podéis volver a apuntar a las ofertas?', 'start'], ['zet ons graag weer op de lijst', 'start'],
  ['je comprends rien, vous pouvez m’aider ?', 'help'], ['no lo entiendo, ayuda por favor', 'help'],
  ['non capisco niente, mi aiutate?', 'help'], ['ik begrijp er niets van, help', 'help'],
  ['I don’t understand why you keep texting me, help', 'doubtful'], ['met wie heb ik het genoegen?', 'contact'],
]

/** Another way is refused and this one wished for; something does not arrive; a halt at some work. */
// biome-ignore format: a table
const otherWays: Row[] = [
  ['Pas la peine de téléphoner, un texto me suffit', 'other'], ['Plus de sms, un courrier suffit', 'stop'],
  ['Please don’t ring me at work, a text is fine', 'other'], ['Please don’t ring or text', 'stop'],
  ['I opted out of the emails but please keep the texts', 'other'], ['I’d rather not get texts or calls', 'stop'],
  ['Rechnungen bitte nicht mehr per Post, per SMS ist super', 'other'], ['Keine Anrufe und keine SMS', 'stop'],
  ['No me llaméis al trabajo, con un sms basta', 'other'], ['no más sms ni llamadas, con una carta basta', 'stop'],
  ['Niente più bollette cartacee, via sms va benissimo', 'other'], ['niente sms né chiamate, basta una lettera', 'stop'],
  ['Bel me niet meer, stuur maar een sms', 'other'], ['geen sms en niet bellen, een brief is genoeg', 'stop'],
  ['Vos sms n’arrivent plus depuis lundi, c’est normal ?', 'other'], ['Faites que vos sms n’arrivent plus chez moi', 'stop'],
  ['Eure Nachrichten kommen seit gestern nicht mehr an', 'other'], ['De sms met de code komt maar niet binnen', 'other'],
  ['Stop! Don’t cut the grass yet, there’s a hedgehog', 'other'], ['Stop! Don’t contact the household again', 'stop'],
  ['Stopp, noch nicht liefern, wir sind nicht da', 'other'], ['Stopp! Ich will die Sachen nicht haben', 'stop'],
  ['Stop! Non tagliate la siepe, è quella del vicino', 'other'], ['Stop! Non mandate più nulla', 'stop'],
  ['Stop, no pinten el farol', 'doubtful'], ['Parad la lavadora, hay un gato dentro', 'other'],
  ['parad la máquina de mandar mensajes', 'stop'], ['Mag het verband eraf', 'other'], ['mag mijn naam eraf', 'stop'],
]

/** A thing is given up, and no message: beside it what is written of such things. */
// biome-ignore format: a table
const thingsGivenUp: Row[] = [
  ['Clôturez mon livret A svp', 'other'], ['Ik wil mijn autoverzekering opzeggen', 'other'],
  ['bitte abbestellen ich habe schon eine Versicherung', 'stop'], ['Unsubscribe I cancelled my insurance', 'stop'],
  ['Bitte den Handwerker für morgen abbestellen', 'other'], ['Stop the physio texts', 'stop'],
  ['Haal mijn naam maar van het programma', 'other'], ['Togliete il mio nome e basta', 'stop'],
  ['Please don’t leave the milk with number 7', 'other'], ['N’appelez plus au numéro 0639984127', 'stop'],
  ['Niente latte domani, siamo via', 'other'], ['No more lunch deals please', 'stop'],
  ['I don’t need windows', 'doubtful'], ['We don’t need the skip any more, can you collect it', 'other'],
  ['Schande, die Mülltonne wurde schon wieder nicht geleert', 'other'], ['Schon wieder Werbung für Schuhe, hört auf', 'stop'],
  ['Qué vergüenza, el autobús no ha pasado', 'other'], ['C’est honteux', 'doubtful'],
  ['Not interested in the loan, but what about the ISA?', 'other'], ['not interested in the loan', 'doubtful'],
]

/** A stop by mistake, messages wished back, an end in other words, and what is let be. */
// biome-ignore format: a table
const takenBack: Row[] = [
  ['Désolé j’ai tapé stop par erreur, remettez moi dans la liste', 'start'],
  ['STOP war ein Versehen, bitte wieder auf die Liste setzen', 'start'],
  ['Envié stop por error, volved a apuntarme por favor', 'start'], ['signed up by mistake please opt me out', 'stop'],
  ['I did not send stop by mistake. Stop!', 'stop'], ['aus Versehen angemeldet, bitte abmelden', 'stop'],
  ['Jullie mogen me weer berichten sturen hoor', 'start'], ['Volved a mandarme los avisos', 'start'],
  ['Vous recommencez à m’envoyer des pubs, stop', 'stop'], ['nie wieder schreiben', 'stop'],
  ['könnt ihr die 0171 3920056 bei euch rauswerfen', 'stop'], ['sacad el 612 345 678 de ahí', 'stop'],
  ['Our cat died. Can you make sure we don’t get any more', 'stop'], ['nun me scrivite cchiù', 'stop'],
  ['fate in modo che non mi arrivino più promemoria', 'stop'], ['no quiero que me lleguen más cosas de estas', 'stop'],
  ['olvídelo', 'doubtful'], ['lascia perdere', 'doubtful'], ['ja ja het zal wel', 'doubtful'],
  ['How does this service work? What words can I text?', 'help'], ['Welke woorden kan ik sturen?', 'help'],
]

/** What sets 28 and 29 added: a stop of the past, an end of one's own contract, a vote, a fee. */
// biome-ignore format: a table
const otherDemands: Row[] = [
  ['Mi ero cancellata dagli sms, vorrei riceverli di nuovo', 'start'], ['No quiero volver a recibir avisos', 'stop'],
  ['I unsubscribed in May and I’m getting your texts again, take me off', 'stop'],
  ['Comment je résilie mon abonnement ? Je déménage', 'doubtful'], ['Wie kündige ich das SMS-Abo?', 'stop'],
  ['Hört auf mit den Rodungen, dann wähle ich euch', 'doubtful'], ['Stop the campaign texts, no vote from me', 'stop'],
  ['Enlevez-moi les 12 euros de frais, je n’ai rien demandé', 'doubtful'],
  ['Haal me eraf, elk bericht kost mij 10 cent', 'stop'], ['Den Emil bitte von der Kinderfeuerwehr abmelden', 'other'],
  ['Haben Sie meine Kündigung per Post erhalten?', 'other'], ['Disdetta spedita per posta. Basta sms', 'stop'],
  ['Ya no uso el inhalador, baja por favor', 'stop'], ['Geen herhaalrecept meer nodig', 'other'],
]

/** He cannot ask for it himself. */
// biome-ignore format: a table
const mourned: Row[] = [
  ['My husband passed away in January. Please do not send him any more adverts.', 'stop'],
  ['Mon mari est décédé en janvier. Ne lui envoyez plus de publicité svp.', 'stop'],
  ['Mein Mann ist verstorben. Bitte schicken Sie ihm nichts mehr.', 'stop'],
  ['Mi marido falleció en enero. No le mandéis más.', 'stop'],
  ['Our gran passed in June so you can stop sending her these', 'stop'], ['Dad passed it on, send it again please', 'other'],
  ['send it again please', 'other'], ['Schick es bitte nochmal', 'other'], ['stuur het nog eens aub', 'other'],
  ['send it again and I’ll report you', 'stop'], ['ne le renvoyez plus jamais', 'stop'],
  ['Mijn man is overleden, stuur hem niets meer aub', 'stop'], ['My husband passed away in January', 'doubtful'],
  ['The boiler died, can you send somebody', 'other'],
  ['We lost Dad in October. Please stop sending him these, Mum still has his phone and it upsets her.', 'stop'],
  ['Nous avons perdu notre père en mars, merci de ne plus lui envoyer vos offres.', 'stop'],
]

describe('anger, conditions, everyday talk and what is asked for', () => {
  const later = [
    ...cancelled,
    ...noEnd,
    ...wishes,
    ...leavings,
    ...yesAndAgain,
    ...mourned,
    ...otherEnds,
    ...backOrLost,
    ...otherWays,
    ...thingsGivenUp,
    ...refusedThings,
    ...takenBack,
    ...otherDemands,
  ]
  test.each([...askedInAnger, ...conditions, ...everydayTalk, ...askedFor, ...later])(
    '%j is %s',
    (text, meaning) => {
      expect(readReply(text).meaning).toBe(meaning)
    },
  )
})

/** No rule knows them; what they resemble decides, and they are told as such. */
// biome-ignore format: a table
const alike: Row[] = [
  ['vos messages me dérangent', 'stop'], ['vos textos me sortent par les yeux', 'stop'],
  ['rozłączcie mnie z tej listy', 'stop'],
  ['eure sms treiben mich in den wahnsinn', 'doubtful'],
]

test.each(alike)('%j resembles writings that are %s', (text, meaning) => {
  const reading = readReply(text)
  expect(reading).toMatchObject({ meaning, by: 'likeness' })
  expect(reading.matched).not.toBe('')
})

test('the words that decided are told, and the language where they tell one', () => {
  const french = readReply('Bonjour, je ne veux plus recevoir vos pubs')
  expect(french).toMatchObject({ meaning: 'stop', language: 'fr' })
  expect(french.matched).toContain('plus recevoir')
  expect(readReply('STOP')).toEqual({
    meaning: 'stop',
    language: null,
    matched: 'stop',
    by: 'rules',
  })
  expect(readReply('Ich möchte keine Nachrichten mehr erhalten').language).toBe('de')
})

test('patterns that were made ready beforehand read as they did', () => {
  const texts = ['STOP', 'Bonjour, je ne veux plus recevoir vos pubs', 'merci', 'Wer sind Sie?']
  const before = texts.map(readReply)
  expect([...readyPatterns()].length).toBeGreaterThan(200)
  expect(texts.map(readReply)).toEqual(before)
})

test('a text of any length and any characters gets an answer quickly', () => {
  const long = 'ne plus de sms arrêtez '.repeat(4000)
  const started = process.cpuUsage()
  expect(readReply(long).meaning).not.toBe('other')
  for (const text of ['a '.repeat(60_000), '['.repeat(50_000), '\ud800', '"'.repeat(9_999)]) {
    expect(readReply(text).meaning).toBe('other')
  }
  const { user } = process.cpuUsage(started)
  expect(user / 1000).toBeLessThan(5_000)
})
