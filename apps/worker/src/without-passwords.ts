/** For what is written down: addresses such as `postgres://user:password@host?password=…` lose their passwords. */
export const withoutPasswords = (text: string): string =>
  text
    // A password may hold a stray `@` or `/`: everything up to the last `@` of the word goes.
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):\S*@/gi, '$1:…@')
    .replace(/([?&](?:ssl)?password=)[^&\s'"]*/gi, '$1…');
