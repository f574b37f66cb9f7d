/** Time-based one-time codes (RFC 6238: SHA-1, six digits, 30 seconds), and the recovery codes beside them. */
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import QRCode from 'qrcode';

const PERIOD = 30;
export const RECOVERY_CODES = 10;

const totp = (secret: string, login = '') =>
  new TOTP({ issuer: 'Đôn Đốc', label: login, secret: Secret.fromBase32(secret), period: PERIOD });

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The time step that the code belongs to, one before and one after the present allowed; undefined: a wrong code. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}

export const codeAt = (secret: string, now: Date): string =>
  totp(secret).generate({ timestamp: now.getTime() });

/** For an authenticator app: the address it understands, and the same as a picture that needs no other request. */
export async function enrolment(secret: string, login: string): Promise<{ uri: string; qr: string }> {
  const uri = totp(secret, login).toString();
  const svg = await QRCode.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  return { uri, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Letters that no hand mistakes for one another, so many that a plain hash keeps them: 119 bits. */
const LETTERS = 24;

export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters: string[] = [];
    while (letters.length < LETTERS) {
      for (const byte of randomBytes(LETTERS)) {
        const letter = byte < 248 ? ALPHABET[byte % 31] : undefined;
        if (letter !== undefined && letters.length < LETTERS) letters.push(letter);
      }
    }
    return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
  });
}

export const plainRecoveryCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');
