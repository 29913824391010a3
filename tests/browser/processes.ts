import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, expect } from '@playwright/test';

/**
 * Playwright's `close` and `unrouteAll` wait for ever once a worker was killed and has not come back
 * (seen with Playwright 1.65.1 and Chromium 156, 2026-11), so the browser is killed.
 */
export async function endBrowser(context: BrowserContext, profile: string): Promise<void> {
  const closed = new Promise((done) => context.once('close', done));
  const pid = await browserPid(profile);
  // Playwright starts the browser in a process group of its own, named for its first process.
  process.kill(-pid, 'SIGKILL');
  await closed;
  // One of its processes may still be waiting for the disk, with the database's lock in its hand.
  await expect
    .poll(() => isRunning(pid), { timeout: 15_000, intervals: [5, 10, 20, 40, 80] })
    .toBe(false);
}

/** Chromium names its process in the lock of the profile: `host-pid`. */
async function browserPid(profile: string): Promise<number> {
  const lock = await readlink(join(profile, 'SingletonLock'));
  return Number(lock.slice(lock.lastIndexOf('-') + 1));
}

/** Whether a process of the group still does anything. One that has ended holds nothing, though it may stay listed for seconds. */
async function isRunning(group: number): Promise<boolean> {
  if (process.platform !== 'linux') return answersTo(-group);
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const states = await Promise.all(processes.map((pid) => stateIn(group, pid)));
  return states.some((state) => state && !'ZX'.includes(state));
}

/** The state of a process of this group, as one letter; `undefined` for all others. */
async function stateIn(group: number, pid: string): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in brackets, which may hold anything, stands before the state, the parent and the group.
  const [state, , itsGroup] = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return Number(itsGroup) === group ? state : undefined;
}

function answersTo(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
