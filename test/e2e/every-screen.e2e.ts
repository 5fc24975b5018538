// Every screen with something on it is fit for whoever does not see it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import {
  type AccordInBrowser,
  accordInBrowser,
  expectFitIn,
  logIn,
} from '../support/browser-life.ts'
import { oneOfEverything, type Things } from '../support/one-of-everything.ts'
import { isWholeMatrix, testOfMatrix } from '../support/screens.ts'
import { eventually } from '../support/wait.ts'

let life: AccordInBrowser
let things: Things
let routeId = ''
let breachId = ''
let operatorReviewId = ''
beforeAll(async () => {
  life = await accordInBrowser()
  things = await oneOfEverything(life.accord)
  type Routes = { items: { id: string }[] }
  const routes = await life.accord.call<Routes>(life.accord.owner.cookie, 'GET', '/v1/routes')
  routeId = routes.body.items[0]?.id ?? ''
  const record = {
    ...{ title: 'Fichier perdu', scenario: 'lost_device', discoveredAt: new Date().toISOString() },
    accountIds: [life.accord.accounts[0].id],
  }
  const breach = await life.accord.call<{ id: string }>(
    ...([life.accord.owner.cookie, 'POST', '/v1/breaches', record] as const),
  )
  breachId = breach.body.id
  const review = {
    ...{ subject: 'supplier', title: 'Contrat du nouvel opérateur', counselKind: 'law_firm' },
    ...{ counsel: 'Cabinet Exemple', askedOn: '2026-11-02', question: 'Peut-on le signer ?' },
  }
  const asked = await life.accord.call<{ id: string }>(
    ...([life.accord.owner.cookie, 'POST', '/v1/operator/reviews', review] as const),
  )
  operatorReviewId = asked.body.id
  const { page, accord } = life
  await logIn(page, accord)
  await page.waitForURL(`${accord.url}/`)
}, 180_000)
afterAll(() => life?.close())

const of = (path: string) => things[path] ?? ''
const screens: [string, () => string][] = [
  ['home', () => paths.home],
  ['journal', () => paths.journal],
  ['imports', () => paths.imports],
  ['import', () => paths.import(of('/v1/imports/{id}'))],
  ['contacts', () => paths.contacts],
  ['contact', () => paths.contact(of('/v1/contacts/{id}'))],
  ['lists', () => paths.lists],
  ['segments', () => paths.segments],
  ['newSegment', () => paths.newSegment],
  ['api', () => paths.api],
  ['tokens', () => paths.tokens],
  ['receivedReplies', () => paths.receivedReplies],
  ['requestLog', () => paths.requestLog],
  ['sandbox', () => paths.sandbox],
  ['webhooks', () => paths.webhooks],
  ['newWebhook', () => paths.newWebhook],
  ['webhook', () => paths.webhook(of('/v1/webhooks/{id}'))],
  ['segment', () => paths.segment(of('/v1/segments/{id}'))],
  ['customFields', () => paths.customFields],
  ['leftOut', () => paths.leftOut],
  ['desk', () => paths.desk(of('/v1/contacts/{id}'))],
  ['quarantine', () => paths.quarantine],
  ['moves', () => paths.moves],
  ['wordings', () => paths.wordings],
  ['newWording', () => paths.newWording],
  ['wording', () => paths.wording(of('/v1/wordings/{id}'))],
  ['editWording', () => paths.editWording(of('/v1/wordings/{id}'))],
  ['forms', () => paths.forms],
  ['newForm', () => paths.newForm],
  ['form', () => paths.form(of('/v1/forms/{id}'))],
  ['keywords', () => paths.keywords],
  ['expiring', () => paths.expiring],
  ['proofs', () => paths.proofs],
  ['legalBases', () => paths.legalBases],
  ['requests', () => paths.requests],
  ['erasures', () => paths.erasures],
  ['request', () => paths.request(of('/v1/person-requests/{id}'))],
  ['sensitive', () => paths.sensitive],
  ['register', () => paths.register],
  ['publicNotice', () => paths.publicNotice],
  ['operator', () => paths.operator],
  ['breaches', () => paths.breaches],
  ['newBreach', () => paths.newBreach],
  ['breach', () => paths.breach(breachId)],
  ['ownBreaches', () => paths.ownBreaches],
  ['newOwnBreach', () => paths.newOwnBreach],
  ['ownBreach', () => paths.ownBreach(of('/v1/account-breaches/{id}'))],
  ['impact', () => paths.impact],
  ['operatorImpact', () => paths.operatorImpact],
  ['training', () => paths.training],
  ['ownTraining', () => paths.ownTraining],
  ['operatorTraining', () => paths.operatorTraining],
  ['reviews', () => paths.reviews],
  ['newReview', () => paths.newReview],
  ['review', () => paths.review(of('/v1/reviews/{id}'))],
  ['operatorReviews', () => paths.operatorReviews],
  ['newOperatorReview', () => paths.newOperatorReview],
  ['operatorReview', () => paths.operatorReview(operatorReviewId)],
  ['retention', () => paths.retention],
  ['campaigns', () => paths.campaigns],
  ['newCampaign', () => paths.newCampaign(of('/v1/lists/{id}'))],
  ['campaign', () => paths.campaign(of('/v1/campaigns/{id}'))],
  ['editCampaign', () => paths.editCampaign(of('/v1/campaigns/{id}'))],
  ['calendar', () => paths.calendar],
  ['recurring', () => paths.recurring],
  ['newRecurring', () => paths.newRecurring],
  ['recurringSend', () => paths.recurringSend(of('/v1/recurring-sends/{id}'))],
  ['editRecurring', () => paths.editRecurring(of('/v1/recurring-sends/{id}'))],
  ['templates', () => paths.templates],
  ['newTemplate', () => paths.newTemplate],
  ['template', () => paths.template(of('/v1/templates/{id}'))],
  ['campaignResults', () => paths.campaignResults(of('/v1/campaigns/{id}'))],
  ['periodResults', () => paths.periodResults],
  ['links', () => paths.links],
  ['messages', () => paths.messages],
  ['newMessage', () => paths.newMessage],
  ['message', () => paths.message(of('/v1/messages/{id}'))],
  ['inbox', () => paths.inbox],
  ['conversation', () => paths.conversation(of('/v1/inbox/{id}'))],
  ['replies', () => paths.replies],
  ['settings', () => paths.settings],
  ['deletion', () => paths.deletion],
  ['profile', () => paths.profile],
  ['notifications', () => paths.notifications],
  ['tryOne', () => paths.tryOne],
  ['restored', () => paths.restored],
  ['accounts', () => paths.accounts],
  ['account', () => paths.account(of('/v1/accounts/{id}'))],
  ['deletions', () => paths.deletions],
  ['erasureNotices', () => paths.erasureNotices],
  ['suppliers', () => paths.suppliers],
  ['accountSuppliers', () => paths.accountSuppliers],
  ['routes', () => paths.routes],
  ['newRoute', () => paths.newRoute],
  ['route', () => paths.route(routeId)],
  ['prices', () => paths.prices],
  ['moderation', () => paths.moderation],
  ['health', () => paths.health],
  ['mail', () => paths.mail],
  ['check', () => paths.check],
  ['openPoints', () => paths.openPoints],
  ['backups', () => paths.backups],
]

