/** The door: the step that is missing is shown, and nothing else. */
import { h } from './dom.js';
import { SIGN_IN_TEXTS } from './sign-in-texts.js';
import { lang, setLang } from './texts.js';

const $ = (id) => document.getElementById(id);
const STEPS = ['password', 'second-factor', 'change-password', 'link'];
const t = (key) => SIGN_IN_TEXTS[lang()][key];

/** A link's secret stands behind the #, which is never sent; it leaves the address bar at once. */
const [, linkKind, link] = /^#(link|first)=(.+)$/.exec(location.hash) ?? [];
if (link) history.replaceState(null, '', location.pathname + location.search);

let csrf = '';
let options = { provider: null, demonstration: null };
/** What was said last, in both languages. */
let said = null;

// ---- talking to the server -----------------------------------------------------------------------------------------

async function send(path, body) {
  let response;
  try {
    response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'x-csrf-token': csrf },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw { vi: SIGN_IN_TEXTS.vi.noConnection, en: SIGN_IN_TEXTS.en.noConnection };
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw { vi: answer.detail, en: answer.detailEn, code: answer.code };
  if (answer.csrfToken) csrf = answer.csrfToken;
  return answer;
}

function say(what) {
  said = what;
  $('alert').hidden = !what;
  $('alert').textContent = what ? what[lang()] : '';
}

// ---- steps ---------------------------------------------------------------------------------------------------------

function show(step) {
  for (const id of STEPS) $(id).hidden = id !== step;
  const atTheDoor = step === 'password';
  $('provider').hidden = !atTheDoor || !options.provider;
  $('demonstration').hidden = !atTheDoor || !options.demonstration;
  $(step).querySelector('input:not([hidden])')?.focus();
}

/** Only within this site: an address that was brought along must not lead elsewhere. */
function wanted() {
  const next = new URLSearchParams(location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}

function goOn({ next }) {
  if (next) show(next);
  else location.assign(wanted());
}

const ACTIONS = {
  password: ({ login, password }) => send('/api/sign-in', { login, password }),
  'second-factor': ({ code }) => send('/api/sign-in/second-factor', { code }),
  'change-password': ({ password, newPassword }) => send('/api/me/password', { password, newPassword }),
  link: ({ newPassword, login, displayName, agency }) =>
    send('/api/sign-in/link', {
      ...{ link, newPassword },
      ...(linkKind === 'first' ? { login, displayName, agency } : {}),
    }),
};

async function attempt(work, place) {
  say(null);
  const buttons = [...document.querySelectorAll('button')];
  for (const button of buttons) button.disabled = true;
  try {
    goOn(await work());
  } catch (refused) {
    if (!refused.vi) throw refused;
    say(refused);
    for (const field of place?.querySelectorAll('[type="password"], [name="code"]') ?? []) field.value = '';
  } finally {
    for (const button of buttons) button.disabled = false;
  }
  if (said) place?.querySelector('[type="password"], [name="code"]')?.focus();
}

for (const [step, action] of Object.entries(ACTIONS)) {
  $(step).addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(() => action(Object.fromEntries(new FormData(event.target))), event.target);
  });
}

for (const button of document.querySelectorAll('[data-leave]')) {
  button.addEventListener('click', async () => {
    await send('/api/sign-out', {}).catch(() => undefined);
    csrf = '';
    say(null);
    show('password');
  });
}

// ---- languages -----------------------------------------------------------------------------------------------------

function speak(language) {
  setLang(language);
  document.documentElement.lang = lang();
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const button of document.querySelectorAll('[data-lang]')) {
    button.setAttribute('aria-pressed', String(button.dataset.lang === lang()));
  }
  say(said);
  if (options.provider) {
    const anchor = $('provider').firstElementChild;
    anchor.textContent = t('provider').replace('{name}', options.provider.label);
    anchor.href = `${options.provider.start}?next=${encodeURIComponent(wanted())}`;
  }
  $('people').replaceChildren(
    ...(options.demonstration ?? []).map(({ role, agency, vi, en }) => {
      const enter = () => attempt(() => send('/api/demo/sign-in', { role, agency }));
      const text = lang() === 'en' ? en : vi;
      return h('li', {}, h('button', { type: 'button', 'data-role': role, onclick: enter }, text));
    }),
  );
}

for (const button of document.querySelectorAll('[data-lang]')) {
  button.addEventListener('click', () => speak(button.dataset.lang));
}

// ---- begin ---------------------------------------------------------------------------------------------------------

options = await send('/api/sign-in/options').catch(() => options);
speak(lang());
const error = new URLSearchParams(location.search).get('error');
if (error) {
  const code = SIGN_IN_TEXTS.vi[error] ? error : 'PROVIDER_REFUSED';
  say({ vi: SIGN_IN_TEXTS.vi[code], en: SIGN_IN_TEXTS.en[code] });
}
$('first').hidden = linkKind !== 'first';
for (const field of $('first').querySelectorAll('input')) field.required = linkKind === 'first';
if (link) show('link');
else if (options.signedIn) {
  // Half signed in: where it was left. Signed in: nothing to do here.
  const me = await send('/api/me').catch(() => ({ next: 'password' }));
  goOn(me);
} else show('password');
document.documentElement.dataset.ready = 'true';
