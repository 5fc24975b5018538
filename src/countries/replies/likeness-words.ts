// What the words of an everyday reply are about, in nine languages: the likeness reader's dictionary.

/**
 * Beside the ideas that a refusal is made of: what people speak of when they answer a reminder or
 * an offer, and what annoys them. `%` ends a stem; doubled letters do not matter.
 */
export const senses = {
  thanks:
    'merci%|remerci%|thank%|thx|ty|cheers|danke%|dank|gracias|grazie|bedankt|obrigad%|dziek%|mersi',
  please:
    'svp|stp|plait|please|pls|plz|kindly|bite|porfa%|favor|favore|cortesia|aub|alstublieft|alsjeblieft|gelift|wgl|prosze|graag|wanechgelift',
  greeting:
    'bonjour|bonsoir|salut|coucou|hello|hi|hey|morning|evening|hallo|guten|gruezi|moin|hola|buenos|buenas|buongiorno|buonasera|ciao|salve|goedemorgen|goedendag|ola|dzien|dobry|czesc|moien',
  yes: 'oui|ouais|ok|okay|okey|daccord|accord|yes|yep|yeah|sure|ja|jo|jep|klar|vale|si|claro|sim|tak|prima|akkoord|dobrze|parfait%|perfe[ck]t%|super|genial%|great|passt|pasok|confirm%|bestatig%|bevestig%|potwierdz%|valide|noted?|note|entendu|gerne|top|lovely|brill%',
  refusing: 'non|nan|no|nope|nah|nein|ne|nee|nao|nie|neen',
  day: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|montag|dienstag|mitwoch|donerstag|freitag|samstag|sonntag|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|segunda|terca|quarta|quinta|sexta|poniedzial%|wtorek|srod%|czwartek|piatek|sobot%|niedziel%|meindeg|denschdeg|mitwoch|donneschdeg|freideg|samschdeg|sonndeg|weekend|wochenende|finde',
  time: 'demain|hier|heures?|h|minutes?|min|midi|matin|soir|semaine%|mois|tomorrow|yesterday|today|tonight|oclock|am|pm|minute|hours?|week%|month|morgen|heute|gestern|uhr|stunde%|minuten|woche%|monat|manana|hoy|ayer|hora|horas|tarde|noche|semana%|mes|domani|oggi|ieri|ora|ore|minuti|settiman%|mese|vandaag|gisteren|uur|minuut|maand|amanha|hoje|ontem|manha|noite|minutos|jutro|dzis%|wczoraj|godzin%|minut%|tydzien|miesiac|muer|haut|auer|later|spater|plus tard|luego|dopo|pozniej|depois|bald|soon|bientot',
  arrive:
    'arriv%|viens|venir|viendr%|serai|seron[st]|retard%|coming|come|late|running|way|there|kom|kome|komme%|unterwegs|spat|verspat%|llego|llegar%|llegamos|voy|vamos|lego|camino|arrivo|arriviamo|ritardo|vengo|veniamo|onderweg|later|chego|chegar|atrasad%|caminho|jade|bede|spozni%|kommen',
  meeting:
    'rdv|rendez|vous rdv|rendezvous|reunion|appointment|booking|book|booked|reserv%|meeting|termin%|besprechung|cita%|consulta|turno|apuntament%|prenot%|riunione|visita|afspra%|overleg|marcac%|marcar|wizyt%|spotkan%|table|tisch|mesa|tavolo|tafel|stolik|slot|place|places|platz|platze|plaza%|posti|plek%|plak|lugar%|miejsc%|seat%',
  order:
    'comand%|commande|colis|paquet|livr%|panier|article|order%|parcel|package|deliver%|basket|item|bestel%|paket|lieferung|liefer%|pedido|encargo|paquete|envio|ordin%|pacco|conseg%|spedi%|bestelling|pakket|bezorg%|encomend%|entrega|zamowien%|paczk%|przesylk%|pak',
  money:
    'prix|coute|combien|euro|euros|payer|paie|paye|pai%|rembours%|factur%|price|cost%|much|pay|paid|refund|invoice|bill|preis|kostet|kosten|zahlen|rechnung|geld|precio|cuesta|pagar|reembols%|factura|dinero|prezzo|costa|pagare|rimbors%|fatur%|soldi|prijs|kost|betal%|preco|custa|cena|kosztuje|zaplac%|zwrot%|pieniedz%|kascht|carte|card|karte|tarjeta|carta',
  open: 'ouvert%|ouvr%|ferm%|horaire%|open%|close%|closing|closed|hours|geofnet|offen|ofnungszeit%|zu|schliest|macht|abierto%|abren|cerrad%|cierr%|horario|apert%|chius%|chiudete|orari|ofen|dicht|sluit%|openingstijd%|aberto|abrem|fecha%|fecham|otwart%|zamyk%|zamkn%|czynn%|op',
  place:
    'adresse|address|rue|parking|arret|gare|tram|bus|metro|train|quai|porte|magasin|boutique|street|park|station|shop|store|store|strasse|haltestelle|zug|bahnhof|laden|geschaft|direccion|calle|parada|tienda|tren|indirizzo|via|fermata|treno|negozio|adres|straat|halte|winkel|trein|parkeren|morada|rua|paragem|loja|ulica|przystan%|sklep|pociag|butek|geschaft',
  offer:
    'promo%|sold%|remise|reduc%|offre%|sale|sales|discount|code|voucher|coupon|deal|deals|offer%|aktion%|angebot%|rabat%|gutschein|oferta%|descuento|rebajas|offert%|sconto|sconti|saldi|acties|actie|korting|aanbieding%|desconto|promoc%|znizk%|rabat|wyprzedaz%|bon|bons',
  works:
    'marche|fonctionne%|lien|site|appli|code|work%|link|broken|website|app|geht|funktioniert|seite|funciona%|enlace|pagina|funziona%|sito|werkt|dziala|strona|va|mot de passe|password|pasword%|login|account|compte|konto|cuenta|conto|conta|konta',
  person:
    'fils|fille|enfant%|mari|femme|mere|maman|papa|pere|soeur|frere|son|daughter|kid%|child%|husband|wife|mother|mum|mom|dad|father|sister|brother|sohn|tochter|kind%|mann|frau|mutter|vater|mama|schwester|bruder|hijo%|hija%|marido|mujer|madre|padre|hermana|hermano|figlio|figlia|marito|moglie|sorella|fratello|zoon|dochter|man|vrouw|moeder|vader|zus|broer|filho|filha|mulher|mae|pai|irma|syn|corka|maz|zona|tata|brat|siostra',
  ill: 'malade%|fievre|medecin|docteur|hopital|sick|ill|fever|doctor|hospital|krank%|fieber|arzt|krankenhaus|enferm%|fiebre|medico|hospital|malat%|febbre|dottor%|ospedale|ziek%|koorts|dokter|ziekenhuis|doente|febre|chor%|goraczk%|lekarz%|szpital%',
  food: 'pizza%|menu|oignon%|fromage|sauce|dessert|olives?|lait|cafe|repas|onion%|cheese|milk|cake|cofee|meal|zwiebel%|kase|milch|kuchen|kaffee|essen|cebolla|queso|leche|postre|cipoll%|formaggio|latte|dolce|ui|kaas|melk|cebola|queijo|leite|cebul%|ser|mleko|ciasto|pain|bread|brot|pan|pane|brood|pao|chleb',
  count:
    'un|une|deux|trois|quatre|cinq|six|personne|personnes|couverts|one|two|three|four|five|people|adult%|zwei|drei|vier|funf|personen|dos|tres|cuatro|personas|due|tre|quattro|persone|twee|drie|dois|duas|pessoas|dwa|dwie|trzy|osob%|osoby',
  call: 'appel%|rappel%|telephon%|call|ring|phone me|anruf%|ruckruf|rufen|ruft|llamad%|llam%|chiam%|bel|bellen|terugbel%|ligu%|ligar|ligue%|dzwon%|oddzwon%',
  question:
    'quand|comment|ou|pourquoi|quel%|combien|est ce|when|how|where|why|which|what|wann|wie|wo|warum|welche%|cuando|como|donde|cual|porque|quando|dove|quale|quanto|wanneer|hoe|waar|waarom|welke|onde|qual|kiedy|jak|gdzie|dlaczego|ktory%|wei|wou|wini|czy|ile',
  like: 'adore%|aime%|hate|love%|like%|enjoy%|liebe%|toll%|klase|gefall%|encanta%|gusta%|adoro|piac%|bell%|mooi|leuk%|adoro|gosto|lubie|fajn%|bravo|continu%|weiter|seguid|sigan|siga|avanti|door|dalej|merveil%|excelen%',
  change:
    'chang%|report%|repous%|decal%|deplac%|avanc%|mov%|reschedul%|postpon%|switch|verschieb%|verleg%|ander%|cambi%|aplaz%|mover|spost%|rimand%|verzet%|verplaats%|mudar|adiar|remarc%|przeloz%|przenies%|zmien%|annul%|cancel%|absag%|storn%|afzeg%|odwol%|anuluj%|anular|anulad',
  nuisance:
    'pesad%|cansin%|relou%|lourd%|chiant%|penible%|gonflant%|soulant%|agacant%|enerv%|saoul%|marre|ras|anoying|anoyed|sick|tired|fed|nervig%|nervt|nervtot%|lastig|hart%|cansad%|agobi%|palle|noia|stanc%|stufo|stufa|pesanti|iritant%|vervelend|beu|zat|chat[oa]%|seca|fart[oa]|wkurz%|denerw%|upierdl%|natret%|dosc|mecz%|molest%|zenuw%',
  shame:
    'honte%|hontew%|scandal%|shame%|disgrac%|disgust%|outrag%|unbeliev%|frech%|unversch%|schande|verguenza|vergog%|schand%|bescham%|vergonha|wstyd%|skandal%|abus%|inadmisib%|inacept%|indecen%|ridicul%|rubish|quatsch|blague|joke|moqu%|jok%|foutage|insolen%|toupet|cheek|descaro|caradura',
  swindle:
    'arnaq%|escroc%|scam%|fraud%|phish%|spam%|fake|betrug%|abzock%|estafa%|timo|truff%|fregatur%|oplicht%|nep|burla%|golpe|oszu%|oszust%|wyludz%|fishing|hamecon%|virus',
  going:
    'demenag%|quitt%|habit%|parti|vendu|moved|move|sold|left|live|living|member|umgezog%|weg|verkauft|wohn%|ausgezogen|mitglied|mud[eoa]%|vendi%|vivo|soci[oa]|trasferit%|vendut%|abito|abita|verhuisd|verkocht|woon%|lid|mudei|moro|vendi|przeprowadz%|sprzeda%|mieszk%|adherent%|abonne|membre|client%|kund%|customer|client[ea]|klant|klient%|cliente|cliest%|abonnent|inscrit%',
  dead: 'mort|morte|dece%|disparu%|passed|died|dead|deceas%|late husband|tot|gestorb%|verstorb%|muri%|muert%|fallec%|mort[oa]|decedut%|mancat%|scompars%|overled%|dood|gestorven|falec%|morreu|zmarl%|zyje|umarl%',
  often:
    'jours|chaque|toujours|souvent|trop|beaucoup|tant|fois|every|always|often|constant%|times|many|lot|lots|much|jeden|jede|immer|oft|staendig|standig|viele|zuviel%|dauernd|cada|siempre|tantos|tantas|muchos|muchas|demasiad%|veces|ogni|sempre|troppi|troppe|troppo|troppa|spesso|tanti|volte|elke|iedere|altijd|vaak|veel|steeds|todos|sempre|tantas|muitas|muitos|demais|vezes|ciagle|codziennie|zawsze|duzo|czesto|ciagle|wiele|kazdy|vil',
  less: 'moins|espac%|reduire|less|fewer|weniger|seltener|menos|meno|minder|rarer|rzadziej|mniej|maximum|sufirai%|sufit|plenty|reicht|basta|genoeg|chega|wystarczy|genug|enough|assez|asez|suficiente|abbastanza',
  enrol:
    'inscri%|abon%|enregistr%|souscri%|demande|signed|sign|subscrib%|registered|joined|asked|angemeldet|registrier%|eingetragen|bestellt|apunt%|registr%|suscri%|pedi|iscritt%|registrat%|chiesto|aangemeld|ingeschreven|geregistreerd|inscrevi|registei|zapis%|zarejestr%|ugemellt',
  noise:
    'reveil%|dor[smt]%|nuit|minuit|dodo|woke|sleep%|asleep|night|midnight|geweckt|schlaf%|geschlafen|nacht|despert%|dormi%|noche|svegliat%|notte|wakker|sliep|slaap%|acord%|noite|obudz%|spie|noc',
  polite:
    'pouriez|pouvez|possible|voudrais|aimerais|souhaiterais|could|would|might|possible|konnten|konnen|mochte|wurde|podrian|podrias|posible|quisiera|gustaria|potreste|potete|vorrei|posibile|zou|kunt|kunnen|mogelijk|poderiam|podem|gostaria|preferia|czy|moglibyscie|mozna|mozecie|wolalbym',
} as const
