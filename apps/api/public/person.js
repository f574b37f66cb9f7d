/** Who is signed in, as what, and the way out. */
import { api, h } from './dom.js';
import { lang, t } from './texts.js';

let me = null;
let demonstration = false;

/** False when the page must not be shown to whoever opened it: they are on their way to the door. */
export async function whoIsThere() {
  const options = await api('/api/sign-in/options').catch(() => ({ signedIn: false, demonstration: [] }));
  demonstration = options.demonstration !== null;
  me = options.signedIn ? await api('/api/me').catch(() => null) : null;
  if (me && !me.next) return true;
  if (!me && demonstration) return true;
  location.replace(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
  return false;
}

export function drawPerson(place) {
  if (!me) {
    place.replaceChildren(h('a', { href: '/sign-in' }, t('signIn')));
    return;
  }
  const out = h('button', { type: 'button', id: 'sign-out', onclick: signOut }, t('signOut'));
  place.replaceChildren(h('span', { class: 'who' }, me.displayName), roles(), out);
}

const nameOf = ({ role, agency }) => `${t(`role_${role}`)} · ${agency}`;

/** Who holds several roles chooses one to act in. */
function roles() {
  const { grants, acting } = me;
  if (grants.length < 2) return h('span', { class: 'sub inline' }, acting ? nameOf(acting) : t('noRole'));
  const choose = async ({ target }) => {
    const { role, agency } = grants[target.selectedIndex];
    await post('/api/me/acting', { role, agency });
    location.reload();
  };
  const select = h('select', { 'aria-label': t('actAs'), onchange: choose, lang: lang() });
  select.append(...grants.map((grant) => h('option', { selected: grant.id === acting?.id }, nameOf(grant))));
  return select;
}

async function signOut() {
  const { goTo } = await post('/api/sign-out', {});
  location.assign(goTo);
}

async function post(path, body) {
  const headers = { 'content-type': 'application/json', 'x-csrf-token': me.csrfToken };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}
