/** Refusals of sign-in. None says whether an account exists. */
import { DomainError } from '#event-sourcing/decider.js';

export const signInRefused = () =>
  new DomainError(
    'SIGN_IN_REFUSED',
    'Tên đăng nhập hoặc mật khẩu không đúng.',
    'The login or the password is not right.',
  );

export const codeRefused = () =>
  new DomainError('CODE_REFUSED', 'Mã không đúng hoặc đã dùng.', 'The code is wrong or was used.', 'code');

export const passwordRefused = () =>
  new DomainError(
    'PASSWORD_REFUSED',
    'Mật khẩu hiện tại không đúng.',
    'The present password is not right.',
    'password',
  );

export const linkRefused = () =>
  new DomainError(
    'LINK_REFUSED',
    'Đường dẫn đã dùng, đã hết hạn hoặc không đúng. Hãy xin đường dẫn mới.',
    'The link was used, has expired or is wrong. Ask for a new one.',
    'link',
  );

export const sealMissing = () =>
  new DomainError(
    'SEALING_KEY_MISSING',
    'Máy chủ chưa có khóa niêm phong (IDENTITY_KEY): chưa bật được xác thực hai bước.',
    'The server has no sealing key (IDENTITY_KEY): a second factor cannot be kept.',
  );

export class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';
  constructor(readonly retryAfterSeconds: number) {
    super(`locked for ${retryAfterSeconds} s`);
  }
}
