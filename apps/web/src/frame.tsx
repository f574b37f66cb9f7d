/** What stands around every screen: the rail, the search, the day, the language, the person and the post. */
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation, useNavigate, useSearchParams } from 'react-router';
import { ask, client, dropToken, own, PREFIX } from './client.js';
import { useDayInAddress, usePast } from './day.js';
import { useKeys } from './keys.js';
import { useLive } from './live.js';
import { CasePanel } from './parts/case-panel.js';
import { DayChip, PastBanner } from './parts/day-chip.js';
import { Help } from './parts/help.js';
import { InboxButton } from './parts/inbox.js';
import { Looks } from './parts/looks.js';
import { useActing, useSession } from './session.js';

export function Frame() {
  const { t, i18n } = useTranslation();
  const [help, setHelp] = useState(false);
  const { search } = useLocation();
  const panel = new URLSearchParams(search).get('case');
  useKeys({ '?': () => setHelp(true) });
  useLive();
  useDayInAddress();
  const past = usePast();
  useEffect(() => {
    document.title = t('title');
    document.documentElement.dataset.ready = 'true';
  }, [t, i18n.language]);
  return (
    <div className="frame" data-past={past !== undefined || undefined}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <TopBar />
      <PastBanner />
      <Rail onHelp={() => setHelp(true)} />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      {panel && <CasePanel number={panel} />}
      {help && <Help onClose={() => setHelp(false)} />}
    </div>
  );
}

/** They read the whole register and its proofs. */
const AUDITING = ['auditor', 'office-coordinator', 'standing-vice-chairman'];

/** They plan with it: whoever chases, and whoever is chased. */
const LOOKING_AHEAD = [...AUDITING, 'department-officer', 'department-leader'];

const PLACES = [
  { to: '/', icon: 'work', text: 'work' },
  { to: '/board', icon: 'board', text: 'board' },
  { to: '/register', icon: 'register', text: 'register' },
  { to: '/sessions/new', icon: 'entry', text: 'entry', roles: ['office-coordinator'] },
  { to: '/letters', icon: 'letters', text: 'letters', roles: LOOKING_AHEAD },
  { to: '/forecast', icon: 'forecast', text: 'forecast', roles: LOOKING_AHEAD },
  { to: '/audit', icon: 'audit', text: 'audit', roles: AUDITING },
  { to: '/admin', icon: 'admin', text: 'admin', roles: [...AUDITING, 'administrator'] },
] as const;

const ICONS = {
  work: 'M4 6h3v3H4zM10 7h10M4 15h3v3H4zM10 16h10',
  board: 'M4 20V10M10 20V4M16 20v-7M22 20H2',
  register: 'M5 3h14v18H5zM9 3v18M12 8h4M12 12h4',
  entry: 'M4 4h12v16H4zM7 9h6M7 13h6M19 8v8M15 12h8',
  letters: 'M4 6h16v12H4zM4 7l8 6 8-6',
  audit: 'M10 4a6 6 0 1 1 0 12a6 6 0 0 1 0-12M14.5 14.5L20 20M10 7v3l2 1',
  admin: 'M4 5h16v6H4zM4 13h16v6H4zM7 8h2M7 16h2',
  forecast: 'M4 5h16v15H4zM4 9h16M8 3v4M16 3v4M8 13l3 3 5-5',
  help: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 18v.5',
};

const Icon = ({ name }: { name: keyof typeof ICONS }) => (
  <svg viewBox="0 0 24 24" className="icon" aria-hidden="true">
    <path d={ICONS[name]} />
  </svg>
);

function Rail({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const { role } = useActing();
  return (
    <nav className="rail" aria-label={t('places')}>
      {PLACES.filter((place) => !('roles' in place) || (place.roles as readonly string[]).includes(role)).map(
        ({ to, icon, text }) => (
          <NavLink key={to} to={to} end={to === '/'}>
            <Icon name={icon} />
            <span>{t(`place_${text}`)}</span>
          </NavLink>
        ),
      )}
      <button type="button" onClick={onHelp}>
        <Icon name="help" />
        <span>{t('help')}</span>
      </button>
    </nav>
  );
}

function TopBar() {
  const { t } = useTranslation();
  return (
    <header className="top">
      <Link to="/" className="name">
        {t('name')}
      </Link>
      <Search />
      <DayChip />
      <Looks />
      <Person />
    </header>
  );
}

/** On the register it filters while one types; from elsewhere it leads there. */
function Search() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<number>(undefined);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [params, setParams] = useSearchParams();
  const here = pathname === '/register';
  const shown = here ? (params.get('text') ?? '') : '';
  useKeys({ '/': () => input.current?.focus() });
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = shown;
  }, [shown]);
  const find = (text: string) => {
    clearTimeout(timer.current);
    if (!here) return void navigate(text ? `/register?text=${encodeURIComponent(text)}` : '/register');
    setParams(
      (before) => {
        if (text) before.set('text', text);
        else before.delete('text');
        return before;
      },
      { replace: true },
    );
  };
  const typed = (text: string) => {
    clearTimeout(timer.current);
    if (here) timer.current = window.setTimeout(() => find(text), 200);
  };
  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        find(input.current!.value.trim());
      }}
    >
      <input
        ref={input}
        type="search"
        name="text"
        maxLength={200}
        placeholder={t('searchHint')}
        aria-label={t('search')}
        aria-keyshortcuts="/"
        onChange={({ target }) => typed(target.value.trim())}
      />
    </form>
  );
}

function Person() {
  const { t } = useTranslation();
  const { me } = useSession();
  const { guest } = useActing();
  const queries = useQueryClient();
  if (!me) {
    return (
      <span id="person">
        {guest && <span className="who">{t('guest')}</span>}
        <Link to="/sign-in">{t('signIn')}</Link>
      </span>
    );
  }
  const act = async (index: number) => {
    const { role, agency } = me.grants[index]!;
    await ask(client.POST('/api/me/acting', { ...own(), body: { role, agency } }));
    await queries.invalidateQueries();
  };
  const leave = async () => {
    const { goTo } = await ask<{ goTo: string }>(client.POST('/api/sign-out', own()));
    dropToken();
    location.assign(goTo.startsWith('/') ? PREFIX + goTo : goTo);
  };
  const post = ({ role, agency }: { role: string; agency: string }) =>
    // Who is called by the post need not be told twice.
    [t(`role_${role}`), agency].filter((part) => part !== me.displayName).join(' · ');
  return (
    <span id="person">
      <InboxButton />
      <Link to="/account" className="who">
        {me.displayName}
      </Link>
      {me.grants.length > 1 ? (
        <select
          aria-label={t('actAs')}
          value={me.grants.findIndex(({ id }) => id === me.acting?.id)}
          onChange={({ target }) => void act(Number(target.value))}
        >
          {me.grants.map((grant, index) => (
            <option key={grant.id} value={index}>
              {post(grant)}
            </option>
          ))}
        </select>
      ) : (
        <span className="sub">{me.acting ? post(me.acting) : t('noRole')}</span>
      )}
      <button type="button" id="sign-out" onClick={() => void leave()}>
        {t('signOut')}
      </button>
    </span>
  );
}