test('no screen is left out', () => {
  const begins = [
    'firstRun',
    'login',
    'join',
    'lostPassword',
    'newPassword',
    'confirmEmail',
    'undoEmail',
    'contactsOf',
    'contactsOfSegment',
    'quarantineOf',
    'newWordingFrom',
    'newVersionOf',
    'campaignMessages',
    'newCampaignOn',
    'campaignOfTemplate',
    'calendarOf',
    'journalOf',
    'requestLogOf',
    'newMessageTo',
    'contactsThat',
    'looksSince',
  ]
  expect([...screens.map(([name]) => name), ...begins].sort()).toEqual(Object.keys(paths).sort())
})

/**
 * As a link does it: the program in the page goes there. To load it anew takes a second a screen.
 * The title of the screen that is left is marked: it stays until the next one has come.
 */
const goTo = (path: string) => `
  document.querySelector('h1').dataset.left = 'yes'
  history.pushState(null, '', ${JSON.stringify(path)})
  dispatchEvent(new PopStateEvent('popstate'))`

async function opened(path: string) {
  const { page, accord } = life
  if (new URL(page.url()).pathname === path) await page.goto(`${accord.url}${path}`)
  else await page.evaluate(goTo(path))
  await page.locator('h1:not([data-left])').waitFor()
  await eventually(async () => {
    return (await page.getByRole('status', { name: 'Loading' }).count()) === 0 || null
  })
  return page
}

const schemes = isWholeMatrix ? (['light', 'dark'] as const) : (['light'] as const)

test.each(screens)('%s', { timeout: 60_000 }, async (_, path) => {
  const page = await opened(path())
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  await expectFitIn(page, schemes)
})

/** What stands out of a telephone, unless it scrolls by itself, as a table in its frame does. */
const standsOut = `[...document.querySelectorAll('body *')]
  .filter((one) => {
    const { right, width } = one.getBoundingClientRect()
    if (width === 0 || right <= innerWidth + 1) return false
    for (let above = one.parentElement; above !== null; above = above.parentElement) {
      if (getComputedStyle(above).overflowX !== 'visible') return false
    }
    return true
  })
  .map((one) => one.tagName + ' ' + one.className + ' ' + one.textContent.slice(0, 40))`

/** Buttons of a row that only who scrolls the table to its end would find. */
const outOfReach = `[...document.querySelectorAll('.accord-wide[data-scrolls] td:last-child')]
  .filter((cell) => cell.querySelector('.mantine-Button-root') !== null)
  .filter((cell) => cell.querySelector('.mantine-Text-root, .mantine-Badge-root') === null)
  .filter((cell) => cell.getBoundingClientRect().right > innerWidth)
  .map((cell) => cell.textContent)`

testOfMatrix.each(screens)('%s on a telephone', { timeout: 60_000 }, async (_, path) => {
  await life.page.setViewportSize({ width: 390, height: 844 })
  const page = await opened(path())
  expect(await page.evaluate(standsOut)).toEqual([])
  expect(await page.evaluate(outOfReach)).toEqual([])
  await expectFitIn(page, schemes)
})
