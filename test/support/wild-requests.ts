/** Requests that nobody means well with, made from the OpenAPI document: half of each fits, the rest is anything. */
import fc from 'fast-check';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly format?: string;
  readonly example?: unknown;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface WildRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

/** `known`: ids, numbers and codes that exist, so that some requests come further than the first check. */
export function wildRequests(document: OpenApi, known: readonly string[], actors: readonly string[]) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return fc
    .constantFrom(...operations)
    .chain(({ path, method, operation }) =>
      fc.record({
        method: often(method, fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD')),
        url: addressOf(path, operation, known),
        headers: headersOf(actors),
        payload: method === 'GET' ? fc.constant(undefined) : bodyOf(document, operation, known),
      }),
    )
    .map(({ payload, ...request }): WildRequest =>
      payload === undefined ? request : { ...request, payload },
    );
}

const often = <T>(usual: T, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 15, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });

const TEXTS = [
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\udfff\ud800',
    '\u202eabc',
    '\ufeff',
    'e\u0301'.repeat(50),
    '😀'.repeat(300),
  ],
  ...[
    "'; DROP TABLE public.event; --",
    '{{1}}',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '%00',
    '%',
    '\r\nX: y',
  ],
  ...[
    '9'.repeat(400),
    '1e999',
    '-1',
    'NaN',
    '2025-02-30',
    '0000-00-00',
    '9999-12-31',
    '2025-10-15T25:00:00Z',
    'a'.repeat(6_000),
  ],
];
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);
const junk = fc.oneof(
  text,
  fc.constantFrom(null, true, -0, 1e308, 2 ** 53, -1, 0.5, [], {}, [[]], [null], {
    __proto__: null,
    a: { b: [] },
  }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.object({ maxDepth: 3, maxKeys: 4 }),
);

function addressOf(
  path: string,
  { parameters = [] }: Operation,
  known: readonly string[],
): fc.Arbitrary<string> {
  const segments = path.split('/').map((segment): fc.Arbitrary<string> => {
    if (!segment.startsWith('{')) return fc.constant(segment);
    // What a case is named by stands in some places, the number of an obligation in others.
    const fitting = segment === '{no}' ? fc.constantFrom('1', '2') : fc.constantFrom(...known);
    return fc.oneof({ weight: 8, arbitrary: fitting }, { weight: 1, arbitrary: text }).map(encoded);
  });
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const query = fc
    .subarray(queries)
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(({ name, schema }) =>
          queryValue(schema, known).map((value) => `${name}=${encoded(value)}`),
        ),
      ),
    );
  const extra = fc.oneof(
    { weight: 60, arbitrary: fc.constant<string[]>([]) },
    {
      weight: 1,
      arbitrary: fc.tuple(text, text).map(([name, value]) => [`${encoded(name)}=${encoded(value)}`]),
    },
    { weight: 1, arbitrary: fc.constantFrom(['%'], ['a=%zz'], ['a[b]=1', 'a[b]=2'], ['asOf=1', 'asOf=2']) },
  );
  return fc
    .tuple(fc.tuple(...segments), query, extra)
    .map(([parts, pairs, more]) =>
      [parts.join('/'), [...pairs, ...more].join('&')].filter(Boolean).join('?'),
    );
}

function queryValue(schema: Schema | undefined, known: readonly string[]): fc.Arbitrary<string> {
  const listed = schema?.enum ?? schema?.items?.enum;
  const fitting = listed
    ? fc.constantFrom(...listed.map(String))
    : fc.constantFrom(...known, '1', '50', '2025-10-15');
  return fc.oneof({ weight: 8, arbitrary: fitting }, { weight: 1, arbitrary: text });
}

/** As far as it can be written down: half a pair of surrogates cannot. */
function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'));
}

