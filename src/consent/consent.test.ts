// The pure decisions: effective consent, scopes, months, wordings and their defects,
// names of channels.
import { describe, expect, it } from 'vitest'
import { draftOf } from '../../test/support/consent-fixture.ts'
import type { ControllerId, EntryId, SubjectId, WordingId } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import {
  type ConsentState,
  decideEffective,
  evidenceGrades,
  mayLiftObjection,
  rankOf,
  scopeCovers,
  suppressionScopes,
  vouchedGrade,
  type Witness,
  widerScope,
} from './consent.ts'
import { monthsLater } from './consent-dates.ts'
import type { Channel } from './contract.ts'
import { consentErrors } from './errors.ts'
import { keptGrade } from './record/judge-claim.ts'
import { reviewWording } from './wording/publish-wording.ts'
import { namesChannel, namesController, wordingDefects } from './wording/wording-defects.ts'

const controllerId = 'c' as ControllerId
const at = Date.parse('2026-11-25T09:00:00Z')
const held: ConsentState = {
  subjectId: 's' as SubjectId,
  controllerId,
  channel: 'sms',
  purpose: 'offers',
  state: 'given',
  since: at - 1000,
  validUntil: at + 1000,
  gradeRank: 10,
  wordingId: 'w' as WordingId,
  entryId: 'e' as EntryId,
}

describe('effective consent', () => {
  //  what differs                                    minimum  outcome
  // biome-ignore format: a table
  const table: [Partial<ConsentState> | null, number, string][] = [
    [{},                                              10,      'effective'],
    [{ gradeRank: 40 },                               10,      'effective'],
    [{ validUntil: at },                              10,      'expired'],
    [{},                                              20,      'unproven'],
    [{ validUntil: at, gradeRank: 0 },                10,      'unproven'],
    [{ gradeRank: 0 },                                0,       'unproven'],
    [{ wordingId: null },                             10,      'unproven'],
    [{ state: 'withdrawn' },                          10,      'withdrawn'],
    [{ state: 'withdrawn', validUntil: at },          20,      'withdrawn'],
    [null,                                            10,      'none'],
  ]
  it.each(table)('%o with at least rank %i is %s', (changed, minimumRank, outcome) => {
    const state = changed === null ? null : { ...held, ...changed }
    const found = decideEffective(state, { minimumRank }, at)
    expect(found.effective ? 'effective' : found.why).toBe(outcome)
  })

  it('lasts to the same day of the calendar, or the last of a shorter month', () => {
    const later = (from: string, months: number) =>
      new Date(monthsLater(Date.parse(from), months)).toISOString()
    expect(later('2026-03-01T10:00:00Z', 24)).toBe('2028-03-01T10:00:00.000Z')
    expect(later('2024-02-29T00:00:00Z', 24)).toBe('2026-02-28T00:00:00.000Z')
    expect(later('2025-01-31T23:59:59Z', 1)).toBe('2025-02-28T23:59:59.000Z')
    expect(later('2025-12-15T00:00:00Z', 13)).toBe('2027-01-15T00:00:00.000Z')
  })
})

describe('evidence', () => {
  it('that lacks date, wording or source is a claim, whatever it calls itself', () => {
    const wording = { wordingId: 'w' } as never
    const whole = { givenAt: at, source: 'caisse' }
    for (const grade of evidenceGrades.slice(1)) {
      const isFile = grade === 'signed_paper' || grade === 'recorded_voice'
      const witness = isFile ? 'document' : 'server'
      expect(keptGrade(wording, { grade, ...whole }, witness)).toBe(grade)
      expect(keptGrade(null, { grade, ...whole }, witness)).toBe('claimed')
      expect(keptGrade(wording, { grade, ...whole, givenAt: null }, witness)).toBe('claimed')
    }
    const undated = { grade: 'import_declared', givenAt: at, source: ' ' } as const
    expect(keptGrade(wording, undated, 'declared')).toBe('claimed')
    const seen = { grade: 'own_form', givenAt: at, source: null } as const
    expect(keptGrade(wording, seen, 'server')).toBe('own_form')
    expect(keptGrade(wording, seen, 'declared')).toBe('claimed')
  })

  it('that somebody only declares is their word, whatever grade they name', () => {
    for (const grade of evidenceGrades) {
      const kept = vouchedGrade(grade, 'declared')
      expect(rankOf(kept)).toBeLessThanOrEqual(rankOf('api_declared'))
    }
  })

  it('is listed weakest first, and only the handset or a document lifts an objection', () => {
    const ranked = evidenceGrades.map(rankOf)
    expect(ranked).toEqual([...ranked].sort((a, b) => a - b))
    const lifting = (witness: Witness) =>
      evidenceGrades.filter((grade) => mayLiftObjection(grade, witness))
    expect(lifting('server')).toEqual(['double_opt_in', 'keyword_from_handset'])
    expect(lifting('document')).toEqual(['signed_paper'])
    expect(lifting('declared')).toEqual([])
  })
})

