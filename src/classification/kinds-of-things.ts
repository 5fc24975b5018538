// What a file is about whose names are no people's: by words that stand at the head of no list of people.

/** Ships, streets, fonts: how their columns are headed. */
export type Kind = {
  /** What is told of such a thing; so many columns must be headed so. */
  signs: RegExp
  needs: number
  /** The heads under which they are named: where one stands, a bare "Nom" beside it is somebody. */
  named?: RegExp
  /** Only what stands under such a head: a bare "Nom" beside these signs is as often somebody. */
  namedOnly?: true
  /** What is said of the thing here, and of a person elsewhere: the role of a machine. */
  theirs?: RegExp
}

/** How the sides of a match are headed. */
export const homeSide =
  'recevante?s?|receveur|domicile|home(?: team)?|heim|heimmannschaft|local|locales|casa|squadra casa|thuis|thuisploeg'
export const awaySide =
  'exterieur|visiteurs?|visiteuse|away(?: team)?|auswarts|gast|gastmannschaft|gaste|visitantes?|fuera|trasferta|ospiti|ospite|uit|uitploeg'
const outcomes = 'score|resultat|result|ergebnis|resultado|risultato|uitslag'
const rounds =
  '\\b(?:n rencontre|rencontre|match n|journee|spieltag|giornata|jornada|speelronde|kick ?off)\\b'

const courses =
  /^(?:entrees?|plats?|plat principal|accompagnements?|laitages?|fromages?|desserts?|garnitures?|legumes?|vorspeisen?|hauptgerichte?|beilagen?|nachtisch|nachspeise|primer plato|segundo plato|primero|segundo|postres?|guarnicion|primo|primi|secondo|secondi|contorn[oi]|dolce|dolci|starters?|mains?|main course|sides?|puddings?|voorgerecht|hoofdgerecht|nagerecht|bijgerecht|toetje)$/

