/** The web app: who is there is asked first, then the screen that the address names is shown. */
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, redirect, RouterProvider } from 'react-router';
import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import './style.css';
import './i18n.js';
import { ApiError, PREFIX } from './client.js';
import { Frame } from './frame.js';
import { readSession, type Session } from './session.js';
import { theme, wear } from './theme.js';
import { Trouble } from './parts/trouble.js';
import { WorkScreen } from './screens/work.js';

wear(theme());

/** A session that has ended: back to the door, and then to where one was. */
function onError(error: unknown): void {
  if (!(error instanceof ApiError) || error.status !== 401) return;
  if (location.pathname === `${PREFIX}/sign-in`) return;
  location.assign(doorFrom(location.pathname + location.search));
}

const doorFrom = (path: string) =>
  `${PREFIX}/sign-in?next=${encodeURIComponent(path.slice(PREFIX.length) || '/')}`;

const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server refuses it would refuse again; an absent server is worth one more try.
      retry: (failures, error) => failures < 1 && error instanceof ApiError && error.status === 0,
    },
  },
});

async function requireSession({ request }: { request: Request }) {
  const session = await queries.fetchQuery<Session>({ queryKey: ['session'], queryFn: readSession });
  const { me, ways } = session;
  if (me && !me.next) return null;
  if (!me && ways.demonstration) return null;
  const { pathname, search } = new URL(request.url);
  return redirect(doorFrom(pathname + search).slice(PREFIX.length));
}

const router = createBrowserRouter(
  [
    {
      path: '/sign-in',
      lazy: async () => ({ Component: (await import('./screens/sign-in.js')).SignInScreen }),
      HydrateFallback: () => null,
    },
    {
      path: '/',
      loader: requireSession,
      shouldRevalidate: () => false,
      Component: Frame,
      ErrorBoundary: Trouble,
      HydrateFallback: () => null,
      children: [
        { index: true, Component: WorkScreen },
        {
          path: 'register',
          lazy: async () => ({ Component: (await import('./screens/register.js')).RegisterScreen }),
        },
        {
          path: 'board',
          lazy: async () => ({ Component: (await import('./screens/board.js')).BoardScreen }),
        },
        {
          path: 'audit',
          lazy: async () => ({ Component: (await import('./screens/audit.js')).AuditScreen }),
        },
        {
          path: 'forecast',
          lazy: async () => ({ Component: (await import('./screens/forecast.js')).ForecastScreen }),
        },
        {
          path: 'letters',
          lazy: async () => ({ Component: (await import('./screens/letters.js')).LettersScreen }),
        },
        {
          path: 'admin/:tab?',
          lazy: async () => ({ Component: (await import('./screens/admin/admin.js')).AdminScreen }),
        },
        {
          path: 'account',
          lazy: async () => ({ Component: (await import('./screens/account.js')).AccountScreen }),
        },
        {
          path: 'sessions/new',
          lazy: async () => ({ Component: (await import('./screens/session-entry.js')).SessionEntryScreen }),
        },
        {
          path: 'cases/:number',
          lazy: async () => ({ Component: (await import('./screens/case-page.js')).CasePage }),
        },
      ],
    },
  ],
  { basename: PREFIX || '/' },
);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
