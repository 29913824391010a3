import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** What an expression over `components/local-day.ts` gives at a computer in this time zone. */
function there(timeZone: string, expression: string): unknown {
  const program = `import { dayBegins } from './components/local-day.ts';
    const at = (time) => time === '' ? '' : new Date(time).toISOString();
    console.log(JSON.stringify(${expression}));`;
  const how = ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', program];
  return JSON.parse(
    execFileSync(process.execPath, how, { env: { TZ: timeZone }, encoding: 'utf8' }),
  );
}

it.each([
  ['Asia/Taipei', '2026-12-01', ['2026-11-30T16:00:00.000Z', '2026-12-01T16:00:00.000Z']],
  ['America/Los_Angeles', '2026-12-31', ['2026-12-31T08:00:00.000Z', '2027-01-01T08:00:00.000Z']],
  // 25 hours.
  ['Europe/Berlin', '2026-10-25', ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']],
  // Its first hour is left out.
  ['America/Santiago', '2026-09-06', ['2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z']],
  ['UTC', '0026-03-01', ['0026-03-01T00:00:00.000Z', '0026-03-02T00:00:00.000Z']],
  ['Asia/Taipei', '', ['', '']],
  ['Asia/Taipei', '999999-01-01', ['', '']],
])('says when a day begins and ends: %s %s', (timeZone, day, expected) => {
  const ends = `[at(dayBegins('${day}')), at(dayBegins('${day}', 1))]`;
  expect(there(timeZone, ends)).toEqual(expected);
});