export const kinds: readonly Kind[] = [
  // Hives and their queens.
  {
    needs: 1,
    signs:
      /\b(?:ruches?|ruchers?|varroa|hives?|beehives?|apiary|bienenstock|bienenvolk|beute|colmenas?|colmenar|arnie?|apiario|bijenkast|bijenvolk|miel kg|honey kg|honig kg|buckfast|carnica)\b/,
  },
  // Roses, dahlias and apples of a nursery.
  {
    needs: 1,
    signs:
      /\b(?:bare ?roots?|racines? nues?|wurzelnackt\w*|raiz desnuda|radice nuda|kale wortel|raised by|hybridi[sz]er|obtenteur|flowering|floraison|blute|blutezeit|fioritura|floracion|bloei|bloeitijd|petals|petales|cultivars?|varietes?|rebsorte|cepage|vitigno)\b/,
  },
  // Storms.
  {
    needs: 1,
    signs:
      /\b(?:gusts?|rafales?|rachas?|raffich[ei]|raffica|windstoo?t\w*|boen|boe|h ?pa|mbar|landfall|saffir|borrascas?|tempetes?|cyclones?|ciclon|orkan|sturmtief|hurricanes?)\b/,
  },
  // Wines and beers.
  {
    needs: 1,
    signs:
      /\b(?:bott|bottiglie|bouteilles?|flaschen|botellas?|flessen|vendemmia|vendange|vendimia|grad|alc|abv|vol alc|millesime|vintage|annata|anada|cru|cuvee|imbottigliato|degorgement)\b/,
  },
  // Streets.
  {
    needs: 1,
    signs:
      /\b(?:fantoir|rivoli|code voie|type (?:de )?voie|revet\w*|long ml|longueur ml|strassenschlussel|strassenart|usrn|codigo via|codvia|codice via|tipo (?:de )?via|odonyme|stradario|callejero|straatcode|straattype|denominazione strada)\b/,
    theirs: /^(?:tenants?|aboutissants?|debut|fin|from|to|von|bis|desde|hasta|da|a|van|tot)$/,
  },
  // Ships, and where they lie.
  {
    needs: 2,
    signs:
      /^(?:n )?(?:imo|mmsi)(?: n)?$|^(?:loa|dwt|brz|bandera|pavillon|flagge|bandiera|vlag)$|\b(?:eslora|calado|atraque|muelle|tirant d eau|tonnage|jauge|poste a quai|port d attache|berth|draught|port of call|liegeplatz|tiefgang|heimathafen|ormeggio|pescaggio|stazza|ligplaats|diepgang)\b/,
    named:
      /^(?:nom |name |nombre |nome |naam )?(?:d[ue] (?:la )?|of (?:the )?|des |del |van het )?(?:navire|bateau|voilier|peniche|ship|vessel|boat|yacht|schiff|boot|buque|barco|velero|nave|nao|imbarcazione|barca|schip)s?(?:name|naam)?$/,
  },
  // Fonts.
  {
    needs: 1,
    signs:
      /\b(?:glyphs?|glyphes?|glyphen|glifos?|glifi|foundry|fonderie|fundicion|fonderia|lettergieterij|postscript|kerning|opentype|otf|ttf|woff2?|schriftschnitt|schriftgrad)\b/,
    named:
      /^(?:font )?(?:family|famille|familie|familia|famiglia)$|^(?:fonts?|typeface|police|schrift|schriftart|fuente|tipografia|carattere|lettertype)$/,
  },
  {
    needs: 2,
    signs:
      /^(?:font )?(?:family|famille|familie|familia|famiglia)$|^(?:weights|styles|licen[cs]e|licence|lizenz|licencia|licenza|designer credit|glyph count)$/,
    named: /^(?:font )?(?:family|famille|familie|familia|famiglia)$/,
    namedOnly: true,
  },
  // Laws, which are known by who brought them in.
  {
    needs: 1,
    signs:
      /\b(?:jo du|jorf|celex|bgbl|fundstelle|gazzetta|staatsblad|promulgation|promulguee|royal assent|boe n|boe fecha)\b/,
    named:
      /^(?:nom usuel|nom courant|titre court|short title|kurztitel|nombre (?:comun|usual)|nome (?:comune|usuale)|citeertitel|loi|law|act|gesetz|ley|legge|wet)$/,
  },
  // Schools.
  {
    needs: 2,
    signs:
      /^(?:uai|rne|ips|urn|brin|roll|unidades|titularidad|lineas|divisions|secteur|sector)$|\b(?:effectifs?|nb (?:d )?eleves|n alum\w*|alumnado|schulnummer|schulform|schulart|schulerzahl|cod(?:igo)? centro|meccanografico|n alunni|aantal leerlingen|leerlingenaantal|ofsted)\b/,
    namedOnly: true,
    named: /^(?:patronyme|denominacion|denominazione|denomination|appellation|schulname)$/,
  },
  // Tunes; hearts have beats as well.
  {
    needs: 1,
    signs: /^(?:bpm|isrc|lufs|camelot)$|\b(?:bitrate|tracklist|tonart)\b/,
    namedOnly: true,
    named: /^(?:titre|title|titel|titulo|titolo|track|morceau|chanson|song|lied|cancion|brano)$/,
  },
  // Trams, engines and bells, which are christened.
  {
    needs: 2,
    signs:
      /^(?:br|wagen|tram|strassenbahn|lok|lokomotive|zug|triebwagen|triebzug|rame|motrice|locomotive|engine|unit|betriebshof|depot|baureihe|baujahr|bj|year built|built|bouwjaar|schiff|flugzeug|kennung|registration|bell|glocke|cloche|campana|typ|type)$/,
    named: /^(?:taufname|nom de bapteme|christened|doopnaam|nombre de bautismo|nome di battesimo)$/,
    namedOnly: true,
  },
  // Aeroplanes, which airlines christen.
  { needs: 1, signs: /^(?:tail|tail (?:n|no|nr|num|number)|msn|airframe|icao 24|hex ?code)$/ },
  // Rolling stock.
  {
    needs: 2,
    signs:
      /^(?:uic|livree|livrea|livery)$|\b(?:baureihe|achsfolge|spurweite|ecartement|gauge|rolling stock|wheel arrangement|scartamento|spoorwijdte)\b/,
  },
  // Where bicycles, buses and cars are parked, charged or boarded.
  {
    needs: 1,
    signs:
      /\b(?:num station|n station|id station|station (?:id|code|n)|nb bornes|bornettes|nb quais|docks?|docking|stop (?:id|code|lat)|code uic|haltestellen ?n\w*|ladepunkte|charge points?|puntos de recarga|laadpunten|nb places pmr)\b/,
  },
  // Sides of a match; whoever plays alone has "Joueur" at the head.
  {
    needs: 2,
    signs: new RegExp(`^(?:${homeSide}|${awaySide}|${outcomes})$|${rounds}`),
    named: new RegExp(`^(?:${homeSide}|${awaySide})$`),
    namedOnly: true,
  },
  // What is on the table, by its courses.
  { needs: 2, signs: courses, named: courses, namedOnly: true },
  // Machines of a hall, and what the workers call them.
  {
    needs: 2,
    signs:
      /\b(?:hersteller|fabricants?|manufacturer|fabricante|produttore|fabrikant|serien ?n\w*|n (?:de )?serie|serial(?: n\w*)?|baujahr|bj|annee fab\w*|year built|bouwjaar|letzte wartung|derniere revision|last service|betriebsstunden|heures machine|prufplakette)\b/,
    named:
      /^(?:rufname|spitzname|surnom|petit nom|nickname|pet name|apodo|mote|soprannome|nomignolo|bijnaam|roepnaam)$/,
    namedOnly: true,
  },
  // What turns in the wind or stands in the sun.
  {
    needs: 2,
    signs:
      /\b(?:turbines?|eoliennes?|windrad|windkraft\w*|windmolens?|aerogenerador\w*|aerogenerator\w*|vermogen k ?w|puissance k ?w|leistung k ?w|potencia k ?w|potenza k ?w|power k ?w|m ?wh|k ?wp|mwp|hub height|nabenhohe|rotor\w*)\b/,
  },
  // Machines of a network, which engineers christen.
  {
    needs: 2,
    signs:
      /^(?:os|ram|cpu|gpu|hdd|ssd|rack|vlan|subnet|uptime|kernel)$|\b(?:v ?cpus?|cpu cores?|cores|ram gb|ram go|hypervisor|hyperviseur|firmware|ip ?v?4|ip ?v?6|mac|hostname|fqdn|patched|patch level|warranty end)\b/,
    named:
      /^(?:nodes?|noeuds?|knoten|nodos?|nodi|hosts?|hostname|server|serveurs?|servidor|servers?|machines?|vms?|instances?|nom (?:de )?(?:machine|hote|serveur)|rechner|rechnername|devices?|appliance)$/,
    namedOnly: true,
    theirs: /^(?:roles?|rol|rolle|ruolo|fonction|function|owner team)$/,
  },
  // Releases of programs.
  {
    needs: 2,
    signs:
      /^(?:lts|eol|kernel|noyau)$|\b(?:release|releases|code ?name|nom de code|nombre clave|nome in codice|codenaam|end of life|fin de vie|support until)\b/,
  },
  // Hotels and tables by their stars.
  {
    needs: 2,
    signs:
      /^(?:etoiles?|stars?|sterne|estrellas|stelle|sterren|classement)$|\b(?:nb chambres|chambres|rooms|zimmer|habitaciones|camere|kamers|couverts|covers|cubiertos|coperti|couverts|cuisine|cocina|cucina|kuche|keuken)\b/,
  },
  // Stars, craters and what flies about them.
  {
    needs: 1,
    signs:
      /\b(?:magnitude|magnitud|magnitudine|albedo|parallax\w*|quadrangle|perihel\w*|aphel\w*|eccentricit\w*|exzentrizitat|ascension droite|right ascension|rektaszension)\b/,
  },
  // Paints by their shade.
  { needs: 2, signs: /^(?:ral|pantone|hex|rgb|rvb|cmyk|cmjn|ncs)(?: code| n)?$/ },
  // Monuments, what they are made of, and churches and palaces by their age.
  {
    needs: 2,
    signs:
      /^(?:materiau|material|materiaal|materiale|bronze|socle|sockel|patine|patina|siecles?|secol[oi]|siglos?|jahrhundert|jh|eeuw|centur(?:y|ies)|visitables?|visitabile|besichtigung|open to (?:the )?public|edifices?|edifici[oa]?s?|bauwerk|bouwwerk|buildings?|ben[ei]|bien(?:es)?|monuments?|monument[oi]s?)$|\b(?:inaugur\w*|enthullt|errichtet|erigee? en|unveiled|erected|onthuld|classe mh|denkmal n|mh n|listed|list entry|denkmalschutz)\b/,
    named:
      /^(?:statue|monument|denkmal|estatua|monumento|statua|standbeeld|buste?|busto|edifice|edificio|bauwerk|bouwwerk|building|bene|bien)s?$/,
  },
  // Bridges, tunnels and locks, by what they cross.
  {
    needs: 2,
    signs:
      /^(?:water|waterweg|waterway|river|crosses|rivier|riviere|cours d eau|franchit|franchissement|obstacle franchi|gewasser|fluss|rio|fiume)$|\b(?:overspanning\w*|span|spans|spannweite|stutzweite|portee|tablier|travees?|doorvaart\w*|clearance|tirant d air|durchfahrtshohe|deck width|bridge type|brugtype|bruckentyp|type de pont)\b/,
    named:
      /^(?:ponts?|bridges?|brucken?|bruggen|brug|puentes?|pont[ei]|passerelles?|viaducs?|viaduct|tunnels?|ecluses?|locks?|schleusen?|sluis|sluizen)$/,
  },
]
