// Codes in the rows of an answer as the person reads them: what each says, in both languages.
import type { Language } from '../../kernel/index.ts'
import { glued } from '../sentences.ts'

type Said = Readonly<Record<Language, string>>
type Codes = Readonly<Record<string, Said>>

const said = (en: string, fr: string): Said => ({ en, fr: glued(fr) })

const legalBases: Codes = {
  soft_opt_in: said('you are a customer', 'vous êtes client'),
  b2b_opt_out: said('you are a professional who was told', 'vous êtes un professionnel informé'),
}

const channels: Codes = {
  '*': said('all', 'tous'),
  sms: said('SMS', 'SMS'),
  email: said('e-mail', 'e-mail'),
  mms: said('MMS', 'MMS'),
  rcs: said('RCS', 'RCS'),
  voice: said('telephone', 'téléphone'),
  post: said('post', 'courrier postal'),
}

const heardBy: Codes = {
  phone: said('by telephone', 'par téléphone'),
  letter: said('by letter', 'par lettre'),
  email: said('by e-mail', 'par e-mail'),
  in_person: said('in person', 'de vive voix'),
  sms: said('by SMS', 'par SMS'),
  web: said('on the public request page', 'sur la page publique de demande'),
}

const languages: Codes = { fr: said('French', 'français'), en: said('English', 'anglais') }

const alphabets: Codes = {
  gsm7: said('GSM 7', 'GSM 7'),
  ucs2: said('Unicode', 'Unicode'),
}

const messageStates: Codes = {
  delivered: said('delivered', 'remis'),
  undelivered: said('not delivered', 'non remis'),
  expired: said('expired', 'expiré'),
  rejected: said('rejected by the operator', 'rejeté par l’opérateur'),
  refused: said('refused by a rule', 'refusé par une règle'),
  cancelled: said('cancelled', 'annulé'),
  unconfirmed: said('unconfirmed', 'non confirmé'),
}

const entryKinds: Codes = {
  'notice.published': said('a text was published', 'un texte a été publié'),
  'consent.requested': said('your consent was asked for', 'votre accord a été demandé'),
  'consent.given': said('you agreed', 'vous avez accepté'),
  'consent.confirmed': said('you confirmed your consent', 'vous avez confirmé votre accord'),
  'consent.refreshed': said('you renewed your consent', 'vous avez renouvelé votre accord'),
  'consent.expired': said('your consent ended', 'votre accord a pris fin'),
  'consent.withdrawn': said('you took back your consent', 'vous avez retiré votre accord'),
  'consent.invalidated': said(
    'an earlier entry was cancelled with the file that brought it',
    'une entrée précédente a été annulée avec le fichier qui l’apportait',
  ),
  objection: said('you asked to stop', 'vous avez demandé l’arrêt des messages'),
  'import.declared': said('a consent was declared for you', 'un accord a été déclaré pour vous'),
  'ground.soft_opt_in': said('recorded as a customer', 'enregistré comme client'),
  'ground.b2b_opt_out': said('recorded as a professional', 'enregistré comme professionnel'),
  'parent.authorised': said('a parent agreed for you', 'un parent a accepté pour vous'),
  'parent.withdrawn': said('a parent took back their agreement', 'un parent a retiré son accord'),
  'erasure.requested': said('your erasure was asked for', 'votre effacement a été demandé'),
  'erasure.contact_destroyed': said('your record was erased', 'votre fiche a été effacée'),
  'erasure.proof_destroyed': said(
    'the proofs about you were destroyed',
    'les preuves qui vous concernent ont été détruites',
  ),
  'suppression.added': said(
    'your number was put on the list of those who said no',
    'votre numéro a été ajouté à la liste des personnes qui ont dit non',
  ),
  'suppression.lifted': said(
    'your number was taken off the list of those who said no',
    'votre numéro a été retiré de la liste des personnes qui ont dit non',
  ),
  'key.rotated': said('a key was renewed', 'une clé a été renouvelée'),
  'export.delivered': said('a copy was given', 'une copie a été remise'),
}

