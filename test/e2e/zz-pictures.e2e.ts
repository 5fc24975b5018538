// temporary
import { mkdirSync } from 'node:fs'
import { test } from 'vitest'
import { ownerInBrowser } from '../support/browser-life.ts'
test('pictures', { timeout: 300_000 }, async () => {
  const life = await ownerInBrowser()
  const { accord, browser } = life
  const cookie = accord.owner.cookie
  const call = (m: 'GET' | 'POST' | 'PUT', p: string, b?: unknown) => accord.call<any>(cookie, m, p, b)
  const c = (await call('GET', '/v1/controllers')).body.items[0]
  const w = await call('POST', '/v1/wordings', { name: 'Caisse', language: 'fr', medium: 'paper', controllerId: c.id, shownText: `J’accepte de recevoir par SMS les offres de ${c.name}.`, channels: ['sms'], purposes: ['offers'] })
  await call('POST', `/v1/wordings/${w.body.id}/publish`)
  await call('POST', '/v1/contacts', { number: '+33639980042', fields: { lastName: 'Exemple', email: 'a@example.org' } })
  await call('POST', '/v1/custom-fields', { name: 'Taille de chaussures', type: 'number' })
  await call('PUT', '/v1/operator', { operatorName: 'Exemple Télécom SAS', dpoContact: 'dpo@operateur.example', dpoName: 'Délégation aux données' })
  await call('PUT', '/v1/register/declarations', { place: 'account', field: 'contact', value: 'donnees@tilleuls.example' })
  mkdirSync('/tmp/pics', { recursive: true })
  const state = await life.page.context().storageState()
  for (const [name, scheme, width, locale] of [['desk-light', 'light', 1280, 'fr-FR'], ['phone-dark', 'dark', 390, 'en-GB']] as const) {
    const context = await browser.newContext({ storageState: state, colorScheme: scheme, viewport: { width, height: 800 }, locale })
    const page = await context.newPage()
    for (const path of ['/register', '/public-notice', '/installation/operator', '/login']) {
      await page.goto(accord.url + path)
      await page.waitForTimeout(2500)
      if (path === '/register') { const d = page.locator('details summary'); if (await d.count()) { await d.nth(1).click(); await page.waitForTimeout(300) } }
      await page.screenshot({ path: `/tmp/pics/${name}${path.replaceAll('/', '_')}.png`, fullPage: true })
    }
    const n = (await call('GET', '/v1/public-notice')).body.path
    for (const p of [n, `${n}/versions`, '/notice']) {
      await page.goto(accord.url + p)
      await page.screenshot({ path: `/tmp/pics/${name}_public${p === n ? '' : p.endsWith('versions') ? '_versions' : '_inst'}.png`, fullPage: true })
    }
    const html = await (await fetch(accord.url + '/v1/register/sheet.html?language=fr', { headers: { cookie } })).text()
    await page.setContent(html)
    await page.screenshot({ path: `/tmp/pics/${name}_sheet.png`, fullPage: true })
    if (scheme === 'light') { await page.goto(accord.url + n); await page.pdf({ path: '/tmp/pics/notice.pdf', format: 'A4', tagged: true }) }
    await context.close()
  }
  const ods = await fetch(accord.url + '/v1/register/sheet.ods?language=fr', { headers: { cookie } })
  const { writeFileSync } = await import('node:fs')
  writeFileSync('/tmp/pics/register.ods', Buffer.from(await ods.arrayBuffer()))
  await life.close()
})
