/** A real SMTP server that keeps what it is sent, and can be told to misbehave. */
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** All parts, decoded. */
  readonly text: string;
}

/**
 * `REFUSE`: 550 for the recipients named. `PUT_OFF`: 450 for them. `HANG`: no answer after DATA. `DIE`: takes the mail
 * in, and the connection breaks before it says so. `BUSY`: 421 at the greeting's next step.
 */
export type Mood = 'WELL' | 'REFUSE' | 'PUT_OFF' | 'HANG' | 'DIE' | 'BUSY';

export interface MailServer {
  readonly url: string;
  readonly mails: ReceivedMail[];
  mood: Mood;
  /** Whom REFUSE and PUT_OFF mean. */
  about: string;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const own = { mood: 'WELL' as Mood, about: '' };
  const refusal = (responseCode: number) => Object.assign(new Error('not now'), { responseCode });
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onMailFrom(_address, _session, done) {
      done(own.mood === 'BUSY' ? refusal(421) : null);
    },
    onRcptTo({ address }, _session, done) {
      const meant = address === own.about;
      if (meant && own.mood === 'REFUSE') return done(refusal(550));
      if (meant && own.mood === 'PUT_OFF') return done(refusal(450));
      return done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (own.mood === 'HANG') return;
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push(readMail(Buffer.concat(chunks).toString('latin1'), to));
        if (own.mood !== 'DIE') return done();
        for (const { _socket: socket } of server.connections as Set<{ _socket: { destroy(): void } }>)
          socket.destroy();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return Object.assign(own, {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  });
}

function readMail(raw: string, to: readonly string[]): ReceivedMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const headers = headersOf(head);
  const boundary = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '')?.[1];
  const parts = boundary === undefined ? [raw] : body.split(`--${boundary}`).slice(1, -1);
  return { to, headers, text: parts.map(decodedPart).join('\n') };
}

function headersOf(head: string): Record<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), decodedWords(line.slice(at + 1).trim())];
    }),
  );
}

function decodedPart(part: string): string {
  const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n');
  const encoding = headersOf(head)['content-transfer-encoding'];
  const body = rest.join('\r\n\r\n');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body;
}

const decodedWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quoted(word.replaceAll('_', ' ')),
    );

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