/** By table and column. A test names each code that the database allows and that is missing here. */
export const heldValues: Readonly<Record<string, Codes>> = {
  'consent.state.channel': channels,
  'consent.state.state': {
    given: said('given', 'donné'),
    withdrawn: said('withdrawn', 'retiré'),
  },
  'consent.other_legal_basis.legal_basis': legalBases,
  'consent.parental_authorisation.relation': {
    mother: said('mother', 'mère'),
    father: said('father', 'père'),
    guardian: said('guardian', 'tuteur'),
    other_holder: said(
      'another holder of parental authority',
      'autre titulaire de l’autorité parentale',
    ),
  },
  'consent.withdrawn_number.channel': channels,
  'consent.suppression.scope': {
    marketing: said('marketing', 'la publicité'),
    relational: said('messages to customers', 'les messages aux clients'),
    all: said('all messages', 'tous les messages'),
  },
  'consent.suppression.reason': {
    stop_reply: said('your answer STOP', 'votre réponse STOP'),
    objection: said('your objection', 'votre opposition'),
    withdrawal: said('your withdrawal', 'votre retrait'),
    erasure: said('your erasure', 'votre effacement'),
    imported_list: said('a list of the account', 'une liste du compte'),
    operator: said('your operator', 'votre opérateur'),
    desk: said('our staff, who were told', 'l’équipe, à qui cela a été dit'),
  },
  'consent.wording.language': languages,
  'consent.wording.medium': {
    web: said('on a page', 'sur une page'),
    paper: said('on paper', 'sur papier'),
    sms: said('by SMS', 'par SMS'),
    voice: said('by voice', 'de vive voix'),
    app: said('in an application', 'dans une application'),
    till: said('at the till', 'en caisse'),
    import: said('in a file', 'dans un fichier'),
  },
  'consent.wording.channels': channels,
  'consent.wording.state': {
    draft: said('draft', 'brouillon'),
    published: said('published', 'publié'),
    retired: said('retired', 'retiré'),
  },
  'consent.entry.kind': entryKinds,
  'consent.entry.channel': channels,
  'contacts.contact.marketing_state': {
    open: said('proven, or nothing is missing', 'prouvé, ou rien ne manque'),
    quarantine: said('to be proven', 'à prouver'),
  },
  'contacts.held_row.reason': {
    data_restricted: said(
      'your data is not to be used',
      'vos données ne doivent pas être utilisées',
    ),
    made_older: said(
      'the row would give a minor a higher age',
      'la ligne donnerait un âge plus élevé à un mineur',
    ),
  },
  'preferences.request.kind': {
    access: said('a copy of your data', 'une copie de vos données'),
    rectification: said('a correction', 'une correction'),
    erasure: said('erasure', 'l’effacement'),
    restriction: said('restriction', 'la limitation'),
    portability: said('your data as a file', 'vos données dans un fichier'),
    objection: said('no more messages', 'l’arrêt des messages'),
    complaint: said('a complaint', 'une réclamation'),
  },
  'preferences.request.answer': {
    done: said('done', 'fait'),
    refused: said('refused', 'refusé'),
  },
  'preferences.request.outcome': {
    copy_sent: said('a copy was given', 'une copie a été remise'),
    nothing_else_held: said('nothing else is held', 'rien d’autre n’est détenu'),
    corrected: said('corrected', 'corrigé'),
    nothing_wrong: said('nothing was wrong', 'rien n’était faux'),
    erased: said('erased', 'effacé'),
    erased_in_part: said('erased in part', 'effacé en partie'),
    restricted: said('restricted', 'limité'),
    file_sent: said('a file was given', 'un fichier a été remis'),
    nothing_portable: said('nothing to hand over', 'rien à remettre'),
    stopped: said('messages stopped', 'messages arrêtés'),
    complaint_upheld: said('the complaint was right', 'la réclamation était fondée'),
    complaint_explained: said('explained', 'expliqué'),
    not_identified: said('you could not be identified', 'vous n’avez pas pu être identifié'),
    excessive: said('asked too often', 'demandé trop souvent'),
    law_forbids: said('the law forbids it', 'la loi l’interdit'),
    withdrawn: said('you took it back', 'vous l’avez retirée'),
    by_mistake: said('written down by mistake', 'notée par erreur'),
    nothing_held: said('nothing was found about you', 'rien n’a été trouvé sur vous'),
    only_suppressed: said(
      'nothing was found but your objection',
      'rien n’a été trouvé, sauf votre opposition',
    ),
    not_identifiable: said(
      'you could not be found by what you gave',
      'vous n’avez pas pu être retrouvé avec ce que vous avez donné',
    ),
  },
  'preferences.request.heard_by': heardBy,
  'preferences.request.identity': {
    none: said('nothing more was needed', 'rien de plus n’était nécessaire'),
    code: said('a code', 'un code'),
    second: said('a second sign', 'un second élément'),
  },
  'preferences.request.identity_why': {
    no_proof_needed: said('no proof is needed', 'aucune preuve n’est nécessaire'),
    asked_on_page: said('it was asked on your page', 'la demande vient de votre page'),
    code_to_number: said('a code to the number is enough', 'un code envoyé au numéro suffit'),
    holds_replies: said('the answer holds your replies', 'la réponse contient vos réponses'),
    holds_sensitive: said(
      'the answer holds sensitive data',
      'la réponse contient des données sensibles',
    ),
    number_changed_hands: said(
      'the number may be somebody else’s now',
      'le numéro est peut-être à quelqu’un d’autre',
    ),
    no_contact: said('you were not a contact', 'vous n’étiez pas un contact'),
  },
  'preferences.request.identified_how': {
    link: said('by your link', 'par votre lien'),
    code: said('by a code', 'par un code'),
    code_and_email: said('by a code and your e-mail', 'par un code et votre e-mail'),
    shared_fact: said(
      'by something that only you and they know',
      'par une information que seuls vous et l’équipe connaissez',
    ),
    known_to_staff: said('staff know you', 'l’équipe vous connaît'),
  },
  'preferences.request.language': languages,
  'preferences.request_step.kind': {
    received: said('received', 'reçue'),
    acknowledged: said('acknowledged', 'accusé de réception'),
    identity_asked: said('you were asked who you are', 'votre identité a été demandée'),
    identified: said('you confirmed who you are', 'vous avez confirmé votre identité'),
    extended: said('the time was extended', 'le délai a été prolongé'),
    document_added: said('a document was added', 'un document a été ajouté'),
    corrected: said('corrected', 'corrigé'),
    restricted: said('no longer used', 'données non utilisées'),
    lifted: said('used again', 'données utilisées de nouveau'),
    erased: said('erased', 'effacé'),
    prepared: said('the answer was prepared', 'la réponse a été préparée'),
    fetched: said('the answer was fetched', 'la réponse a été retirée'),
    lapsed: said('the answer was deleted unread', 'la réponse a été supprimée sans être retirée'),
    answered: said('answered', 'répondu'),
    searched: said('you were searched for', 'vous avez été recherché'),
    details_added: said('you gave details', 'vous avez donné des précisions'),
    tied: said('tied to your record', 'rattachée à votre fiche'),
  },
  'preferences.request_step.told': {
    waiting: said('waits', 'attend'),
    leaving: said('is leaving', 'est en train de partir'),
    sent: said('sent', 'envoyé'),
    not_sent: said('not sent', 'non envoyé'),
    other_way: said('another way', 'autrement'),
  },
  'preferences.request_file.what': {
    letter: said('a letter', 'une lettre'),
    answer: said('an answer', 'une réponse'),
  },
  'sending.message.encoding': alphabets,
  'sending.dead_number.answer': {
    unknown_subscriber: said('nobody has this number', 'personne n’a ce numéro'),
    repeated_failures: said('repeated failures', 'échecs répétés'),
  },
  'sending.inbound.kind': {
    stop: said('STOP', 'STOP'),
    help: said('a question for help', 'une demande d’aide'),
    contact: said('a question: who writes?', 'une question : qui écrit ?'),
    start: said('START', 'START'),
    doubtful: said('perhaps a refusal', 'peut-être un refus'),
    other: said('another reply', 'une autre réponse'),
  },
  'sending.inbound.decided_by': {
    keyword: said('a keyword', 'un mot-clé'),
    signs: said('signs', 'des signes'),
    model: said('the model', 'le modèle'),
    nothing: said('nothing', 'rien'),
  },
  'sending.inbound.review': {
    stop: said('a refusal', 'un refus'),
    not_a_stop: said('no refusal', 'pas un refus'),
  },
  'webhooks.delivery.kind': {
    'message.delivered': said('a message was delivered', 'un message a été remis'),
    'message.failed': said('a message failed', 'un message a échoué'),
    'message.unconfirmed': said('a message was not confirmed', 'un message n’est pas confirmé'),
    'reply.received': said('a reply came', 'une réponse est arrivée'),
    'contact.opted_out': said('somebody said no', 'quelqu’un a dit non'),
    'contact.erased': said('somebody was erased', 'quelqu’un a été effacé'),
    'campaign.finished': said('a campaign ended', 'une campagne est terminée'),
    'import.finished': said('an import ended', 'un import est terminé'),
    'webhook.test': said('a test', 'un essai'),
  },
  'webhooks.delivery.state': {
    waiting: said('waits', 'attend'),
    held: said('is held', 'retenu'),
    delivered: said('delivered', 'remis'),
    failed: said('given up', 'abandonné'),
  },
  'webhooks.delivery.last_error': {
    refused_status: said('the program refused', 'le programme a refusé'),
    redirected: said('it pointed elsewhere', 'il a renvoyé ailleurs'),
    no_answer: said('no answer', 'pas de réponse'),
    connection_lost: said('the connection was lost', 'connexion perdue'),
    host_not_found: said('its host was not found', 'hôte introuvable'),
    address_not_allowed: said('its address is not allowed', 'adresse non permise'),
    connection_refused: said('the connection was refused', 'connexion refusée'),
    tls_failed: said('no secure connection', 'pas de connexion sûre'),
  },
  'sending.result.outcome': {
    accepted: said('accepted', 'accepté'),
    rejected: said('rejected', 'rejeté'),
    unknown: said('unknown', 'inconnu'),
  },
  'sending.receipt.outcome': {
    enroute: said('on its way', 'en cours d’acheminement'),
    accepted: said('accepted', 'accepté'),
    unknown: said('unknown', 'inconnu'),
    delivered: said('delivered', 'remis'),
    undelivered: said('not delivered', 'non remis'),
    expired: said('expired', 'expiré'),
    rejected: said('rejected', 'rejeté'),
    deleted: said('deleted by the operator', 'supprimé par l’opérateur'),
  },
  'sending.outcome.state': messageStates,
  'sending.event.what': {
    called_back: said('it was cancelled', 'il a été annulé'),
    found_open: said(
      'it was leaving when the program stopped',
      'il partait quand le programme s’est arrêté',
    ),
    put_back: said('it was put back into the queue', 'il a été remis en file d’attente'),
    held: said('it was held', 'il a été retenu'),
    traced: said('a receipt was found for it', 'un accusé a été retrouvé pour lui'),
    rerouted: said('it was given to another route', 'il a été confié à une autre route'),
    stopped_by_reply: said('your reply stopped it', 'votre réponse l’a arrêté'),
    stopped_by_record: said('a refusal stopped it', 'un refus l’a arrêté'),
  },
}

/** Columns whose codes are sentences elsewhere, by the first word of the sentence’s name. */
export const heldSentences: Readonly<Record<string, readonly string[]>> = {
  'sending.message.hold': ['sending'],
  'sending.outcome.reason': ['sending', 'failure'],
}
