/** Small helpers: elements from data (text is always text, never HTML), dates, and the API. */
import { t } from './texts.js';

const SVG = 'http://www.w3.org/2000/svg';

/** `h('td', { class: 'number' }, 'text', child, …)`; `null` and `false` children are left out. */
export function h(name, attributes = {}, ...children) {
  const element =
    name === 'svg' || name === 'rect' ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** 2025-12-12 → 12/12/2025 */
export function day(date) {
  const [year, month, number] = date.slice(0, 10).split('-');
  return `${number}/${month}/${year}`;
}

/** The local date of Vietnam, whatever zone the browser is in. */
export function vietnamToday(now = new Date()) {
  return new Date(now.getTime() + 7 * 3600e3).toISOString().slice(0, 10);
}

export class ApiError extends Error {}

/** @throws ApiError with a sentence for people, in the language of the page */
export async function api(path, { signal } = {}) {
  let response;
  try {
    response = await fetch(path, { signal, headers: { accept: 'application/json' } });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError(t('noConnection'));
  }
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  // The session has ended: back to the door, and then to where one was.
  if (response.status === 401 && path !== '/api/me') {
    location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
  }
  const said = document.documentElement.lang === 'en' ? body.detailEn : body.detail;
  throw new ApiError(said ?? `${response.status}`);
}

/** Says that something is loading only when it takes long enough to wonder. */
export function waitingIn(place, text) {
  const timer = setTimeout(
    () => place.replaceChildren(h('p', { class: 'state', role: 'status' }, text)),
    300,
  );
  return () => clearTimeout(timer);
}

export function failure(error, retry) {
  const again = h('button', { type: 'button', onclick: retry }, t('retry'));
  return h('p', { class: 'state error', role: 'alert' }, t('failed', { why: error.message }), ' ', again);
}
