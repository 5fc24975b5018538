// What is written short or by its sound in a hurry, in full: "jveu plu", "mn num", "kiero".

/** Words that nobody writes otherwise, whatever the language. */
const always: Readonly<Record<string, string>> = {
  jveu: 'je veux',
  jveux: 'je veux',
  jvx: 'je veux',
  jve: 'je veux',
  jveut: 'je veux',
  jvoudrai: 'je voudrais',
  jvoudrais: 'je voudrais',
  jsouhaite: 'je souhaite',
  jai: 'j ai',
  jen: 'j en',
  jsui: 'je suis',
  jsuis: 'je suis',
  chui: 'je suis',
  chuis: 'je suis',
  jrecois: 'je recois',
  jconai: 'je connais',
  jdemande: 'je demande',
  jrefuse: 'je refuse',
  jmopose: 'je m oppose',
  mopose: 'm oppose',
  menvoye: 'm envoyer',
  menvoyer: 'm envoyer',
  menvoyez: 'm envoyez',
  menvoi: 'm envoyez',
  mecrivez: 'm ecrivez',
  mecrire: 'm ecrire',
  mapeler: 'm appeler',
  mapelez: 'm appelez',
  nenvoyez: 'n envoyez',
  necrivez: 'n ecrivez',
  kiero: 'quiero',
  kero: 'quiero',
  kieren: 'quieren',
  xfavor: 'por favor',
  xfa: 'por favor',
  agn: 'again',
  rmv: 'remove',
  snd: 'send',
  sufi: 'suffit',
  sufit: 'suffit',
  kitar: 'quitar',
  kitarme: 'quitarme',
  kitenme: 'quitenme',
  supr: 'supprimez',
  suprime: 'supprimez',
  msgng: 'messaging',
  msging: 'messaging',
  txtng: 'texting',
  txtin: 'texting',
  textin: 'texting',
  sendin: 'sending',
  snding: 'sending',
  plai: 'plait',
  agen: 'again',
  anymor: 'anymore',
  enuf: 'enough',
  enuff: 'enough',
  numbr: 'number',
  nmbr: 'number',
  msj: 'mensaje',
  msjs: 'mensajes',
  msagi: 'messaggi',
  msg: 'msg',
  abmeldn: 'abmelden',
  horn: 'horen',
  aufhorn: 'aufhoren',
  bide: 'bitte',
  vaja: 'baja',
  niechce: 'nie chce',
  niechcem: 'nie chce',
  jarive: 'j arive',
  jbloque: 'je bloque',
  jsignale: 'je signale',
  loschn: 'loschen',
  schickn: 'schicken',
  smske: 'sms',
  smskes: 'sms',
  smsekes: 'sms',
  berichtekes: 'berichten',
  berichtskes: 'berichten',
}

/** Words that are short for another only beside certain others. */
const beside: readonly (readonly [RegExp, string])[] = [
  [/ mn (?=(?:num|numero|nr|tel|telephone|portable|nom|contact|06|07)\b)/g, ' mon '],
  [
    / plu (?=(?:de|d|2|du|des|vos|tes|ces|aucun|jamais|rien|sms|texto|textos|mesages?|pubs?|recevoir|resevoir|etre|que|svp|stp|merci|\.))/g,
    ' plus ',
  ],
  [/(?<= (?:veux|veut|veu|ve|vx)) (?:plu|pu)(?= )/g, ' plus'],
  [/(?<= (?:plus|pas|aucun|trop|mare|asez)) 2 (?=[a-z])/g, ' de '],
  [/ ke (?=(?:vous|tu|me|m|no|on)\b)/g, ' que '],
  [/ (?:mon|my|mein|mi|meu) nr /g, ' mon numero '],
  // Flemish by ear: "nimeer krijgen", "gene sms", and the French "ne désire point".
  [
    / (?:nimer|niemer|nemer|ni mer) (?=(?:krijg|ontvang|heb|stur|zien|horen|lezen|bel)[a-z]*)/g,
    ' niet mer ',
  ],
  [/ (?:gene|gene?n|gin|gn) (?=(?:sms|bericht|reclame|mesages?|promo)[a-z]*)/g, ' geen '],
  [
    /(?<= (?:ne|n) (?:[a-z]+ )?[a-z]+)(?<! (?:le|un|ce|du|au|mon|de|ton|votre)) (?:point|guere|nulement|aucunement)(?= )/g,
    ' plus',
  ],
]

/** The words of a reply in full; ends of sentences stay. */
export function inFull(words: readonly string[]): string[] {
  let sentence = ` ${words.map((word) => always[word] ?? word).join(' ')} `
  for (const [short, full] of beside) sentence = sentence.replace(short, full)
  return sentence
    .trim()
    .split(' ')
    .map((word) => word.replace(/([a-z])\1+/g, '$1'))
}
