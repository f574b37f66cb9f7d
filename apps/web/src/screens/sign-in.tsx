/** The door: the step that is missing is shown, and nothing else. */
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ApiError, ask, client, dropToken, keepToken, own, PREFIX } from '../client.js';
import { Field } from '../parts/field.js';
import { Languages } from '../parts/languages.js';
import { useReason } from '../parts/trouble.js';
import { readSession, type WaysIn } from '../session.js';
import { useSaid } from '../words.js';
import { Enrolment, type Entered } from './enrolment.js';

type Step = 'password' | 'second-factor' | 'change-password' | 'enrol-second-factor' | 'link';
type FormStep = Exclude<Step, 'enrol-second-factor'>;
type Values = Readonly<Record<string, string>>;

/** A link's secret stands behind the #, which is never sent; it leaves the address bar at once. */
const [, linkKind, link = ''] = /^#(link|first)=(.+)$/.exec(location.hash) ?? [];
if (link) history.replaceState(null, '', location.pathname + location.search);

const SEND: Record<FormStep, (values: Values) => Promise<Entered>> = {
  password: ({ login = '', password = '' }) =>
    ask(client.POST('/api/sign-in', { body: { login, password } })),
  'second-factor': ({ code = '' }) => ask(client.POST('/api/sign-in/second-factor', { body: { code } })),
  'change-password': ({ password = '', newPassword = '' }) =>
    ask(client.POST('/api/me/password', { ...own(), body: { password, newPassword } })),
  link: ({ newPassword = '', login, displayName, agency }) => {
    const first = linkKind === 'first' ? { login, displayName, agency } : {};
    return ask(client.POST('/api/sign-in/link', { body: { link, newPassword, ...first } }));
  },
};

/** Only within this site: an address that was brought along must not lead elsewhere. */
function wanted(params: URLSearchParams): string {
  const next = params.get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}

export function SignInScreen() {
  const { t, i18n } = useTranslation();
  const [params] = useSearchParams();
  const [ways, setWays] = useState<WaysIn>();
  const [step, setStep] = useState<Step>(link ? 'link' : 'password');
  const [said, setSaid] = useState<unknown>(params.get('error'));
  const goOn = ({ next, csrfToken }: Entered) => {
    keepToken(csrfToken);
    if (next) setStep(next);
    else location.assign(PREFIX + wanted(params));
  };
  useEffect(() => {
    document.title = t('signInTitle');
  }, [t, i18n.language]);
  useEffect(() => {
    void readSession()
      .then(({ ways, me }) => {
        setWays(ways);
        // Half signed in: where it was left. Signed in: nothing to do here.
        if (me && !link) goOn(me);
      }, setSaid)
      .finally(() => void (document.documentElement.dataset.ready = 'true'));
  }, []);
  const leave = async () => {
    await ask(client.POST('/api/sign-out', own())).catch(() => undefined);
    dropToken();
    setSaid(null);
    setStep('password');
  };
  const attempt = async (work: () => Promise<Entered>): Promise<boolean> => {
    setSaid(null);
    try {
      goOn(await work());
      return true;
    } catch (error) {
      setSaid(error);
      return false;
    }
  };
  const common = { attempt, onLeave: () => void leave() };
  return (
    <div className="door">
      <header className="top">
        <h1 className="name">
          {t('name')} <span className="tagline">{t('tagline')}</span>
        </h1>
        <Languages />
      </header>
      <main>
        <Alert said={said} />
        {step === 'enrol-second-factor' ? (
          <Enrolment onSaid={setSaid} onDone={goOn} leave={<Leave onLeave={common.onLeave} />} />
        ) : (
          <StepForm key={step} step={step} {...common} />
        )}
        {step === 'password' && ways?.provider && (
          <p className="provider">
            <a
              className="button"
              href={`${PREFIX}${ways.provider.start}?next=${encodeURIComponent(wanted(params))}`}
            >
              {t('provider', { name: ways.provider.label })}
            </a>
          </p>
        )}
        {step === 'password' && ways?.demonstration && (
          <Demonstration people={ways.demonstration} attempt={attempt} />
        )}
      </main>
    </div>
  );
}

