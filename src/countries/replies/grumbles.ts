// "Wankers", "boring", "are you mad, at six in the morning?", "my son left that school": nothing is
// asked, and somebody looks whether an end is meant.

import { thieves } from './anger.ts'
import { stems } from './dictionary.ts'
import { latePattern } from './late-pattern.ts'

const kin =
  '(?:son|daughter|kid|kids|children|boy|girl|fils|fille|enfant|enfants|garcon|sohn|tochter|kind|kinder|bub|hijo|hija|hijos|nino|nina|figlio|figlia|figli|bambino|bambina|zoon|dochter|kinderen|husband|wife|mari|femme|mann|frau|marido|mujer|marito|moglie|man|vrouw)'
const my =
  '(?:my|our|mon|ma|mes|notre|nos|mein|meine|unser|unsere|mi|mis|nuestr[oa]s?|mio|mia|i miei|nostr[oa]|mijn|onze|m n)'
const school =
  '(?:school|college|nursery|class|club|team|gym|ecole|lycee|creche|classe|equipe|schule|kita|klasse|verein|kindergarten|colegio|cole|instituto|guarderia|clase|equipo|scuola|asilo|squadra|palestra|opvang|klas|ploeg|team)'
const hour =
  '(?:\\d{1,2}(?: ?h| ?uhr| ?am| ?uur| ?ur| 30| 00)?|[a-z]+|halb [a-z]+|half [a-z]+|las [a-z]+|alle [a-z]+)'
const early =
  '(?:du matin|le matin|in the morning|of a morning|in der fruh|morgens|am morgen|de la manana|de la madrugada|di matin[ao]|del mattino|di notte|s ochtends|s morgens|in de ochtend|s nachts|nachts|at night|de la noche|de la nuit)'
const opinion =
  '(?:spinn(?:ts?|t ihr|en sie|t s)|gehts noch|geht s noch|are you (?:mad|crazy|for real|serious|insane)|vous etes (?:fous|malades|serieux)|ca va pas (?:non|la tete)|estais locos|estan locos|vais en serio|siete (?:matti|pazzi|impazziti|seri|fuori)|zijn jullie (?:gek|wel goed|niet goed)|ben je gek|serieus|mensen slapen|people are (?:asleep|sleeping)|la gente duerme|les gens dorment|leute schlafen|si dorme)'

const owned =
  '(?:cars?|voiture|auto|macchina|coche|wagen|dogs?|chien|hund|hond|cane|perro|cats?|chat|katze|kater|kat|gatt[oa]|gat[oa]|garden|jardin|garten|tuin|giardino|pool|piscine|piscina|pferd|horse|cheval|paard|caballo|cavallo|bike|motorbike|moto|motorrad|motor|scooter|van|caravan|caravane|wohnwagen|roulotte|boat|bateau|boot|barca|barco|house|maison|haus|casa|boiler|caldaia|caldera|chaudiere|fireplace|stove)'
const praise =
  '(?:(?:jaja |haha |na |oh |ah |ja |que )*(?:muy bien|que bien|genial|estupendo|fantastico|brilliant|great|lovely|wonderful|just (?:great|what i needed)|exactly what i needed|super|genial|toll|prima|klasse|na toll|wunderbar|fijn|leuk|fijn hoor|leuk hoor|lekker|che bello|che bella sorpresa|bene|ottimo|fantastico|magnifique|formidable))'
const msg =
  '(?:[a-z]*sms(?:jes?)?|sms jes|textos?|texts?|messages?|nachrichten|mensajes?|messagg[io]|bericht(?:en|jes)|mails?|promos?|pubs?|offres|offers|offerte|ofertas|angebote|aanbiedingen|alert[es]*|alertas|avvisi|avisos|reklame|reclame|werbung|spam)'
const shift =
  '(?:au travail|en cours|en reunion|at work|on (?:shift|nights)|working hours|orario di lavoro|al lavoro|lavoro|guardia|trabajo|horas? de trabajo|arbeit|dienst|arbeitszeit|werktijd|werk)'

