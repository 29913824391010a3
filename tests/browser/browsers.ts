import { type Session, type SessionOptions, startSession } from './session.ts';

export type Browsers = ReturnType<typeof keepBrowsers>;

type Wish = Partial<SessionOptions>;

/** More are not kept for the next test: each is some 200 MB. */
const mostIdle = 2;

/**
 * The browsers of one worker. Starting one costs more than most tests, so a test gets the one that an earlier test
 * with the same wishes has left, cleared of everything that test did.
 */
export function keepBrowsers(demoUrl: string) {
  let idle: { wish: string; session: Session }[] = [];

  async function take(wish: Wish): Promise<Session> {
    const fit = idle.find((one) => one.wish === JSON.stringify(wish));
    if (!fit) return startSession({ demoUrl, ...wish });
    idle = idle.filter((one) => one !== fit);
    return fit.session;
  }

  async function giveBack(wish: Wish, session: Session): Promise<void> {
    if (!(await session.clear().catch(() => false))) {
      await session.stop();
      return;
    }
    idle.push({ wish: JSON.stringify(wish), session });
    if (idle.length > mostIdle) await idle.shift()?.session.stop();
  }

  async function stop(): Promise<void> {
    for (const { session } of idle) await session.stop();
  }

  return { take, giveBack, stop };
}
