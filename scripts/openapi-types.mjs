/**
 * `npm run openapi`: the types that the web app knows the API by, from the OpenAPI document of the API as it is now. Only
 * the paths that the app asks for are kept: others change without it.
 */
import fs from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';

const ROOT = path.join(import.meta.dirname, '..');
const WEB = path.join(ROOT, 'apps/web/src');
export const SCHEMA = path.join(WEB, 'schema.ts');

/** @param {{ paths: Record<string, unknown>, components: { schemas: Record<string, unknown> } }} document */
export async function typesOf(document) {
  const sources = fs
    .readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && file !== 'schema.ts')
    .map((file) => fs.readFileSync(path.join(WEB, file), 'utf8'));
  const asked = new Set(
    sources.flatMap((text) => [...text.matchAll(/['"](\/api\/[^'"]+)['"]/g)].map(([, name]) => name)),
  );
  const paths = Object.fromEntries(
    Object.entries(document.paths)
      .filter(([name]) => asked.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const kept = reached(paths, document.components.schemas);
  // Examples hold the date of the day.
  const whole = JSON.parse(
    JSON.stringify({ ...document, paths, components: { schemas: kept } }),
    (key, value) => (key === 'example' ? undefined : value),
  );
  const text = astToString(await openapiTS(whole));
  const head = '/** Made by `npm run openapi`. */\n';
  return prettier.format(head + text, { ...(await prettier.resolveConfig(SCHEMA)), filepath: SCHEMA });
}

/** The schemas that the paths speak of, and those that these speak of. */
function reached(/** @type {object} */ paths, /** @type {Record<string, unknown>} */ schemas) {
  const found = new Set();
  const look = (/** @type {unknown} */ thing) => {
    for (const [, name] of JSON.stringify(thing).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      if (found.has(name)) continue;
      found.add(name);
      look(schemas[name]);
    }
  };
  look(paths);
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => found.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