/** All that a sentence says. */
const said = [
  // What they write about is no more.
  `(?:non ho piu|no longer have|(?:i |we )?(?:don t|dont) have|je n ai plus|j ai plus|ya no tengo|no tengo ya|(?:ich )?hab(?:e)? (?:gar )?(?:keine?n?)|(?:ik )?heb geen) (?:il |la |lo |l |un |una |the |that |a |de |d |el |mi |ein |een )*${owned}(?: any ?more| mehr| meer| ya)`,
  `(?:non ho piu|(?:i |we )?no longer have|je n ai plus|j ai plus|ya no tengo|no tengo ya) (?:il |la |lo |l |un |una |the |that |a |de |d |el |mi )*${owned}`,
  `(?:i |we )?(?:got rid of|sold|scrapped) (?:the|that|my|our) ${owned} (?:[a-z]+ ){0,3}(?:ago|last (?:year|month|week)|already)`,
  `(?:(?:the|that|my|die|der|das|mein|cette|ma|la|ese|mi|quella|de|mijn) )${owned} (?:is|s|ist|hab ich|est|esta|e|heb ik) (?:al jaren|al lang|schon (?:lange|ewig)|langst|long|deja|depuis longtemps|gia da anni|hace anos) (?:sold|gone|verkauft|verkocht|weg|vendue?|vendid[oa]|vendut[oa])`,
  `(?:vendi|vendimos|ho venduto|j ai vendu) (?:ese|el|mi|la|quella|cette|ma|il) ${owned} (?:hace|da|il y a|l) [a-z]+(?: [a-z]+)?`,
  // Praise that is none.
  `${praise} (?:[a-z]+ ){0,5}?(?:another|yet another|one more|encore une?|noch eine?|schon wieder eine?|wieder eine?|otr[oa]|un altr[oa]|weer(?: een)?|alweer(?: een)?|nog een) (?:${msg}|voucher|coupon|bon|gutschein|mensajito|mensajin|messaggino|smsje|berichtje|offer|offre|angebot|oferta|offerta|promo)`,
  '(?:danke|merci|thanks|thank you|gracias|grazie|bedankt|dank je|dank u) (?:furs (?:auf)?wecken|de (?:m|nous) avoir reveille[es]*|for waking (?:me|us)|por despertar(?:me|nos)|(?:per|di) aver(?:mi|ci) svegliat[oaie]|voor het wakker maken|dat je me wakker maakt)(?: [a-z0-9]+){0,5}',
  '(?:bravi|bravo|complimenti) continuate pure cosi',
  '(?:(?:ja claro|si claro|yeah right|sure|ja klar|na klar|ja hoor|ja ja|ja|oui oui|bien sur|certo|si si) )+(?:and |und |et |y |e |en )(?:i m|i am|ich bin|moi je suis|je suis|yo soy|io sono|ik ben) (?:the |der |die |le |la |el |il |de |het )(?:king|queen|pope|konig|kaiser|papst|roi|reine|pape|rey|reina|papa|re|regina|koning|koningin|paus|keizer|virgin mary)(?: [a-z]+){0,3}',
  '(?:(?:lol|mdr|haha|ja|nein|no|non) )*(?:toujours pas riche|still not (?:rich|a millionaire)|still (?:broke|skint)|immer noch nicht reich|(?:sigo|seguimos) sin ser rico|ancora non sono (?:ricco|ricca)|nog steeds niet rijk)(?: (?:desolee?|sorry|leider|lo siento|mi spiace))?',
  '(?:ja hoor|jaja|ja ja) (?:tuurlijk|natuurlijk|vast|zeker|vast wel)',
  // Their superiors are to hear of it.
  `(?:(?:straks|morgen|gleich|demain|tomorrow|manana|domani) )?(?:bel|spreek|schrijf) ik (?:[a-z]+ ){0,3}(?:jullie|uw) (?:baas|chef|directeur|directie)|(?:ich )?(?:rufe|spreche|schreibe) (?:[a-z]+ ){0,2}(?:euren|ihren|eurem|ihrem) (?:chef|boss|vorgesetzten)(?: an)?|i(?: ll| will| m going to) (?:be )?(?:call|ring|calling|ringing|speak to|speaking to) your (?:boss|superior|head office)|(?:je vais |j )(?:appelle|appeler|ecrire a|parler a) votre (?:patron|chef|direction)|(?:voy a llamar|llamare|llamo) a (?:vuestro|su) jefe|(?:chiamo|chiamero) il vostro (?:capo|direttore)`,
  // Whether they are in their right mind, and whether they may.
  'habt ihr sie noch alle|haben sie noch alle (?:tassen|latten)[a-z ]*',
  '(?:mais |ma |pero |maar |but |aber )?(?:vous etes|t es|etes vous|are (?:you|ye|yous)|have (?:you|ye)|seid ihr|sind sie|estais|estan|os habeis|se han|siete|vi siete|zijn jullie|bent u|ben je) (?:all |lot |guys |people |tous |alle |todos |tutti |nou |nu |wel |helemaal |soms |allemaal |completement |completely |actually |gone |lost |vollig |eigentlich |noch |denn |vuelto |vueltos |devenus |diventati |proprio )*(?:fous|malades|cingles|tombes sur la tete|mad|crazy|insane|nuts|mental|your minds?|the plot|verruckt|bescheuert|irre|ganz dicht|ganz bei trost|bekloppt|locos|chalados|mal de la cabeza|matti|pazzi|impazziti|fuori di testa|fuori|gek(?: geworden)?|goed (?:bij je hoofd|snik|wijs)|wijs|snik|van de pot gerukt)',
  '(?:et |and |und |en |y |e )?(?:c est|est ce que c est|est ce|is|is that|is dit|is dat|ist|ist das|es|esto es|e|ma e) ?(?:this|that|it|das|dies|sowas|dit|dat|esto|questo|ca|cela)? (?:eigentlich |uberhaupt |wel |eigenlijk |even |meme |bien |siquiera |almeno |zomaar )*(?:legale?|illegale?|wettelijk(?: toegestaan)?|wettlich erlaubt|rechtens|toegestaan|legaal)',
  // What they say is worth nothing.
  '(?:que des |tout ca c est des |what |pure |all |alles |so ein |was fur ein |allemaal |vaya |menudas |sono |tutte )*(?:foutaises|balivernes|conneries|fadaises|bullshit|bollocks|nonsense|codswallop|baloney|hogwash|quatsch|blodsinn|unsinn|schwachsinn|mumpitz|tonterias|chorradas|pamplinas|sandeces|gilipolleces|cazzate|stupidaggini|sciocchezze|fesserie|scemenze|baggianate|onzin|flauwekul|lariekoek|gelul|kletskoek|gezever)',
  // Curses at whoever writes.
  '(?:you |vous etes |sois des |bande d |bande de |ihr |so |siete |che |sois |que |stelletje |wat een |stomme |blode |putos |bloody |fucking |absolute |complete |jullie zijn |manga de )*(?:idiots?|idiotes?|idiotas?|idioti|idioten|idiota|morons?|wankers?|tossers?|twats?|pricks?|dickheads?|knobheads?|arseholes?|assholes?|bastards?|cunts?|muppets?|eejits?|gobshites?|clowns?|connards?|connasses?|cons|abrutis?|cretins?|cretini|cretino|debiles?|batards?|enfoires?|salauds?|salopards?|bouffons?|tocards?|imbeciles?|imbecilli|imbecille|encules?|arschlocher|arschloch|idiotenhaufen|deppen|depp|trottel|wichser|vollidioten|vollpfosten|penner|spasten|affen|gilipollas|capullos?|cabrones|cabron|imbeciles|payasos|hijos de puta|tontos|subnormales|anormales|mamones|pendejos|stronzi|stronzo|bastardi|coglioni|coglione|deficienti|deficiente|pezzi di merda|buffoni|pagliacci|scemi|klootzakken|klootzak|eikels?|lul|lullen|sukkels?|zeveraars?|zakken|mongolen|debielen|kutten|hufters?|smeerlappen|onnozelaars?|kalveren|oida|oide)',
  // It leaves one cold.
  '(?:so |sooo |trop |tres |echt |voll |que |che |wat |super |really |very |total )*(?:boring|yawn|boeiend|saai|langweilig|gahn|aburrid[oa]s?|que rollo|noios[oia]|che noia|barbant|ennuyeux|chiant|ennuyant)',
  '(?:ik |het |dat )?(?:kan |boeit |interesseert )?(?:me|mij) (?:echt |helemaal |toch )*(?:geen (?:reet|bal|zak|fluit|moer)|niks schelen|niets schelen|weinig schelen)',
  '(?:het |dat )?kan (?:me|mij) (?:echt |toch )*(?:niks|niets|niet|weinig|geen (?:reet|bal|zak)) (?:schelen|boeien)',
  `(?:ich |wir )?(?:habe?|haben) (?:gar |doch |uberhaupt )*keine (?:kinder|enkel|haustiere|tiere)`,
  `(?:stelletje |wat een |bande de |sois unos |siete dei |ihr )?(?:${thieves}|graaiers|boeven|dieven|vampires)`,
  `(?:i |we )?(?:don t|dont|do not) (?:even )?(?:have|own) (?:a |any )${owned}`,
  `(?:je n |j )ai (?:meme )?pas de ${owned}|(?:yo )?no tengo (?:ni )?${owned}|(?:io )?non ho (?:nemmeno |mica )?(?:un |una )?${owned}`,
  `(?:ik )?heb (?:helemaal |toch |geeneens )*geen(?:eens)? ${owned}`,
  '(?:i|we) (?:don t|dont|do not) (?:even )?have (?:any )?(?:kids|children|pets|grandchildren)|(?:je n|j|on n|nous n) ?(?:ai|avons) (?:meme )?pas d (?:enfants?|animaux)|(?:yo )?no tengo (?:ni )?(?:hijos|ninos|mascotas|nietos)|(?:io )?non ho (?:nemmeno |mica )?(?:figli|bambini|animali|nipoti)|(?:ik|wij|we) (?:heb|hebben) (?:helemaal |niet eens )?geen (?:kinderen|huisdieren|kleinkinderen)',
]

