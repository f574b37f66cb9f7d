import { explainStart } from './start-errors.js';

it.each([
  Object.assign(new Error('connect postgres://dondoc:bi-mat@db/x'), { code: 'ECONNREFUSED' }),
  Object.assign(new Error('cannot open'), { address: 'postgres://dondoc:bi-mat@db/x' }),
  new Error('cannot open', { cause: new Error('esdb://admin:bi-mat@a:2113,b:2113') }),
])('what goes wrong at the start is told without a password: %#', (error) => {
  const told = explainStart(error);
  expect(told).toContain('…@');
  expect(told).not.toContain('bi-mat');
});
