/**
 * What every adapter checks and writes before an append leaves the process: well-formed names, ids and expected
 * version, and the JSON text of each event. What JSON or a database would silently lose or change is refused here,
 * so that all stores keep the same events.
 */
import { EventIdConflict, type ExpectedVersion, type NewEvent, UnstorableEvent } from './event-store.js';

export interface StoredForm {
  readonly ids: readonly string[];
  readonly types: readonly string[];
  readonly datas: readonly string[];
  readonly metas: readonly string[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MAX_NAME = 255;

export function toStoredForm(
  stream: string,
  expected: ExpectedVersion,
  events: readonly NewEvent[],
): StoredForm {
  if (events.length === 0) throw new TypeError('nothing to append');
  const isNumber = Number.isInteger(expected) && Number(expected) >= 0 && Number(expected) < 2 ** 31;
  if (expected !== 'none' && expected !== 'any' && !isNumber) {
    throw new TypeError(`not an expected version: ${String(expected)}`);
  }
  for (const name of [stream, ...events.map((event) => event.type)]) checkName(name);
  const ids = events.map((event) => event.id.toLowerCase());
  const wrong = ids.find((id) => !UUID.test(id));
  if (wrong !== undefined) throw new TypeError(`not a UUID: ${wrong}`);
  if (new Set(ids).size !== ids.length) throw new EventIdConflict(stream);
  return {
    ids,
    types: events.map((event) => event.type),
    datas: events.map((event) => encode(event.data, event.type)),
    metas: events.map((event) => encode(event.meta, event.type)),
  };
}

function checkName(name: string): void {
  // \p{Cs} is a surrogate without its partner, which UTF-8 cannot write down.
  if (name.length === 0 || name.length > MAX_NAME || /[\p{Cc}\p{Cs}]/u.test(name)) {
    throw new UnstorableEvent(
      `not a name for a stream or a type: ${JSON.stringify(name.slice(0, MAX_NAME))}`,
    );
  }
}

function encode(value: object, type: string): string {
  let text: string;
  try {
    text = JSON.stringify(value);
    // To look at each value takes longer than the rest: only a null may stand for what is lost.
    if (text.includes('null')) JSON.stringify(value, refuseLossy);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      throw new UnstorableEvent(`${type}: ${error.message}`);
    }
    throw error;
  }
  // JSON.stringify escapes lone surrogates; NUL is escaped like any control character. PostgreSQL stores either as
  // json and then fails at every later use of the text, so they end here.
  if (text.includes('\\u') && /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(text)) {
    throw new UnstorableEvent(`${type}: text with a NUL or half a surrogate pair`);
  }
  return text;
}

/** JSON writes NaN and the infinities as null: a figure must not vanish from the record. */
function refuseLossy(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${key} is ${value}`);
  return value;
}