/** Somewhere in what is said. */
const within = [
  // Little is thought of them.
  `(?:not|nicht|geen|pas|no soy|non sono|kein|keine) (?:(?:a|really|too|overly|so|very|grote|un|una|muy|mucho|tres|trop|vraiment|grosser|grosse|gran) )*(?:keen on|fan of|fond of|big on|mad about|fan (?:von|van|de|di)|freund von|liefhebber van|friande? de|partidari[oa] de|amante (?:di|dei|delle)|amic[oa] (?:di|dei)) (?:[a-z]+ ){0,2}${msg}`,
  `(?:ik )?heb het niet zo op (?:[a-z]+ ){0,2}${msg}|(?:no me (?:gustan|hacen gracia)|non (?:mi piacciono|amo)|j aime (?:pas|guere) (?:trop )?|je n aime (?:pas|guere)|ich mag keine) ?(?:nada |molto |vos |ces |estos |vuestros |questi |i vostri |diese |eure |de |le |[a-z]+ )?${msg}`,
  // Not now, and perhaps never.
  '(?:no (?:point|use|need)|pas la peine|inutile?|ne sert a rien|sinnlos|zwecklos|unnotig|nicht notig|no (?:sirve|merece la pena|vale la pena|hace falta|tiene sentido)|non (?:serve|ha senso|vale la pena)|geen (?:zin|nut)|zinloos|niet nodig) (?:in (?:these|them|it) )?(?:for now|right now|at the moment|for the moment|for a while|pour l instant|pour le moment|en ce moment|im moment|momentan|vorerst|derzeit|de momento|por ahora|por el momento|per ora|per il momento|al momento|voorlopig|op dit moment|nu even)',
  '(?:for now|right now|at the moment|for the moment|pour l instant|pour le moment|im moment|vorerst|derzeit|de momento|por ahora|per ora|per il momento|al momento|voorlopig) (?:c est |it s |ist es |es |e |is het |there s |ik heb |i |ich |je |ca |das )?(?:can t (?:be doing with|be bothered|deal with)|no (?:point|use)|pas la peine|inutile?|ne sert a rien|sinnlos|zwecklos|no (?:sirve|merece la pena)|non (?:serve|ha senso)|geen (?:zin in|behoefte)|zinloos|kann ich (?:das|damit) nicht|j ai pas la tete a|no estoy para|non ho la testa per)',
  '(?<! (?:we|i|you|they|to|nous|on|wir|ihr|ich|can|do|let s) )(?:faites|fais|take|give (?:it|us|me)|macht|haced|hagan|tomaos|fate|prendetevi|neem|nemen|las|houd|legt) (?!ihr )(?:au moins |almeno |al menos |wenigstens |mal |bitte |even |eens |toch |minstens )*(?:une pause|a (?:break|rest)|eine pause|una pausa|un descanso|(?:een )?pauze)(?! (?:dejeuner|pipi|cafe|caffe|cigarette|midi))',
  // Who wavers.
  '(?:could|might|should|pourrais|devrais|konnte|sollte|podria|deberia|potrei|dovrei|zou|kon) (?:[a-z]+ ){0,4}?(?:stop|unsubscribe|cancel|leave|arreter|desabonner|desinscrire|abmelden|abbestellen|stoppen|parar|quitar|borrarme|darme de baja|disiscrivermi|cancellarmi|fermarli|toglierli|togliermi|afmelden|uitschrijven|opzeggen) (?:[a-z]+ ){0,3}(?:but|mais|aber|pero|ma|maar)(?= )',
  // Others are meant, or they are of another kind.
  `(?:you|u|vous|sie|ihr|buscais|buscan|quereis|quieren|cercate|volete|volevate|cerca|jullie|je) ?(?:must |probably |probablement |devez |wohl |sicher |bestimmt |vast |zeker |waarschijnlijk |forse |seguro |hablar con )*(?:want|re after|are after|re looking for|are looking for|mean|meant|cherchez|voulez|vouliez|visez|meinen|meint|suchen|sucht|wollen|wollt|zoeken|zoekt|bedoelen|bedoelt|moeten|a)? ?(?:plutot |denk ik |wohl |sicher )?(?:a )?${my} ${kin}(?= )(?<=(?:want|after|for|mean|meant|cherchez|voulez|vouliez|meinen|meint|suchen|sucht|wollt|zoeken|bedoelen|buscais|buscan|quereis|cercate|volevate)(?: (?:plutot|denk ik|a|wohl|sicher|hablar con))? ${my} ${kin})(?! (?:to|a|zum|zur|in|om|te|per|para|pour|mit|auch|there|here) )`,
  `(?:mettez|envoyez|gardez|send|just|only|schickt|nur|mandad|enviad|solo|mandate|inviate|soltanto|stuur|alleen|juste|seulement|que) (?:[a-z]+ ){0,5}?(?:pas|not|nicht|no|non|niet) (?:toutes|tous|all|every|alle|todos|todas|tutti|tutte|elke|allemaal|jede) (?:[a-z]+ )?(?:${msg}|rappels|reminders|news|infos?|notifications?|notifiche|meldingen|meldungen)`,
  '(?:choisir|choose|pick|aussuchen|auswahlen|wahlen|elegir|escoger|scegliere|kiezen|uitkiezen) (?:[a-z]+ )?(?:ce que|what|which|was|welche|que|cuales|cosa|quali|che cosa|wat|welke|quels|quelles) (?:[a-z]+ ){0,3}?(?:recoi[st]|recevoir|recevons|receive|get|bekommt?|bekomme|erhalt|erhalte|recibo|recibir|ricevo|ricevere|riceve|arriva|ontvang|ontvangt|krijg|krijgt)(?= )',
  // Once more, and at work.
  '(?:das|die|den|sowas) (?:habt ihr|haben sie) (?:mir )?(?:[a-z]+ )?(?:schon )(?:[a-z]+ )?geschickt|(?:dat|dit) hebben jullie (?:me |mij )?(?:[a-z]+ )?al (?:[a-z]+ )?gestuurd|ya me (?:lo|los|la) (?:mandasteis|enviasteis|mandaron|enviaron)|(?:vous (?:me |nous )?(?:l |les )?(?:avez|aviez) deja envoye[es]*|you (?:ve |have )?(?:already )?sent (?:me |us )?(?:this|that|it|these)(?: already)?|(?:habt ihr|haben sie) (?:mir )?(?:das |die )?(?:schon|doch schon|bereits) (?:[a-z]+ ){0,3}geschickt|(?:ya )?(?:me |nos )?(?:lo |los )?(?:habeis|han) (?:ya )?(?:mandado|enviado)|(?:me l|ce l|me lo|ce lo) avete gia mandato|(?:hebben jullie|jullie hebben) (?:me |mij |dit |dat )*(?:al|gisteren) (?:[a-z]+ ){0,3}gestuurd) (?:[a-z]+ ){0,3}?(?:ieri|hier|yesterday|gestern|ayer|gisteren|twice|three times|deux fois|trois fois|zweimal|dreimal|dos veces|tres veces|due volte|tre volte|twee keer|drie keer|lundi|monday|montag|lunes|lunedi|maandag)',
  `${shift} (?:[a-z]+ ){0,8}?(?:\\. )?(?:evitez|evitate|evitare|evitad|eviten|avoid|don t text|vermeiden|vermijd|pas de sms|no texts|keine sms|niente sms|geen sms)(?: (?:svp|please|bitte|grazie|aub|merci|it|ca|das))* \\.`,
  '(?:stop|quit|arretez|cessez|avoid) (?:sending|texting|envoyer|de (?:m |nous )?envoyer|d envoyer|messaging) (?:[a-z]+ ){0,3}?(?:(?:in the middle of|during|late at|at) (?:the )?(?:nights?|work|dinner)|au milieu de la nuit|en pleine nuit|la nuit|pendant)',
  // Left there, without a word of what.
  '(?:chiudiamola|finiamola|restons en la|on en reste la|let s leave it (?:there|at that|here)|belassen wir es dabei|lassen wir das|dejemoslo (?:aqui|asi|ya)?|(?:laten we|we) (?:het )?(?:hierbij|daarbij) laten)(?: (?:qui|li|grazie|merci|thanks|danke|gracias|bedankt|cosi|then))* \\.',
  `(?:jullie|je|sie|ihr|you|vous|buscais|cercate) ?(?:vast |zeker |wohl |sicher |must |probably |devez |cherchez |zoeken |suchen |meinen |want |mean |vouloir |denk ik )*${my} (?:frere|soeur|brother|sister|bruder|schwester|hermano|hermana|fratello|sorella|broer|zus)(?= )(?<=(?:cherchez|vouloir|want|mean|suchen|meinen|zoeken|buscais|cercate)(?: (?:vast|zeker|wohl|denk ik))? ${my} [a-z]+)(?! (?:to|a|zum|zur|in|om|te|per|para|pour|mit|auch|there|here) )`,
  `${my} (?:frere|soeur|pere|mere|brother|sister|mum|dad|mother|father|bruder|schwester|vater|mutter|hermano|hermana|padre|madre|fratello|sorella|broer|zus|moeder|vader|${kin}) (?:[a-z]+ ){2,14}(?:\\. )?(?:retirez|enlevez|rayez|virez) (?:le|la) \\.|${my} (?:fratello|sorella|padre|madre|suocer[oa]|${kin}) (?:[a-z]+ ){2,14}(?:\\. )?(?:levatel|toglietel|cancellatel)[oa] \\.|${my} (?:brother|sister|mum|dad|mother|father|${kin}) (?:[a-z]+ ){2,14}(?:\\. )?(?:remove (?:him|her)|take (?:him|her) off) \\.|${my} (?:bruder|schwester|vater|mutter|${kin}) (?:[a-z]+ ){2,14}(?:\\. )?(?:nehmt|streicht|loscht) (?:ihn|sie)(?: raus)? \\.|${my} (?:hermano|hermana|padre|madre|${kin}) (?:[a-z]+ ){2,14}(?:\\. )?(?:quitad|borrad)(?:lo|la) \\.|${my} (?:broer|zus|moeder|vader|${kin}) (?:[a-z]+ ){2,14}(?:\\. )?(?:haal (?:hem|haar) (?:eraf|eruit|weg)) \\.`,
  `${my} ${kin} (?:s est retiree?|has withdrawn|withdrew|dropped out|si e ritirat[oa]|ist ausgestiegen|se ha (?:retirado|borrado)|heeft zich teruggetrokken) (?:du|de la|from|of|dal|dalla|aus dem|aus der|del|de|van|uit)`,
  // They are there no more, and the messages are for those who are.
  `${my} ${kin} (?:[a-z]+ )?(?:has |have |hat |ha |heeft |a |is |ist |e |est )?(?:now |already |ya |gia |deja |al |inmiddels |schon )?(?:left|quitte|verlassen|dejado|lasciato|verlaten|changed|change de|gewechselt|cambiado de|cambiato|veranderd van|finished|fini|acabado|finito) (?:the |l |la |le |that |your |die |el |de |il |deze |d )?${school}`,
  `${my} ${kin} (?:is|ist|geht|goes|va|est|esta|zit|gaat|e|frequenta|doesn t go|no va|ne va) (?:[a-z]+ )?(?:no longer|nicht mehr|nimmer|not|plus|ya|piu|niet meer|niet langer|now) (?:at |in |an |auf |a |dans |en |op |to |alla |nella |bei )?(?:the |der |die |das |eurer |diese |dieser |cette |this |esta |questa |deze |die |ihrer |l |la |le |el |de |het |cette |quella |esa |that |your )?${school}`,
  `${my} ${kin} (?:no va|non va|non frequenta|ya no va|ne va|n est|non e|geht|ist) (?:piu |mas |plus |nicht mehr )?(?:a |en |dans |in |alla |auf )*(?:la |el |l |ese |esa |der |die )?${school}(?: [a-z]+)?(?= (?:nicht mehr|desde|ya|piu|plus|depuis|\\.))`,
  `${my} ${kin} (?:has stopped|a arrete (?:le|la|de)|hat mit [a-z]+ aufgehort|ha smesso di|ha dejado (?:de|el)|is gestopt met|stopped (?:playing|doing|going)) (?!(?:smoking|fumer|rauchen|fumare|fumar|roken) )(?:[a-z]+ ){0,2}[a-z]+`,
  '(?:mr|mrs|ms|dr|m|mme|monsieur|madame|docteur|herr|frau|senor|senora|sr|sra|don|dott|dot|signor|signora|sig|ing|avv|meneer|mevrouw|dhr|mevr|dokter) (?:\\. )?[a-z]+ (?:n )?(?:doesn t|no longer|arbeitet|travaille|ya no|non|works?|werkt) (?:work[s]? |trabaja |lavora |here |hier |plus |nicht |ici |aqui )*(?:here|ici|hier|aqui|qui|plus|mehr|any ?more|meer|piu)',
  // At an hour when one sleeps.
  `(?:not|pas|nicht|no|non|niet|please not) (?:at|a|um|om|alle|ale|a las|las|vor|before)? ?(?:las |alle |half |halb )?${hour} (?:[a-z]+ )?${early} ?(?:(?:on|de|di|am|op|le|a|un|el|of)(?: a)? )?(?:sunday|saturday|domenica|sabato|domingo|sabado|sonntag|samstag|zondag|zaterdag|dimanche|samedi|weekend)?(?= \\. )`,
  `(?:${early}) (?:(?:on|de|di|am|op|le|a|un|el|of)(?: a)? )?(?:sunday|domenica|domingo|sonntag|zondag|dimanche)? ?(?:[.,] )*${opinion}`,
  `${opinion} (?:\\. )?(?:at|a|um|om|alle|es ist|it s|son|sono) (?:[a-z0-9]+ ){1,3}${early}`,
  // It smells of a fraud.
  '(?:puzza di|sa di|riecht nach|smells (?:like|of)|sounds like|sent l|ca sent l|huele a|suena a|ruikt naar|klinkt als|klingt nach) (?:a |un |una |eine? |een )?(?:fregatura|truffa|imbroglio|bidone|betrug|abzocke|verarsche|scam|fraud|con|arnaque|escroquerie|estafa|timo|engano|oplichting|oplichterij|zwendel)',
  '(?:smells|looks|seems|ruikt) (?:a bit |very |well )?(?:fishy|dodgy|verdacht)',
  // Who cannot read them.
  '(?:can t|cant|cannot|kann|peut|puede|puo|kan|can not) (?:pas |plus |no |non |niet |nicht )?(?:(?:mehr |even )?(?:read|lire|leer|leggere|lezen|lesen)) (?:[a-z]+ )?(?:what you|your|these|this|vos|ce que vous|lo que|vuestr|quello che|i vostri|wat u|wat jullie|uw|jullie|was ihr|was sie|eure|ihre)',
  '(?:kann|konnen) (?:[a-z]+ ){0,2}(?:nicht|nichts) (?:mehr )?(?:lesen)(?: ,)? was (?:ihr|sie)',
  `kan (?:die|deze|uw|jullie|zulke) ${msg} niet (?:goed |meer )*(?:lezen|openen)`,
  // For a time.
  '(?:mett(?:ez|re|ons)|met) (?:ca |les? |tout )?en pause(?: (?:jusqu|pendant|pour|un) ?[a-z]*)?|(?:pause|pausiert|pausieren|pauzeer|pauzeren) (?:it|them|this|das|es|bitte|het|dit|even|aub|mal)? ?(?:until|till|for a|bis|tot|fur)|(?:poned|poner|pongan|ponedlo|pausad) (?:lo |los )?(?:en pausa )?(?:hasta|durante|unas?)|(?:mettete|mettere|metti) (?:tutto |li )?in pausa(?: fino)?',
  // Who is not sure of it.
  '(?:stop|baja|desabo)[a-z]* (?:[a-z]+ ){0,4}(?:par erreur|by mistake|aus versehen|por error|sin querer|per sbaglio|per errore|per ongeluk) (?:[a-z]+ ){0,3}(?:, )?(?:ou|or|oder|o|of) (?:peut etre|maybe|vielleicht|quizas?|forse|misschien|toch)',
  '(?:j ai|i|ich|he|ho|ik) [a-z]+ (?:[a-z]+ )?stop (?:[a-z]+ ){0,4}(?:je crois|i think|glaube ich|creo|credo|denk ik)',
  '(?:abgemeldet|abbestellt|afgemeld|uitgeschreven|unsubscribed|opted out|desabonnee?|desinscrite?|de baja|cancellat[oa]|disiscritt[oa])(?: [a-z]+){0,3} (?:aber|maar|but|mais|pero|ma) (?!(?:[a-z]+ ){0,8}(?:weer|wieder|again|nouveau|nuevo|otra|nuovo|nuovamente|back) )(?:[a-z]+ ){0,6}(?:doch|toch|eigentlich|actually|finalement|forse|peut etre|maybe|quizas?|misschien|vielleicht|evtl|a lo mejor|magari|eigenlijk)',
  '(?:uberlege|denke daruber nach|thinking (?:of|about)|considering|je (?:songe|pense|reflechis) a|estoy pensando (?:en|si)|me planteo|sto pensando (?:di|se)|penso di|overweeg|denk erover|ik denk eraan|twijfel of) (?:[a-z]+ ){0,4}(?:auszutreten|abzumelden|kundigen|zu kundigen|leaving|unsubscribing|cancelling|canceling|quitting|partir|quitter|me desabonner|me desinscrire|resilier|darme de baja|dejarlo|irme|borrarme|cancellarmi|disiscrivermi|andarmene|disdire|afmelden|me af te melden|op te zeggen|uit te schrijven|te stoppen|stoppen)',
  // Some are welcome.
  '(?:reminders?|updates?|alerts?|rappels?|alertes?|erinnerungen|infos?|recordatorios?|avisos?|promemoria|avvisi|herinneringen|meldingen|horaires|zeiten|[a-z]+zeiten) (?:[a-z]+ ){0,3}(?:are |is |sont |sind |son |sono |zijn )?(?:fine|ok|okay|yes|good|welcome|grand|oui|ja|gern|gerne|gut|si|vale|bien|bene|va bene|prima|oke|goed) (?:[a-z]+ ){0,2}(?:but|mais|aber|pero|ma|maar|and|et|und) (?:[a-z]+ ){0,2}(?:not|no|pas|aucun|keine?|nicht|non|niente|geen|niet)',
  // Why to me?
  '(?:perche|por que|pourquoi|warum|waarom|why) (?:do |does |are |ca |cela |mi |me |ci |nos |tout ca |die |das |ces|these |this )*(?:arriv[a-z]*|llega[n]?|lega[n]?|come?|coming|vien[a-z]*|kommen|kommt|komen|komt) (?:these |this |those |questi |queste |esto |estos |dit |deze |die |das )?(?:a me|a mi|a moi|chez moi|to me|zu mir|bei mir|bij mij|naar mij)',
  // Another way is asked for.
  '(?:kan|kunnen|konnt|konnen|geht|ginge|konnte|peut|pouvez|pourriez) (?:[a-z]+ ){0,3}(?:niet|nicht|pas) (?:[a-z]+ ){0,3}(?:per|via|par) (?:mail|email|e mail|post|brief|courrier|courriel|whatsapp)',
  '(?:no|non) (?:puede|podria|podeis|si puo|potete|potreste) (?:[a-z]+ ){0,3}(?:por|per|via|tramite) (?:mail|email|e mail|correo|carta|posta|lettera|whatsapp)',
  // Who weighs it, and whose night it is overseas.
  '(?:je (?:reflechis|hesite|me demande) si je|ich uberlege ob ich|i m wondering (?:if|whether) i|me pregunto si|mi (?:chiedo|domando) se|ik vraag me af of ik) (?:[a-z]+ ){0,5}?(?:continue|reste|garde|recevoir|bleibe|behalte|weiter|keep|keeping|stay|sigo|continuo|resto|blijf)',
  `(?:ici|chez moi|hier|here|bei mir|aqui|qui) (?:il est|ist es|it is|it s|son las|sono le|is het) (?:[a-z0-9]+ ){1,3}${early}`,
  // So many are many.
  '(?:basta )?che (?:ne )?siamo (?:gia )?a (?:\\d+|[a-z]+) (?:questa settimana|oggi|questo mese|al giorno)',
  '(?:kan|mag) (?:het|dat|dit) niet (?:[a-z0-9]+ ){0,3}(?:per|in de|a) (?:maand|week|jaar)',
  `${msg} (?:[a-z0-9]+ ){0,5}?(?:[.] )?(?:es|son|c est|ca fait|das (?:ist|sind)|it s|that s|e|sono|dat is|het is) (?:un poco |un peu |a bit |ein bis(?:s)?chen |wel |toch |best |echt |bastante |molto |quand meme |schon |halt )*(?:mucho|muchos|demasiado|beaucoup|viel|a lot|tanto|tanti|veel)`,
  // Whoever wonders when they agreed, and who said they did.
  '(?:since )?(?:when|where) did (?:i|we) (?:ever |even )*(?:agree|consent|allow|say (?:yes|ok|okay)|give (?:you )?(?:my )?(?:consent|permission|the ok))',
  'who (?:said|says|told you|decided|thinks?) (?:that )?(?:i|we) (?:ever )?(?:want|wanted|would|d like|like|agreed|need|asked)',
  '(?:quand|ou) (?:est ce que |donc )?(?:j ai|ai je|je vous ai) (?:jamais |bien pu )?(?:accepte|autorise|dit oui|consenti|donne (?:mon )?(?:accord|consentement|autorisation))',
  'qui (?:vous )?(?:a|avait) (?:bien pu )?(?:dit|decide|autorise|permis) (?:que je|que j|a m|de m|a me|de me)',
  'wann (?:habe?|hatte) ich (?:denn |jemals |je |dem |da |das |euch |ihnen |hier )*(?:zugestimmt|eingewilligt|erlaubt|ja gesagt|einverstanden)',
  'wer (?:sagt|behauptet|hat (?:denn |euch |ihnen )*(?:gesagt|behauptet|entschieden)) (?:denn |euch |ihnen )*das ich',
  '(?:cuando|donde) (?:os |les |le )?(?:he|habre|di|dije|acepte|autorice|consenti) (?:yo )?(?:aceptado|autorizado|dado|dicho|consentido|recibir|permiso|que si)',
  'quien (?:os |le |les |te )?(?:dijo|ha dicho|dice|decidio) que (?:yo )?(?:quiero|queria|acepto|acepte|me apunt%|deseo)',
  '(?:quando|dove) (?:vi |le )?(?:ho|avrei) (?:mai )?(?:dato|detto (?:di )?si|accettato|acconsentito|autorizzato)',
  'chi (?:vi |ti |le )?(?:ha )?(?:detto|dice|deciso) che (?:io )?(?:voglio|volevo|accetto|volessi|ho)',
  'wanneer heb ik (?:[a-z]+ ){0,4}?(?:toegestemd|ingestemd|goedgevonden|toestemming|akkoord)',
  'wie (?:zegt|zei|heeft (?:gezegd|beslist|bepaald)) dat ik (?:[a-z]+ ){0,4}?(?:wil|wilde|wou|akkoord)',
  // In anger beside what is answered.
  '(?:vind (?:ik )?(?:dit|dat) (?:niet normaal|niet kunnen|niet oke)|dit kan (?:toch )?niet|(?:c est|ce n est|je trouve (?:pas )?(?:ca|cela)) (?:pas|vraiment pas) normal|das (?:ist|geht) (?:doch )?(?:nicht normal|gar nicht|so nicht)|(?:this|that) (?:isn t|is not) (?:right|ok|okay|on|normal)|(?:esto )?no (?:es|me parece) (?:ni )?normal|non e (?:mica )?normale)',
]

const alone = said.map((source) =>
  latePattern(
    ` (?<=[.] (?:(?:ah|oh|ach|och|no|nein|nee|non) )?)(?:${stems(source)})(?: (?:zeg|hoor|man|mate|lads|tio|raga|alter|quoi|he|hein|really|echt|wirklich))? (?=\\.)`,
  ),
)
const somewhere = within.map((source) => latePattern(` (?:${stems(source)})(?= )`))

/** What a person reads before anything is ended; null where nothing is grumbled. */
export function grumbled(sentence: string): string | null {
  for (const one of [...alone, ...somewhere]) {
    const found = one.exec(sentence)?.[0].replaceAll(' .', '').trim()
    if (found !== undefined) return found
  }
  return null
}