const ERRORS = ['PROVIDER_REFUSED', 'NO_ROLE_MAPPED', 'SIGN_IN_REFUSED'];

function Alert({ said }: { said: unknown }) {
  const { t } = useTranslation();
  const reason = useReason();
  if (!said) return null;
  const text =
    said instanceof ApiError
      ? reason(said)
      : t(`error_${ERRORS.includes(String(said)) ? String(said) : 'PROVIDER_REFUSED'}`);
  return (
    <p id="alert" className="state error" role="alert">
      {text}
    </p>
  );
}

interface StepProps {
  readonly step: FormStep;
  readonly attempt: (work: () => Promise<Entered>) => Promise<boolean>;
  readonly onLeave: () => void;
}

function StepForm({ step, attempt, onLeave }: StepProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.currentTarget)) as Values;
    setBusy(true);
    const entered = await attempt(() => SEND[step](values));
    setBusy(false);
    if (entered) return;
    const secrets = [...form.current!.querySelectorAll<HTMLInputElement>('[type="password"], [name="code"]')];
    for (const secret of secrets) secret.value = '';
    secrets[0]?.focus();
  };
  const forms: Record<FormStep, ReactNode> = {
    password: (
      <>
        <h2>{t('signIn')}</h2>
        <Field name="login" label={t('login')} autoComplete="username" maxLength={100} />
        <Field name="password" label={t('password')} secret="current-password" maxLength={256} />
        <button className="primary">{t('signIn')}</button>
        <p className="hint">{t('forgot')}</p>
      </>
    ),
    'second-factor': (
      <>
        <h2>{t('secondFactor')}</h2>
        <Field name="code" label={t('code')} autoComplete="one-time-code" maxLength={40} />
        <button className="primary">{t('goOn')}</button>
        <Leave onLeave={onLeave} />
      </>
    ),
    'change-password': (
      <>
        <h2>{t('changePassword')}</h2>
        <p>{t('mustChange')}</p>
        <Field name="password" label={t('presentPassword')} secret="current-password" maxLength={256} />
        <NewPassword />
        <button className="primary">{t('savePassword')}</button>
        <Leave onLeave={onLeave} />
      </>
    ),
    link: (
      <>
        <h2>{t('setPassword')}</h2>
        {linkKind === 'first' && (
          <>
            <p>{t('firstAdministrator')}</p>
            <Field name="login" label={t('login')} autoComplete="username" maxLength={50} />
            <Field name="displayName" label={t('displayName')} autoComplete="name" maxLength={100} />
            <Field name="agency" label={t('agencyCode')} value="VPUBND" maxLength={12} />
          </>
        )}
        <NewPassword />
        <button className="primary">{t('savePassword')}</button>
      </>
    ),
  };
  return (
    <form id={step} ref={form} className="step" onSubmit={(event) => void submit(event)}>
      <fieldset disabled={busy}>{forms[step]}</fieldset>
    </form>
  );
}

function NewPassword() {
  const { t } = useTranslation();
  return (
    <Field name="newPassword" label={t('newPassword')} secret="new-password" minLength={12} maxLength={128} />
  );
}

function Leave({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="link" onClick={onLeave}>
      {t('leave')}
    </button>
  );
}

function Demonstration(props: {
  readonly people: NonNullable<WaysIn['demonstration']>;
  readonly attempt: StepProps['attempt'];
}) {
  const { t } = useTranslation();
  const said = useSaid();
  const enter = (role: string, agency: string) =>
    void props.attempt(() => ask(client.POST('/api/demo/sign-in', { body: { role, agency } as never })));
  return (
    <section className="step" aria-labelledby="demonstration-title">
      <h2 id="demonstration-title">{t('demonstration')}</h2>
      <p>{t('demonstrationHint')}</p>
      <ul id="people">
        {props.people.map((person) => (
          <li key={person.role}>
            <button type="button" data-role={person.role} onClick={() => enter(person.role, person.agency)}>
              {said(person)}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${PREFIX}/`}>{t('look')}</a>
      </p>
    </section>
  );
}
