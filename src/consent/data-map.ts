// A label for every column of consent's tables.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'with the account',
  erase: 'not_personal: with the account',
})
const token = (why: string, keep: string, erase: string): DataLabel => ({
  kind: 'pseudonymous',
  why,
  keep,
  erase,
})
const account = none('whose row it is')
const evidenceKept = 'until erasure; the proof may be held to a set date'
const ledgerKept = 'with the ledger'
const entryErased = 'kept: it says nothing of anybody once the proof key is destroyed'
const stateErased = 'row_deleted'

const state = (why: string): DataLabel => token(why, 'until erasure', stateErased)

export const consentDataMap: DataMap = {
  'consent.policy': {
    account_id: account,
    minimum_rank: none('which grade of evidence is enough for marketing'),
    valid_months: none('how long a consent counts (R-107)'),
    proof_months: none('how long a proof stays after its consent ended (R-133)'),
  },
  'consent.wording': {
    account_id: account,
    wording_id: none('the wording'),
    name: none('for the account’s own screens'),
    version: none('counts the texts that follow each other'),
    replaces: none('the wording before'),
    language: none('of the shown text'),
    medium: none('where it was shown'),
    controller_id: none('the legal entity that will write'),
    controller_name: none('the name that the text must say'),
    shown_text: none('the exact words that people agreed to (art. 7(1))'),
    sha256: none('what the ledger names'),
    channels: none('which means of contact the text names'),
    purposes: none('what it covers'),
    form: none('how the box stood (R-103)'),
    state: none('draft, published or retired'),
    created_at: none('when it was written'),
    published_at: none('when the ledger learned of it'),
    entry_id: none('its entry in the ledger'),
  },
  'consent.entry': {
    account_id: account,
    entry_id: none('the entry'),
    kind: none('what happened'),
    purpose: none('for what'),
    channel: none('by which means'),
    wording_sha256: none('on which words'),
    link: token('joins a person’s entries for an auditor', ledgerKept, entryErased),
    commitment: token('pins the sealed evidence', ledgerKept, entryErased),
    recorded_at: none('when'),
  },
  'consent.entry_body': {
    account_id: account,
    entry_id: none('whose evidence it is'),
    subject_id: token('whose evidence it is', evidenceKept, 'row_deleted'),
    body_sealed: {
      kind: 'linkable',
      why: 'who agreed, when, how, from where: the proof of art. 7(1), sealed with the proof key',
      keep: evidenceKept,
      erase: 'row_deleted, and shredded_with_key in every copy',
    },
  },
  'consent.document': {
    account_id: account,
    document_id: none('the scan or the recording'),
    subject_id: token('whose consent it shows', evidenceKept, 'row_deleted'),
    sha256: token(
      'what the ledger’s entry commits to; in clear, since an outsider compares it with the paper itself: of a scan or a recording nobody guesses the octets',
      evidenceKept,
      'row_deleted',
    ),
    media_type: none('what kind of file it is, by its first octets'),
    octets: none('how large it is'),
    body_sealed: {
      kind: 'linkable',
      why: 'the signed paper or the voice: the proof of art. 7(1), sealed with the proof key',
      keep: evidenceKept,
      erase: 'row_deleted, and shredded_with_key in every copy',
    },
    added_at: none('when it was kept'),
  },
  'consent.unsequenced': {
    account_id: account,
    ord: none('the order of the queue'),
    batch_id: none('which entries wait'),
    entries: none('how many'),
  },
  'consent.sequenced': {
    account_id: account,
    first_seq: none('where the batch lies in the tree'),
    batch_id: none('which entries'),
    entries: none('how many'),
    previous_hash: none('the leaf before'),
    previous_at: none('its time'),
  },
  'consent.tree': {
    account_id: account,
    origin: none('the ledger’s name'),
    size: none('how many leaves'),
    frontier: none('hashes from which it grows'),
    last_hash: none('the last leaf'),
    last_at: none('its time'),
    public_key: none('verifies its checkpoints'),
  },
  'consent.state': {
    account_id: account,
    subject_id: state('whose consent it is'),
    controller_id: state('given to which entity'),
    channel: state('by which means'),
    purpose: state('for what'),
    state: state('given or withdrawn: read before each message'),
    since: state('from when'),
    valid_until: state('until when'),
    grade_rank: state('how well proven'),
    wording_id: state('on which words'),
    entry_id: state('by which entry'),
    asked_at: state('when the entity last asked to renew it'),
  },
  'consent.file_refusal': {
    account_id: account,
    subject_id: state('of whom a file told a no'),
    import_id: none('which file told it'),
    controller_id: state('to which entity; empty: to all'),
    purpose: state('to what; empty: to all'),
    until: state('when they said so: no yes that is older is taken'),
  },
  'consent.ground_switch': {
    account_id: account,
    ground: none('which ground other than consent the account has switched on'),
    decided_at: none('since when'),
  },
  'consent.other_ground': {
    account_id: account,
    subject_id: state('whom it covers'),
    controller_id: state('for which entity'),
    purpose: state('for which family of products'),
    ground: state('an existing customer, or a professional who was told'),
    since: state('the sale, or the telling'),
    valid_until: state('until when'),
    wording_id: state('by which words a refusal was offered'),
    entry_id: state('by which entry'),
  },
  'consent.parental_authorisation': {
    account_id: account,
    subject_id: state('for which person below the age of consent'),
    controller_id: state('for which entity'),
    purpose: state('for what'),
    relation: state(
      'who spoke: mother, father, guardian; in clear, since one of three words tells nothing of anybody without the keys of the person, and the name is in the sealed entry',
    ),
    since: state('when the parent agreed'),
    valid_until: state('until the person is of age at the latest'),
    wording_id: state('on which words'),
    document_id: state('the scan or the recording that shows it'),
    entry_id: state('by which entry'),
  },
  'consent.proof_hold': {
    account_id: account,
    subject_id: token(
      'whose proof is held, the contact being gone',
      'to its set date',
      'row_deleted',
    ),
    held_since: none('since when'),
    hold_until: none('the day on which the proof is destroyed with its key (art. 17(3)(e))'),
  },
  'consent.withdrawn_number': {
    account_id: account,
    tag: token(
      'what this number took back is not given again by a file: keyed, not reversible without the key',
      'until the person gives it again',
      'kept: erasing a person must not undo their withdrawal (R-134)',
    ),
    controller_id: none('given to which entity'),
    channel: none('by which means'),
    purpose: none('for what'),
    since_month: none('since when, to the month'),
  },
  'consent.taken_back': {
    account_id: account,
    entry_id: none('an entry that counts no longer, since its import was taken back'),
  },
  'consent.suppression': {
    account_id: account,
    tag: token(
      'never contact this number again: keyed, not reversible without the key (art. 21(3))',
      'at least three years; lifted only by the person',
      'kept: erasing a person must not undo their objection (R-134)',
    ),
    scope: none('which messages are stopped'),
    since_month: none('since when, to the month'),
    reason: none('how it came'),
  },
}
