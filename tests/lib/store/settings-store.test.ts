import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings } from '@/lib/domain/settings';
import { changeSettings, readSettings, settingsKey } from '@/lib/store/settings-store';

beforeEach(() => fakeBrowser.reset());

const stored = async () => (await fakeBrowser.storage.local.get(settingsKey))[settingsKey];

it('begins with the defaults and stores nothing by reading them', async () => {
  expect(await readSettings()).toEqual(defaultSettings);
  expect(await stored()).toBeUndefined();
});

it('changes what was asked and nothing else', async () => {
  await changeSettings({ recorderName: 'Robin' });
  expect(await changeSettings({ dockSide: 'start' })).toEqual({
    ...defaultSettings,
    recorderName: 'Robin',
    dockSide: 'start',
  });
  expect(await stored()).toEqual({
    format: 1,
    values: { recorderName: 'Robin', dockSide: 'start' },
  });
});

it('loses none of many changes at once', async () => {
  const changes = [
    { recorderName: 'Robin' },
    { dockSide: 'start' },
    { dockCollapsed: true },
    { language: 'zh-TW' },
  ] as const;
  await Promise.all(changes.map((change) => changeSettings(change)));
  expect(await readSettings()).toMatchObject(Object.assign({}, ...changes));
});

it('leaves alone what it does not understand', async () => {
  const values = { recorderName: 'Robin', role: 'a-role-of-tomorrow', colour: 'blue' };
  await fakeBrowser.storage.local.set({ [settingsKey]: { format: 1, values } });
  expect(await readSettings()).toEqual({ ...defaultSettings, recorderName: 'Robin' });
  await changeSettings({ dockCollapsed: true });
  expect(await stored()).toEqual({ format: 1, values: { ...values, dockCollapsed: true } });
});

it.each([
  ['another format', { format: 2, values: { recorderName: 'Robin' } }],
  ['no shape that was ever ours', 'a text'],
])('refuses to write over %s', async (_name, value) => {
  await fakeBrowser.storage.local.set({ [settingsKey]: value });
  await expect(changeSettings({ dockCollapsed: true })).rejects.toMatchObject({
    code: 'made-by-newer',
  });
  expect(await stored()).toEqual(value);
});

it('reads what it can of a newer format', async () => {
  await fakeBrowser.storage.local.set({
    [settingsKey]: { format: 2, values: { recorderName: 'Robin' } },
  });
  expect((await readSettings()).recorderName).toBe('Robin');
});
