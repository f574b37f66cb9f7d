/** OpenAPI 3.1 at /api/docs and /api/openapi.json; the pages come from this machine, not from the network. */
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { localDate } from '#calendar/local-date.js';
import type { Clock } from './settings.js';

export function setUpOpenApi(app: NestFastifyApplication, demo: boolean, clock: Clock): void {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Đôn Đốc')
    .setDescription(
      [
        'Sổ theo dõi kiến nghị của xã, phường và nhiệm vụ được giao. / The register of petitions and directives of a province.',
        demo
          ? 'Chế độ trình diễn: người thực hiện lấy từ tiêu đề X-Demo-Actor. / Demonstration mode: the actor comes from X-Demo-Actor.'
          : '',
      ]
        .filter(Boolean)
        .join('\n\n'),
    )
    .setVersion('0.1.0')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'Mã truy cập cá nhân / A personal access token: ddt_…' },
      'token',
    )
    .addCookieAuth(
      '__Host-dondoc',
      {
        type: 'apiKey',
        in: 'cookie',
        description: 'Phiên đăng nhập; lệnh cần thêm X-CSRF-Token / A session',
      },
      'session',
    )
    .addSecurityRequirements('token')
    .addSecurityRequirements('session')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Đôn Đốc API',
    patchDocumentOnRequest: () => {
      const today = localDate(clock.now().toISOString());
      addExamples(document.components?.schemas as Record<string, Schema>, today);
      return document;
    },
  });
}

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  example?: unknown;
}

/**
 * A whole example for each body: what is required and what has an example of its own. Pasted as it is, it works: its
 * documents are of today, and each body's has a number of its own.
 */
function addExamples(schemas: Record<string, Schema>, today: string): void {
  const example = (name: string, place: number): object => {
    const { properties = {}, required = [] } = schemas[name] ?? {};
    const shown = Object.entries(properties).filter(
      ([key, p]) => p.example !== undefined || required.includes(key),
    );
    const values = Object.fromEntries(shown.map(([key, p]) => [key, exampleOf(p, place)]));
    return name.startsWith('Document')
      ? { ...values, codeNumber: String(9_001 + place), issuedDate: today }
      : values;
  };
  const exampleOf = (p: Schema, place: number): unknown => {
    if (p.example !== undefined) return p.example;
    if (p.items) return p.items.$ref ? [exampleOf(p.items, place)] : [];
    const name = (p.$ref ?? p.allOf?.[0]?.$ref)?.split('/').at(-1);
    return name === undefined ? undefined : example(name, place);
  };
  Object.keys(schemas).forEach((name, place) => (schemas[name]!.example = example(name, place)));
}
