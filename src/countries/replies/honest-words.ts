// Words of eight languages that are a slip away from a word of refusal, and mean what they say.

/**
 * Found by comparing the key words with spelling dictionaries of the languages served, accents and
 * doubled letters left out: whoever adds a key word adds its neighbours here.
 */
export const honestWords: ReadonlySet<string> = new Set(
  (
    'lasciatelo lasciatela lasciateli lasciatele mandatelo mandatela mandatele ' +
    'abastecen abeter abholen abielden abmelde abstelen abstrafen abtragen abzustelen ' +
    'adentelen afmeten afreter afretez afstrafen alustraren alustrasen ameter anbestelen ' +
    'anhoren anmelden apague apaguen apagues apestilen apeter apetez aposition apreter ' +
    'apretez arecer arenter arentez arester aresteren areta arete areted aretera aretes ' +
    'aretiez ariver arives arivez aseter atesteren aufholen aufpragen aufstelen auftragen ' +
    'ausfragen ausgetragen ausgraben auspragen austeigen austilgen austrage austrager ' +
    'austrahlen australeno australes australien austreten austreuen austromen auszutragen ' +
    'bedachten befestigen befruchten behartigen beichten bekam bekamen beklomen bekochten ' +
    'bekomer bekomt bekopen bekoren bekostigen belasteren belasting belichten belichter ' +
    'belichtet beluchten belustigen benighten benomen berechnen berechten berichone berichte ' +
    'berichtigen besomen bestelen betatigen betichten betomen betrachten bevechten bevestigen ' +
    'bevochten bevrachten bewaltigen bezochten bezomen blathering blethering blithering ' +
    'bocherini borador bordering botleging brothering butchering butlering cairelare ' +
    'calcetare calcolare calculare cancela cancelaba cancelable cancelad cancelada cancelado ' +
    'cancelais cancelamos cancelan cancelao cancelara cancelaran cancelaras cancelareis ' +
    'cancelaren cancelares cancelaria cancelario cancelaron cancelas cancelase cancelasen ' +
    'cancelases cancelaste cancelate cancelated cancelato cancelavel canceler cancelered ' +
    'cancelers cancelier canceliere cancelini cancerar cancerara cancerare canceraren ' +
    'cancerares cancerase cancerate cancheare candelabre canelar canelares caneries cangalare ' +
    'canicolare carcelaje carcerare cardones cautelare centelare cerdones chanceare chancelai ' +
    'chancelar chancelase chanelare chordones cincelar cincelara cincelare cincelaren ' +
    'cincelares cincelase coasent codones coenacting cokeries compacter compacting conacring ' +
    'concent concesami concocter concoctez concocting condenso condones conducting conecting ' +
    'conerie confecting congelare congeries congries conisent conjecting conotating consacrer ' +
    'consacrez conseguimento conseguimiento consens consensos consensu consensuo consentaient ' +
    'consente consentements consentent consenteren consenti consentient consentimientos ' +
    'consentirent consentisent consents consequement conseso constater constatez constating ' +
    'contact contactad contactai contactan contactant contactar contactara contactare ' +
    'contactarm contactas contactat contactdag contacte contacted contacteis contacten ' +
    'contactent contactera contacterai contacteras contacteren contacterez contactes ' +
    'contacteur contacteurs contactiez contactions contactles contactons contactor contactors ' +
    'contactos contacts contactuel contactur container containing contanten contantes ' +
    'contasiez contenement contenimento contenso content contentamento contentamiento ' +
    'contentement contentemente contentements contenter contenterent contentez contenting ' +
    'contentment contester contestez contesting contorting contracte contracted contracter ' +
    'contractera contractes contractez contractiez contracting contractor contractring ' +
    'contractur contraster contrastez contrasting conusent convecting convencimiento convent ' +
    'convertimiento convicting coperies cordines cordobes cordonas cordone cordoned cordoner ' +
    'cordonet cordonets cordonez cordons cordoves coreones coriones corones corsent cortones ' +
    'cosent coteries cousent dagabonement databas databased databases debaloner debalonez ' +
    'dedete degage degagea degager degages degagiez degaloner degalonez degazez degazonement ' +
    'degazoner degazonez deixes dejete delate delated delecte deleite deleste deleta deleten ' +
    'deletend deletes deletie deleto deletre delite delute demaconer demaconez demanger ' +
    'demangez demete deneted deplete depleted derager deragez derange derangea deranged ' +
    'derangera derangers deranges derangiez deringer desabliez desabolar desabole desabolen ' +
    'desaboles desabona desabonai desabonaient desabonan desabonar desabonara desabonare ' +
    'desabonas desabonasent desabonat desaboneis desabonements desabonen desabonent ' +
    'desabonera desabonerai desaboneras desabonerent desabonerez desaboneront desabones ' +
    'desaboniez desabono desabonos desaborar desabores desabusement desabuser desabusez ' +
    'desarconer desarconez desavouer desavouez desazonar desazone desazonen desazones ' +
    'deslabonar deslabone deslabonen deslabones devete dilete disinserire disiscrivere ' +
    'dranger dringen ecriez ecrirez ecrive ecrives ecriviez eface efaced efacera efacers ' +
    'efaces efaciez efaner efanez efarer efarez efeminate eintragen einwiligen einwiligungs ' +
    'elever elevez elimina eliminaba eliminable eliminad eliminada eliminado eliminai ' +
    'eliminais eliminait eliminames eliminan eliminant eliminante eliminants eliminara ' +
    'eliminare eliminaren eliminares eliminas eliminase eliminasen eliminases eliminaste ' +
    'eliminat eliminated eliminates eliminateur eliminatie eliminative eliminato eliminator ' +
    'eliminavel elimine eliminent eliminer elimines eliminez enfever enfiar enjoyer enlevar ' +
    'enleve enlevera enleves enleviez enoviar enovien enriar enrien entbrenen entfarben ' +
    'entferner entgegnen enthalten entkernen entkerner entlehnen entnerven entuerten ' +
    'entwarnen entwerfen entwerten enuviar envia enviad enviai envian enviara enviare envias ' +
    'enviat envicar envidar enviden envie envied envient envier envies enviez envigar envinar ' +
    'envine envinen envion envira envirar enviren envoi envoler envolez envoye envoyes ' +
    'envoyeur envoyiez enxiar equipolado equivocaba equivocacao equivocad equivocada ' +
    'equivocadas equivocados equivocais equivocal equivocaly equivocamos equivocan ' +
    'equivocando equivocar equivocara equivocare equivocaron equivocas equivocase equivocate ' +
    'equivocato equivocator erharten erkalten escriba escribana escribano escribas escriben ' +
    'escribi escribia escribian escribid escribio escribira escribire escribis escriure ' +
    'estriban examinate ficher fichiez fishier gehalten gehoren gerichten harasings ' +
    'harcelaient harcelasent harcele harcelements harcelent harcelera harcelerent harceleront ' +
    'harceles harceliez harwasing interase interes interesa interesed interesen intereser ' +
    'intereses interesez intereso interest konstatieren kontrastieren lainez laise laiser ' +
    'laises laisiez lasez lasiez lending leting lisez lochen loscher lotchen luisez maden ' +
    'maiden malestar manaem manate mandale mandan mandante mandare mandase mandaste mandat ' +
    'mandata mandated mandatemeli mandatent mandater mandatera mandaterai mandates mandatez ' +
    'mandato mandats mande mandeb mandel mandema mandent mander mandern mandes mandeu mandez ' +
    'mandien mandim mandom mandon manen maniate manien manken mansen manten marden masage ' +
    'masages masaging melden member menagem menageons menages menaging menajes menhadens ' +
    'mensage mensaje mesabi mesage mesaged mesager mesagers mesagings mesagino mesagio mesami ' +
    'mesanges mesares mesases mesgages mespages mesrages mesuages metages minden moestar ' +
    'moesten molensten molesta molestad molestai molestan molestara molestare molestas ' +
    'molestat moleste molested molestent molester molestes molestez monden mover munden ' +
    'nachrechnen nachreichen nachricht neonleter newsleters nimber numbe numbed numbers ' +
    'numeno numenu numera numere numeri numern numeros numerus nupero omhouden onbevangen ' +
    'ontmengen ontvang ontvangenis ontvanger ontvangst ontvolgen ontvonken ontzanden ophouder ' +
    'oposiciones opositaron opositional opositionel opositions opositiva opositive opositivo ' +
    'oposizione otrzepywac otrzymujac oviposition palease paren pares parte pasages pasiamo ' +
    'pease pelase pelease percusion perdicion perdisions perdition perfusion perimisio ' +
    'perisions permansion permisief permisiez permisifs permisione permisiones permisions ' +
    'permisiva permisive permisivo permisivos permistion permitian pertusion pervasion ' +
    'pilease plaine plainete plaint plaintes plaints plante pleas pleased pleasen pleaser ' +
    'pleases plegase plese pliante pliase polease poprzestancie portabel portabile portables ' +
    'portably position potable pozostancie praise prease precision premotion premotions ' +
    'premptions prenotions prestan prestance prestancia prevision proactions probational ' +
    'probations profitions projetions prolations promenions prometions prometios prometons ' +
    'prometrions prometrons promision promisions promocion promociona promocionad promocional ' +
    'promocionan promocionar promocionas promocione promociones promociono promoting ' +
    'promotion promotionel promotionele promotionels promotors promouvions promouvons ' +
    'promozione promusions pronations proportional proportions proposions proposition ' +
    'prorations prorogions prosodions przedostancie przeslanie przestac przestanciez ' +
    'przestanze przestojcie przetarcie przystan przystancie przystanciez publiates publicaba ' +
    'publicada publicadas publicana publicara publicare publicares publicase publicases ' +
    'publicaste publicata publicatas publicatie publicato publicidades publicise publicised ' +
    'publicises publicist publicista publicistas publiciste publicistes publicists ' +
    'publicitair publicitaires publicitar publicitaria publicitario publiciteit publicities ' +
    'publicity publicizar publicizare publicize publicized publicizes publicnes publicola ' +
    'publicysta publiczka pudicites pulicides pumicites recame recebar recebe receben recebes ' +
    'receder receipting received receiver receives receivings receler recensing receper ' +
    'recesive recevrai rechiping recibi recibia recibid recibido recibio recibira recibire ' +
    'recibis reclam reclama reclamen reclamer reclames reclamez reclamo reclase reclining ' +
    'recoiling recoining recoive recove recover recrive recuiling recurving redevoir redibir ' +
    'redirez redriving regirez reklama reklame relame relase release relieving relire relirez ' +
    'remeiding remoce remoje remole remoled remoler remote remoter removal removera removere ' +
    'removers removes removi renove renover renvoyer repriving reseizing reserving retirar ' +
    'retire retired retiren retirera retirers retires retiriez retiser retisez retrait ' +
    'retrouver revirer revirez reweaving rewove rezygnujac ricedere richten ricuocere rotirez ' +
    'rzeklam salicite saming sanding saturen sbadigliato sbagliando sbagliare sbaragliato ' +
    'sbrigliato sbrogliato scagliato scaming scending scheiben schiken schinken schleifen ' +
    'schleisen schmeisen schneiden schocken schrauben schrecken schreiber schreien schreijer ' +
    'schreiner schreiten schreitens schreuwen schrieken schroeien schweifen schweigen ' +
    'schweisen screiched seaming seding sendings sendung sensing senting seuren sfagliato ' +
    'sfogliato shaming shending shopen silicite sinding slaming slopen smagliato smetere ' +
    'sneding solicit solicita solicitacion solicitad solicitai solicitan solicitar ' +
    'solicitarian solicitaron solicitas solicitasions solicitat solicitatie solicitations ' +
    'solicited soliciteis soliciten solicitent soliciter solicitera soliciterez solicites ' +
    'soliciteur solicities solicitiez solicito solicitor solicitos solicits solicitud ' +
    'solicity solidite solidites sopen souren souscription spacing spading spaeing spaging ' +
    'spagliato spaing spaling spamings spaning sparing spasming spating spaying spazing ' +
    'spending spigliato spogliato spoko spoming spuming spuren squagliato stagliato stapen ' +
    'staren stending stepen steren stigliato stipen stoben stoden stoepen stofen stoken ' +
    'stolen stolpen stomen stompen stonen stope stoped stopel stopent stoper stopes stopez ' +
    'stopfen stopien storen stosen stoten stoven streicheln streicher stretched stretchen ' +
    'stretcher stretches stropen stucen studen stufen stuken stulen sture sturmen sturpen ' +
    'sturzen stuten stuwen styren subscripcion subscriptie subscriptions subscriptive ' +
    'subscripto subscriptor subscriptos subskription supremer suprime suprimen suprimera ' +
    'suprimert suprimes suprimiez suprimir suren suscepcion suscripciones suscription ' +
    'suscriptions suturen svegliato svogliato synding szopen tasting telefoner telefonometr ' +
    'telepheme telephona telephonage telephonai telephonas telephonase telephonat telephoned ' +
    'telephonent telephoner telephonera telephoners telephones telephonez telephonic ' +
    'telephonie telephonies telephoniez telephony telephoto telethons tending tenting testing ' +
    'textings textphone toeneming toespeling toestemen toestroming toetsteming toglitelo ' +
    'topbesteming tranquete tranquil tranquila tranquilad tranquilan tranquilar tranquilare ' +
    'tranquilas tranquilase tranquileis tranquilen tranquiler tranquiles tranquilest ' +
    'tranquilho tranquilice tranquilise tranquilite tranquilize tranquilnes tranquilo ' +
    'tranquilon tranquilos tranquily tranquito tranquiza transfile trasquila trasquile ' +
    'trasquilen trasquiles trasquilo twestemig uitschijten uitschrijver uitschrijving ' +
    'unsubscribes usnac usuwac velrijder verbeider verbinder vercijfer vercijferen vererd ' +
    'veretilea veretiles verfijnder verheilen verhinder verhinderen verijdelen verkeilen ' +
    'verkend verker verkerk verleider verleiher verlerd verlijden vermeiled vermeiles ' +
    'vermijden verminder verminderen vernieler veroerd verouiler verspiler versteler ' +
    'verteilen verteler verterd vertreiber vervuiler verweilen verwender verwerd verwerder ' +
    'verwijden verwijderar verwijderd verwijdering verwijlen verwijmeren verwijten verwijven ' +
    'verwijzen verwijzer verwilder verwilderd verwilderen verwildern verwinden verwinteren ' +
    'verwonder verwonderen verzeilen vierteilen vierzeiler vortragen wiadomosc widersprach ' +
    'widersprache widerspricht widerspruche widerspruchs wideruf widerufen wiederspruch ' +
    'wiederspruche wycieszcie wykpisz wypis wypisy wysalac wysilac wyslac wysycac wysypac ' +
    'wysysac zuhoren'
  ).split(' '),
)
