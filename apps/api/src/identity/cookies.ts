/**
 * The session's cookie. Over HTTPS its name begins with `__Host-`, which browsers accept only with Secure, for this
 * host alone and for every path. Over plain HTTP (this very machine, or an explicit setting) another name is used,
 * so that a server that is reached over HTTPS never takes a cookie that could have been set without.
 */
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../settings.js';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function isSecure({ publicUrl, insecureCookies }: Settings): boolean {
  const { protocol, hostname } = new URL(publicUrl());
  return protocol !== 'http:' || !(LOOPBACK.includes(hostname) || insecureCookies);
}

type CookieName = 'session' | 'provider';

function named(name: CookieName, settings: Settings): string {
  const plain = name === 'session' ? 'dondoc' : 'dondoc-provider';
  return isSecure(settings) ? `__Host-${plain}` : `insecure-${plain}`;
}

export function readCookie(
  request: FastifyRequest,
  name: CookieName,
  settings: Settings,
): string | undefined {
  return request.cookies[named(name, settings)] || undefined;
}

export function setCookie(reply: FastifyReply, name: CookieName, value: string, settings: Settings): void {
  reply.setCookie(named(name, settings), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(settings),
    // The way to the provider takes minutes; a session is ended by the server, and by closing the browser.
    ...(name === 'provider' ? { maxAge: 600 } : {}),
  });
}

export function clearCookie(reply: FastifyReply, name: CookieName, settings: Settings): void {
  reply.clearCookie(named(name, settings), {
    path: '/',
    secure: isSecure(settings),
    httpOnly: true,
    sameSite: 'lax',
  });
}

/**
 * Whoever sits down at this browser next finds nothing of the person who left. Not `"cookies"`: those of every other
 * site of the same province would go too. What the pages stored they clear themselves, but for the language.
 */
export function signOutHere(reply: FastifyReply, settings: Settings): void {
  clearCookie(reply, 'session', settings);
  reply.header('clear-site-data', '"cache"');
}