describe('suppression scopes', () => {
  it('only widen', () => {
    for (const one of suppressionScopes) {
      for (const other of suppressionScopes) {
        const wide = widerScope(one, other)
        for (const sendClass of ['marketing', 'alert'] as const) {
          const covered = scopeCovers(one, sendClass) || scopeCovers(other, sendClass)
          if (covered) expect(scopeCovers(wide, sendClass)).toBe(true)
        }
      }
    }
  })

  it('of marketing leave alerts alone', () => {
    expect(scopeCovers('marketing', 'marketing')).toBe(true)
    expect(scopeCovers('marketing', 'alert')).toBe(false)
    expect(scopeCovers('relational', 'alert')).toBe(true)
    expect(scopeCovers('all', 'alert')).toBe(true)
  })
})

describe('the words of a wording', () => {
  // biome-ignore format: a table
  const named: [string, Channel, boolean][] = [
    ['J’accepte de recevoir vos offres par SMS', 'sms', true],
    ['… par sms, e-mail', 'email', true],
    ['… par texto', 'sms', true],
    ['… par message texte', 'sms', true],
    ['… by text message', 'sms', true],
    ['… by text', 'sms', true],
    ['… in this text you agree', 'sms', false],
    ['J’accepte de recevoir vos offres', 'sms', false],
    ['… par e-mail et courriel', 'sms', false],
    ['SMSFactor est notre prestataire', 'sms', false],
    ['… par courrier électronique', 'email', true],
    ['… par courrier électronique', 'post', false],
    ['… par courrier', 'post', true],
    ['… par téléphone', 'voice', true],
    ['… RCS', 'rcs', true],
    ['… par MMS', 'mms', true],
    ['… par MMS', 'sms', false],
  ]
  it.each(named)('“%s” names %s: %s', (text, channel, outcome) => {
    expect(namesChannel(text, channel)).toBe(outcome)
  })

  it('name the controller whatever the capitals, accents and spaces', () => {
    expect(namesController('la BOUTIQUE\u00a0LUMEN', 'Boutique Lumen')).toBe(true)
    expect(namesController('l’école Sainte-Élise', 'Ecole Sainte-Elise')).toBe(true)
    expect(namesController('notre boutique', 'Boutique Lumen')).toBe(false)
    expect(namesController('notre boutique', ' ')).toBe(false)
  })

  const form = draftOf(controllerId).form
  // biome-ignore format: a table
  const defects: [string, Parameters<typeof draftOf>[1], string[]][] = [
    ['nothing', {}, []],
    ['an empty text', { shownText: ' ' }, ['text_empty', 'controller_not_named', 'channel_not_named']],
    ['no channel', { channels: [] }, ['channels_missing']],
    ['a ticked box', { form: { ...form, boxInitially: 'ticked' } }, ['preticked']],
    ['terms in the same act', { form: { ...form, bundledWithTerms: true } }, ['bundled_terms']],
    ['terms in the text', { shownText: 'J’accepte les conditions générales et les SMS de la Boutique Lumen' }, ['bundled_terms']],
    ['a condition', { form: { ...form, conditional: true } }, ['conditional']],
    ['another name', { controllerName: 'Ombre' }, ['controller_not_named']],
    ['a second channel', { channels: ['sms', 'email'] }, ['channel_not_named']],
    ['two purposes in one box', { purposes: ['offers', 'news'] }, ['purposes_bundled']],
    ['two purposes without a box', { purposes: ['offers', 'news'], form: { ...form, boxInitially: 'none' } }, []],
    ['partners', { shownText: 'Les offres par SMS de la Boutique Lumen et de ses partenaires' }, ['partners_bundled']],
    ['partners denied', { shownText: 'Les offres par SMS de la Boutique Lumen ; jamais transmis à des partenaires' }, []],
    ['partners alone', { shownText: 'SMS des partenaires de la Boutique Lumen', purposes: ['partners'] }, []],
  ]
  it.each(defects)('with %s', (_what, changed, refusals) => {
    const found = wordingDefects(draftOf(controllerId, changed)).map((defect) => defect.refusal)
    expect(found).toEqual(refusals)
  })

  it('are mended by the sentence: it names what is missing and shows an example', () => {
    const draft = draftOf(controllerId, { channels: ['sms', 'email'] })
    const [french] = reviewWording(draft, 'fr')
    expect(french?.mend).toContain('ne dit pas par e-mail')
    expect(french?.mend).toContain(
      'J’accepte de recevoir les offres de Boutique Lumen par SMS et par e-mail.',
    )
    const [english] = reviewWording({ ...draft, language: 'en' }, 'en')
    expect(english?.mend).toContain('I agree to receive offers from Boutique Lumen by SMS and')
    expect(
      wordingDefects({
        ...draft,
        shownText: 'J’accepte de recevoir les offres de Boutique Lumen par SMS et par e-mail.',
      }),
    ).toEqual([])
  })

  it('have a sentence for every refusal and error, in both languages', () => {
    for (const code of consentErrors) {
      for (const language of ['fr', 'en'] as const) {
        expect(sentence(language, code), `${language} ${code}`).not.toBeNull()
      }
    }
  })
})
