/** What the register rests on: people and agencies, the calendar, the rules of chasing, the words of letters, the machine. */
import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useParams } from 'react-router';
import type { Role } from '#identity/policy.js';
import { Waiting } from '../../parts/trouble.js';
import { useActing } from '../../session.js';

interface Tab {
  readonly name: string;
  /** Absent: whoever is signed in, or looks at a demonstration. */
  readonly roles?: readonly Role[];
  readonly Screen: LazyExoticComponent<ComponentType>;
}

const TABS: readonly Tab[] = [
  {
    name: 'people',
    roles: ['administrator'],
    Screen: lazy(async () => ({ default: (await import('./people.js')).People })),
  },
  { name: 'agencies', Screen: lazy(async () => ({ default: (await import('./agencies.js')).Agencies })) },
  { name: 'calendar', Screen: lazy(async () => ({ default: (await import('./calendar.js')).Calendar })) },
  { name: 'policy', Screen: lazy(async () => ({ default: (await import('./policy.js')).Policies })) },
  { name: 'template', Screen: lazy(async () => ({ default: (await import('./template.js')).Template })) },
  {
    name: 'webhooks',
    roles: ['administrator'],
    Screen: lazy(async () => ({ default: (await import('./webhooks.js')).Webhooks })),
  },
  {
    name: 'record',
    roles: ['administrator', 'auditor'],
    Screen: lazy(async () => ({ default: (await import('./record.js')).Records })),
  },
  { name: 'system', Screen: lazy(async () => ({ default: (await import('./system.js')).SystemState })) },
];

export function AdminScreen() {
  const { t } = useTranslation();
  const { role, guest } = useActing();
  const { tab } = useParams();
  const tabs = TABS.filter(({ roles }) => !roles || (!guest && roles.includes(role)));
  const chosen = tabs.find(({ name }) => name === tab) ?? tabs[0]!;
  return (
    <section aria-labelledby="admin-title" className="admin">
      <h1 id="admin-title">{t('place_admin')}</h1>
      <nav className="buckets" aria-label={t('place_admin')}>
        {tabs.map(({ name }) => (
          <NavLink
            key={name}
            to={`/admin/${name}`}
            className="choose"
            aria-current={name === chosen.name ? 'page' : undefined}
          >
            {t(`admin_${name}`)}
          </NavLink>
        ))}
      </nav>
      <Suspense fallback={<Waiting />}>
        <chosen.Screen />
      </Suspense>
    </section>
  );
}
