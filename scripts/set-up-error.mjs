/** A problem with a plain reason, in both languages: shown without a stack trace. */
export class SetUpError extends Error {
  /** @param {string} vi @param {string} en */
  constructor(vi, en) {
    super(`${vi}\n${en}`);
    this.name = 'SetUpError';
  }
}

/** @param {unknown} error @returns {string} */
export const reasonOf = (error) => /** @type {{ code?: string }} */ (error)?.code ?? String(error);

/** @param {number} [ms] */
export const pause = (ms = 40) => new Promise((resolve) => setTimeout(resolve, ms));
