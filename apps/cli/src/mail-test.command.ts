/** `dondoc mail-test --to …`: whether the mail server takes a mail, with the settings that the programs have. */
import { sendTestMail } from '#notifications/mailer.js';
import { notificationsFromEnvironment } from '../../worker/src/notifier.js';
import { Ended, FAILED, type Io } from './io.js';

export async function mailTest({ to }: { readonly to: string }, io: Io): Promise<void> {
  const { mail } = notificationsFromEnvironment(io.env);
  if (!mail) {
    throw new Ended(
      FAILED,
      'MAIL_OFF',
      'Chưa đặt SMTP_URL: không gửi thư.',
      'SMTP_URL is not set: mail is off.',
    );
  }
  try {
    const answer = await sendTestMail(mail, to);
    io.out(`Máy chủ thư đã nhận. / The server took it: ${answer}`);
  } catch (error) {
    const { code = 'ERROR', message } = error as { code?: string; message: string };
    throw new Ended(
      FAILED,
      'MAIL_NOT_SENT',
      `Máy chủ thư không nhận: ${code}: ${message}`,
      `The mail server did not take it: ${code}: ${message}`,
    );
  }
}
