// The domain of the sender of mails, by a real name server: a record that protects nothing is told.
import dns from 'node:dns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type NameServer,
  type Records,
  startNameServer,
} from '../../../test/support/name-server.ts'
import { type MailDomain, type MailSettings, unseen } from '../facts.ts'
import { domainsAbove, measureMailDomain, spfOf } from './mail-domain.ts'

let names: NameServer
const before = dns.getServers()
beforeAll(async () => {
  names = await startNameServer({})
  dns.setServers([names.address])
})
afterAll(async () => {
  dns.setServers(before)
  await names.close()
})
const settings = (fromDomain: string): MailSettings => ({
  ...{ host: 'localhost', port: 9, tls: 'plain', hasLogin: false, fromDomain },
})
const spf = 'v=spf1 mx -all'
const mx = ['mx.example.org']

test.each([
  ['takes mail and is vouched for', { mx, txt: [spf, 'another text'] }, true, 'good'],
  ['has no mail exchange, but a host of its name', { a: ['192.0.2.7'], txt: [spf] }, true, 'good'],
  ['says that it takes no mail', { mx: [''], txt: [spf] }, false, 'good'],
  ['has nothing but a text', { txt: ['something else'] }, false, 'missing'],
  ['has a record of another kind', { mx, txt: ['v=spf10 -all'] }, true, 'missing'],
  ['has two records', { mx, txt: [spf, 'v=spf1 ~all'] }, true, 'several'],
] as const)('a domain that %s', async (_what, own, takesMail, found) => {
  names.setRecords({
    'sms.example.org': own,
    '_dmarc.sms.example.org': { txt: ['v=DMARC1; p=reject'] },
  })
  expect(await measureMailDomain(settings('SMS.example.org'))).toEqual({
    ...{ domain: 'sms.example.org', takesMail, spf: found, dmarc: 'good' },
  })
})

test.each([
  ['v=spf1 mx +all', 'everybody'],
  ['v=spf1 include:mail.example all', 'everybody'],
  ['V=SPF1 ip4:0.0.0.0/0 -ALL', 'everybody'],
  ['v=spf1 ip6:::/0 -all', 'everybody'],
  ['v=spf1 include:all.example ip4:192.0.2.0/24 ~all', 'good'],
  ['v=spf1 redirect=_spf.example', 'good'],
  ['v=spf1', 'good'],
] as const)('the record %s is judged %s', (record, judged) => {
  expect(spfOf([record])).toBe(judged)
})

const reject = 'v=DMARC1; p=reject'
const dmarcs: readonly [string, string, Records, MailDomain['dmarc']][] = [
  ['of its own', 'example.org', { '_dmarc.example.org': { txt: [reject] } }, 'good'],
  ['above it', 'sms.example.org', { '_dmarc.example.org': { txt: [reject] } }, 'good'],
  ['far above it', 'a.b.example.co.uk', { '_dmarc.example.co.uk': { txt: [reject] } }, 'good'],
  [
    'of what names are sold under',
    'example.co.uk',
    { '_dmarc.co.uk': { txt: [reject] } },
    'missing',
  ],
  ['of a country', 'sms.example.fr', { '_dmarc.fr': { txt: [reject] } }, 'missing'],
  [
    'that asks nothing',
    'example.org',
    { '_dmarc.example.org': { txt: ['v=DMARC1;p=none'] } },
    'asks_nothing',
  ],
  [
    'without a policy',
    'example.org',
    { '_dmarc.example.org': { txt: ['v=DMARC1'] } },
    'asks_nothing',
  ],
  [
    'that asks it of no mail',
    'example.org',
    { '_dmarc.example.org': { txt: ['v=DMARC1; p=reject; pct=0'] } },
    'asks_nothing',
  ],
  [
    'above it, that asks nothing of what lies below',
    'sms.example.org',
    { '_dmarc.example.org': { txt: ['v=DMARC1; p=reject; sp=none'] } },
    'asks_nothing',
  ],
  [
    'above it, that asks more of what lies below',
    'sms.example.org',
    { '_dmarc.example.org': { txt: ['v=DMARC1 ; P=none ; SP=Quarantine'] } },
    'good',
  ],
  [
    'of its own that counts before the one above',
    'sms.example.org',
    {
      '_dmarc.sms.example.org': { txt: ['v=DMARC1; p=none'] },
      '_dmarc.example.org': { txt: [reject] },
    },
    'asks_nothing',
  ],
  ['twice', 'example.org', { '_dmarc.example.org': { txt: [reject, reject] } }, 'several'],
  ['of none', 'sms.example.org', { '_dmarc.example.org': { txt: ['hello'] } }, 'missing'],
]

test.each(dmarcs)('a DMARC record %s', async (_what, domain, records, dmarc) => {
  names.setRecords({ [domain]: { mx, txt: [spf] }, ...records })
  expect(await measureMailDomain(settings(domain))).toEqual({
    ...{ domain, takesMail: true, spf: 'good', dmarc },
  })
})

test('what lies above ends before what names are sold under', () => {
  expect(domainsAbove('a.b.example.org')).toEqual(['b.example.org', 'example.org'])
  expect(domainsAbove('mail.ville.asso.fr')).toEqual(['ville.asso.fr'])
  expect(domainsAbove('example.org')).toEqual([])
})

test('a domain that does not exist, or cannot be asked for', async () => {
  names.setRecords({})
  expect(await measureMailDomain(settings('nowhere.example.org'))).toMatchObject({
    ...{ takesMail: false, spf: 'missing', dmarc: 'missing' },
  })
  dns.setServers(['127.0.0.1:9'])
  expect(await measureMailDomain(settings('example.org'))).toEqual(unseen('no_answer'))
  dns.setServers([names.address])
  expect(await measureMailDomain(null)).toBeNull()
}, 30_000)
