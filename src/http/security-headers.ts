// The security headers of every answer: helmet's, asked for once, since they never differ.
import helmet from '@fastify/helmet'
import fastify from 'fastify'

/** What a page could ask a browser for: the pages here ask for none of it. */
const powers = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'usb',
  'web-share',
  'xr-spatial-tracking',
]

export type FixedHeaders = Readonly<Record<string, string>>

/** Helmet works each of them out anew for every request: half of what a small answer costs. */
export async function securityHeaders(isSecure: boolean): Promise<FixedHeaders> {
  const probe = fastify({ logger: false })
  await probe.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The interface's own style sheet sets some properties on the elements themselves.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
  // Helmet writes to the raw answer, on which nothing else stands yet.
  probe.get('/', async (_request, reply) => reply.raw.getHeaders())
  const headers: FixedHeaders = (await probe.inject('/')).json()
  await probe.close()
  return { ...headers, 'permissions-policy': powers.map((power) => `${power}=()`).join(', ') }
}
