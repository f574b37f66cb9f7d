/** What a browser is told about every answer: nothing from elsewhere, no inline script or style, in nobody's frame. */
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const POLICY = {
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
};
/** The pages of the API's description come from a package that styles them in place. */
const POLICY_OF_DOCS = { ...POLICY, 'style-src': ["'self'", "'unsafe-inline'"] };
const DOCS = /^\/api\/docs(\/|$|\?)/;

const written = (policy: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');

export async function sendHeaders(app: NestFastifyApplication, publicUrl: () => string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    // Sent below, when people come by https.
    strictTransportSecurity: false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      if (DOCS.test(request.url)) reply.header('content-security-policy', written(POLICY_OF_DOCS));
      // What the register says is for the one who asked: it stays in no cache on the way.
      else if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
        reply.header('cache-control', 'no-store');
      if (publicUrl().startsWith('https:'))
        reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    });
}
