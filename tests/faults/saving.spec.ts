import { stringOf } from '../browser/strings.ts';
import {
  answerOf,
  ask,
  countFaults,
  countOf,
  expect,
  expectWhole,
  formOf,
  keepDraft,
  saving,
  seeded,
  test,
} from './fault.ts';

// Saving, with the browser, the worker and the clock against it.

test('browser killed right after a record was shown as saved', async ({ session }) => {
  await countFaults('browser killed right after "saved" was shown', async (round) => {
    const customer = `Shown ${round} Ltd`;
    const knock = await session.openOwnPage('dashboard.html');
    const { draftId } = await keepDraft(knock, customer);
    const page = await session.openOwnPage(`dashboard.html#/draft/${draftId}`);
    await page.getByRole('button', { name: stringOf('en', 'form.save') }).click();
    await expect(page).toHaveURL(/#\/record\//);
    await session.killBrowser();

    const after = await session.openOwnPage('dashboard.html');
    expect(await countOf(after, customer)).toEqual({ records: 1, drafts: 0 });
    expect((await answerOf<{ all: number }>(after, 'listRecords', {})).all).toBe(round + 1);
    await expectWhole(after);
    return 'there, once';
  });
});

test('browser killed during a save', async ({ session }) => {
  const random = seeded(2);
  await countFaults('browser killed during a save', async (round) => {
    const customer = `During ${round} Ltd`;
    const page = await session.openOwnPage('dashboard.html');
    const draft = await keepDraft(page, customer);
    const answered = ask(page, 'saveRecord', saving(draft)).then(
      (reply) => reply,
      () => ({ problem: 'killed' }),
    );
    await new Promise((done) => setTimeout(done, random() * 120));
    await session.killBrowser();
    const reply = await answered;

    const after = await session.openOwnPage('dashboard.html');
    const found = await countOf(after, customer);
    await expectWhole(after);
    if (reply.problem === undefined) expect(found).toEqual({ records: 1, drafts: 0 });
    // Whole or not at all; and what was not saved is still there to be saved.
    else
      expect([
        { records: 1, drafts: 0 },
        { records: 0, drafts: 1 },
      ]).toContainEqual(found);
    // Asked again with the same attempt, there is one record in the end.
    await answerOf(after, 'saveRecord', saving(draft));
    expect(await countOf(after, customer)).toEqual({ records: 1, drafts: 0 });
    if (reply.problem === undefined) return 'answered, and there';
    return found.records === 1 ? 'whole, unanswered' : 'not at all, draft kept';
  });
});

test('worker stopped during a save', async ({ session }) => {
  const random = seeded(3);
  const page = await session.openOwnPage('dashboard.html');
  await countFaults('worker stopped during a save', async (round) => {
    const customer = `Worker ${round} Ltd`;
    const draft = await keepDraft(page, customer);
    const answered = ask(page, 'saveRecord', saving(draft));
    await new Promise((done) => setTimeout(done, random() * 60));
    await session.killWorker();
    const reply = await answered;

    const found = await countOf(page, customer);
    await expectWhole(page);
    if (reply.problem === undefined) expect(found).toEqual({ records: 1, drafts: 0 });
    else {
      expect(reply.problem).toBe('unreachable');
      expect([
        { records: 1, drafts: 0 },
        { records: 0, drafts: 1 },
      ]).toContainEqual(found);
    }
    await answerOf(page, 'saveRecord', saving(draft));
    expect(await countOf(page, customer)).toEqual({ records: 1, drafts: 0 });
    if (reply.problem === undefined) return 'answered, and there';
    return found.records === 1 ? 'whole, unanswered' : 'not at all, draft kept';
  });
});

test('two tabs saving at once', async ({ session }) => {
  const pages = [
    await session.openOwnPage('dashboard.html'),
    await session.openOwnPage('dashboard.html'),
  ];
  await countFaults('two tabs saving at once (5 records each)', async (round) => {
    const saves = pages.flatMap((page, tab) =>
      Array.from({ length: 5 }, (_, place) =>
        answerOf(page, 'saveRecord', {
          attemptId: crypto.randomUUID(),
          attestation: formOf(`Tab ${tab} round ${round} number ${place} Ltd`),
          reason: '',
        }),
      ),
    );
    await Promise.all(saves);
    const { all } = await answerOf<{ all: number }>(pages[0]!, 'listRecords', {});
    expect(all).toBe((round + 1) * 10);
    await expectWhole(pages[1]!);
    return 'all ten there, one chain';
  });
});

test('clock moved back between two saves', async ({ session }) => {
  const page = await session.openOwnPage('dashboard.html');
  const random = seeded(5);
  await countFaults('clock moved back between two saves', async (round) => {
    const first = await keepDraft(page, `Before ${round} Ltd`);
    await answerOf(page, 'saveRecord', saving(first));
    const backMs = Math.round((1 + random() * 400) * 86_400_000);
    const worker = await session.worker();
    await worker.evaluate((ms) => {
      const Real = Date;
      class Slow extends Real {
        constructor(...given: unknown[]) {
          if (given.length === 0) super(Real.now() - ms);
          else super(...(given as [string]));
        }
        static override now() {
          return Real.now() - ms;
        }
      }
      Object.assign(globalThis, { Date: Slow });
    }, backMs);
    const second = await keepDraft(page, `After ${round} Ltd`, { dateAgreed: '2025-01-15' });
    const saved = await answerOf<{ record: { number: string; recordedAt: string } }>(
      page,
      'saveRecord',
      saving(second),
    );
    await session.killWorker();

    expect(Date.parse(saved.record.recordedAt)).toBeLessThan(Date.now() - 86_000_000);
    // The place in the chain goes on; the time is what the clock said.
    expect(saved.record.number).toBe(`CS-${String(2 * round + 2).padStart(6, '0')}`);
    expect(await countOf(page, `After ${round} Ltd`)).toEqual({ records: 1, drafts: 0 });
    const report = await answerOf<{ problem?: unknown; setBack?: unknown }>(page, 'checkTrail');
    expect(report.problem).toBeUndefined();
    expect(report.setBack, 'and it is said').toBeDefined();
    return 'both there, in order';
  });
});