function headersOf(actors: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const visible = fc.string({ maxLength: 60 }).map((value) => value.replace(/[^\x20-\x7e]/g, '').trim());
  const odd = fc.oneof(
    visible,
    fc.constantFrom('', '"', '"1"', '"999999999"', '*', 'Bearer ', 'Bearer x', 'a=b; c', '../'),
  );
  const given = fc.record(
    {
      'if-match': odd,
      'idempotency-key': odd,
      'x-demo-now': fc.oneof(
        odd,
        fc.constantFrom('2025-10-20T02:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'),
      ),
      cookie: odd,
      'x-csrf-token': odd,
      'x-act-as': odd,
      range: fc.constantFrom('bytes=0-', 'bytes=9-1', 'bytes=-', 'x'),
      accept: odd,
      'accept-language': odd,
      'x-forwarded-for': odd,
    },
    { requiredKeys: [] },
  );
  const actor = fc.oneof(
    { weight: 25, arbitrary: fc.constantFrom(...actors).map((value) => ({ 'x-demo-actor': value })) },
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: odd.map((value) => ({ 'x-demo-actor': value })) },
  );
  const type = often(
    'application/json',
    fc.constantFrom(
      'text/plain',
      'application/xml',
      'multipart/form-data',
      '',
      'application/json; charset=utf-16',
      'x',
    ),
  );
  const few = fc.oneof({ weight: 8, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: given });
  return fc
    .tuple(few, actor, type)
    .map(
      ([more, who, contentType]) =>
        ({ ...more, ...who, 'content-type': contentType }) as Record<string, string>,
    );
}

function bodyOf(
  document: OpenApi,
  { requestBody }: Operation,
  known: readonly string[],
): fc.Arbitrary<string> {
  const schema = requestBody?.content['application/json']?.schema ?? {};
  const fitting = valueOf(document, schema, known, 0).map((value) => JSON.stringify(value));
  const broken = fitting.chain((body) =>
    fc.integer({ min: 0, max: body.length }).map((end) => body.slice(0, end)),
  );
  return fc.oneof(
    { weight: 25, arbitrary: fitting },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: junk.map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 1, max: 2_000 })
        .map((depth) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
}

function valueOf(
  document: OpenApi,
  schema: Schema,
  known: readonly string[],
  depth: number,
): fc.Arbitrary<unknown> {
  const whole = resolved(document, schema);
  const fitting = fittingOf(document, whole, known, depth);
  return fc.oneof({ weight: 40, arbitrary: fitting }, { weight: 1, arbitrary: junk });
}

function fittingOf(
  document: OpenApi,
  schema: Schema,
  known: readonly string[],
  depth: number,
): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? (schema.type as string[])[0] : schema.type;
  switch (type) {
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -2, max: 200 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valueOf(document, schema.items ?? {}, known, depth + 1), {
        maxLength: depth > 2 ? 1 : 3,
      });
    case 'object': {
      const properties = Object.entries(schema.properties ?? {});
      if (depth > 4) return fc.constant({});
      const values = properties.map(
        ([name, inner]) => [name, valueOf(document, inner, known, depth + 1)] as const,
      );
      const members = Object.fromEntries(values);
      return fc.oneof(
        { weight: 4, arbitrary: fc.record(members) },
        { weight: 1, arbitrary: fc.record(members, { requiredKeys: [] }) },
      );
    }
    default:
      return fc.oneof(
        {
          weight: 30,
          arbitrary: fc.constant(schema.example ?? (schema.format === 'date' ? '2025-10-15' : 'x')),
        },
        { weight: 4, arbitrary: fc.constantFrom(...known, '2025-10-15', '5 ngày làm việc') },
        { weight: 1, arbitrary: text },
      );
  }
}

/** What it refers to, with all its parts in one. */
function resolved(document: OpenApi, schema: Schema): Schema {
  if (schema.$ref)
    return resolved(document, document.components.schemas[schema.$ref.split('/').at(-1)!] ?? {});
  if (!schema.allOf) return schema.properties && !schema.type ? { ...schema, type: 'object' } : schema;
  return schema.allOf
    .map((part) => resolved(document, part))
    .reduce((all, part) => ({ ...all, ...part }), {});
}
