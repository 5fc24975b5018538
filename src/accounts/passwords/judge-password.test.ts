// Passwords that are let through and those that are not, by the judge that the server asks.
import { beforeAll, describe, expect, test } from 'vitest'
import { loadJudge, type PasswordOwner } from './judge-password.ts'

const owner: PasswordOwner = {
  email: 'camille.exemple@tilleuls.example',
  name: 'Camille Exemple',
  organisations: ['Boutique des Tilleuls', 'École du Port'],
}
let judge: Awaited<ReturnType<typeof loadJudge>>
beforeAll(async () => {
  judge = await loadJudge()
}, 60_000)

describe('too easily guessed', () => {
  const weak = [
    'azertyuiop123',
    'azertyuiop1234',
    'qwertyuiopasdf',
    'motdepasse123456',
    'Motdepasse2026',
    'password1234!',
    'aaaaaaaaaaaaaaaa',
    'abcdefghijkl',
    '123456789012',
    'jetaime123456',
    'Pa$$w0rdPa$$w0rdPa$$w0rdPa$$w0rd',
    'azertyuiop'.repeat(25),
    'été2026été2026',
    // Whoever knows whose it is tries these first.
    'camille.exemple@tilleuls.example',
    'Camille.Exemple@Tilleuls.example1',
    'camilleexemple2026',
    'Exemple-Camille-1985',
    'Boutique des Tilleuls',
    'boutiquedestilleuls2026',
    'BoutiqueDesTilleuls!!',
    'ecole du port 2026',
    'École-du-Port-75011',
    'accord accord 2026',
  ]
  test.each(weak)('%s', (password) => {
    expect(judge(password, owner)).toBe(false)
  })
})

describe('good enough', () => {
  const good = [
    'les cerises de juin',
    'la mer est calme',
    'un autre verger',
    'les prunes de mars',
    'correct horse battery staple',
    'xK9#mQ2$vL7p',
    '7%&/(=)§$12&+4*#',
    'mon chat dort sur Camille',
    'Πέντε πράσινα μήλα',
    '五つの青い林檎を食べた朝の庭',
  ]
  test.each(good)('%s', (password) => {
    expect(judge(password, owner)).toBe(true)
  })
})

test('the longest and strangest password is judged in bounded time', () => {
  const strange = ['4@68(3!1|05$7+2%'.repeat(16), '@4€3$5'.repeat(42), '01/02/2003 '.repeat(23)]
  for (const password of strange) expect(typeof judge(password, owner)).toBe('boolean')
}, 120_000)
