/** A running server outside demonstration mode, and people who sign in to it over HTTP as a browser does. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import type { Role } from '#identity/policy.js';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { type App, type AppOptions, createApp } from '../../apps/api/src/app.js';
import { createDatabase, type ScratchDatabase } from './database.js';
import { newFilesFolder } from './files-folder.js';
import { someKeys } from './privacy-keys.js';

export const PASSWORD = 'cây đa bến nước sân đình';
/** Enough for tests: what is tested is what surrounds the hash. */
export const CHEAP_HASH = { memoryCost: 64, timeCost: 1, parallelism: 1 };
export const KEY = randomBytes(32);

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test looks at its own part of an answer
  readonly body: any;
}

export interface House {
  readonly app: App;
  readonly url: string;
  readonly database: ScratchDatabase;
  /** The clock of the server: move it at will. */
  at: string;
  later(minutes: number): void;
  /** Signed in nowhere. */
  stranger(): Person;
  /** An account with a password and perhaps a role, signed in. */
  person(login: string, role?: Role, agency?: string): Promise<Person>;
  /** The administrator that the first link made. */
  readonly admin: Person;
  idOf(login: string): Promise<string>;
  events(stream: string): Promise<RecordedEvent[]>;
  stop(): Promise<void>;
}

export async function openHouse(options: Partial<AppOptions> = {}): Promise<House> {
  const database = await createDatabase();
  const time = { at: '2026-11-24T02:00:00.000Z' };
  const { identity, ...others } = options;
  const filesFolder = newFilesFolder();
  const app = await createApp({
    files: { address: filesFolder },
    privacy: someKeys(),
    tickMs: 0,
    ...{ databaseUrl: database.url, port: 0, clock: { now: () => new Date(time.at) } },
    ...others,
    identity: { key: KEY, hashCost: CHEAP_HASH, ...identity },
  });
  const admin = new Person(app.url);
  const house: House = {
    ...{ app, url: app.url, database, admin, at: '' },
    later: (minutes) => void (time.at = new Date(Date.parse(time.at) + minutes * 60_000).toISOString()),
    stranger: () => new Person(app.url),
    async person(login, role, agency = 'VPUBND') {
      const grant = role === undefined ? {} : { role, agency };
      const made = await admin.post('/api/accounts', { login, displayName: `Ông ${login}`, ...grant });
      if (made.status !== 201) throw new Error(`${made.status} ${JSON.stringify(made.body)}`);
      const person = new Person(app.url);
      const entered = await person.enter('/api/sign-in/link', {
        link: linkIn(made.body.link),
        newPassword: PASSWORD,
      });
      if (entered.status !== 200) throw new Error(`${entered.status} ${JSON.stringify(entered.body)}`);
      return person;
    },
    async idOf(login) {
      const { body } = await admin.get('/api/accounts');
      return body.items.find((one: { login: string }) => one.login === login).id;
    },
    async events(stream) {
      const events: RecordedEvent[] = [];
      for await (const event of app.store.readStream(stream)) events.push(event);
      return events;
    },
    async stop() {
      await app.close();
      await database.drop();
      fs.rmSync(filesFolder, { recursive: true, force: true });
    },
  };
  Object.defineProperty(house, 'at', { get: () => time.at, set: (at: string) => void (time.at = at) });
  if (app.firstLink) {
    const first = { link: linkIn(app.firstLink), newPassword: PASSWORD, login: 'quan-tri', agency: 'VPUBND' };
    await admin.enter('/api/sign-in/link', { ...first, displayName: 'Quản trị' });
  }
  return house;
}

export const linkIn = (address: string): string => address.split(/#\w+=/)[1]!;

/** A browser of one person: keeps cookies, sends the CSRF token it was given. */
export class Person {
  cookies = new Map<string, string>();
  csrf = '';

  constructor(private readonly url: string) {}

  /** Through one of the ways in; remembers what came back. */
  async enter(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Reply> {
    const reply = await this.post(path, body, headers);
    if (reply.body?.csrfToken) this.csrf = reply.body.csrfToken;
    return reply;
  }

  signIn(login: string, password = PASSWORD): Promise<Reply> {
    return this.enter('/api/sign-in', { login, password });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('POST', path, body, headers);
  }

  delete(path: string): Promise<Reply> {
    return this.send('DELETE', path, undefined, {});
  }

  /** The same cookies in another hand. */
  copy(): Person {
    const copy = new Person(this.url);
    copy.cookies = new Map(this.cookies);
    copy.csrf = this.csrf;
    return copy;
  }

  private async send(
    method: string,
    path: string,
    body: object | undefined,
    headers: Record<string, string>,
  ) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(this.csrf && method !== 'GET' ? { 'x-csrf-token': this.csrf } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (pair.slice(at + 1) === '') this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }
}
