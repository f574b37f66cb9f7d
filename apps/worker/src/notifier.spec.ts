import { notificationsFromEnvironment } from './notifier.js';

describe('mail in the environment', () => {
  const SMTP_URL = 'smtps://u:secret@mail.example.vn';
  const MAIL_FROM = 'Đôn Đốc <don-doc@example.vn>';

  it('is off without a server', () => {
    expect(notificationsFromEnvironment({ MAIL_FROM })).not.toHaveProperty('mail');
  });

  it('takes server, sender and hour', () => {
    expect(notificationsFromEnvironment({ SMTP_URL, MAIL_FROM, MAIL_DIGEST_HOUR: '8' })).toMatchObject({
      mail: { smtpUrl: SMTP_URL, from: MAIL_FROM, digestHour: 8 },
    });
  });

  it.each([
    [{ SMTP_URL: 'mail.example.vn', MAIL_FROM }, /SMTP_URL/],
    [{ SMTP_URL: 'http://u:secret@mail.example.vn', MAIL_FROM }, /SMTP_URL/],
    [{ SMTP_URL }, /MAIL_FROM/],
    [{ SMTP_URL, MAIL_FROM: 'x\r\nBcc: <a@b.vn>' }, /MAIL_FROM/],
    [{ SMTP_URL, MAIL_FROM, MAIL_DIGEST_HOUR: '24' }, /MAIL_DIGEST_HOUR/],
  ])('refuses %j, and repeats no password', (env, message) => {
    expect(() => notificationsFromEnvironment(env)).toThrow(message);
    expect(() => notificationsFromEnvironment(env)).not.toThrow(/secret/);
  });
});
