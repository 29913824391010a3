import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mostViews, type SavedView, savedViewSchema } from '@/lib/domain/history/saved-view';
import { dropView, keepView, listViews, viewsKey } from '@/lib/store/views-store';
import { emptyDisk, nextUuid } from './setup';

beforeEach(emptyDisk);

const view = (name: string, address = '#/?stage=pending'): SavedView => ({
  viewId: nextUuid(),
  name,
  address,
});

it('keeps views in the order they were made, and a renamed one in its place', async () => {
  const [one, two] = [view('Overdue'), view('月底檢查', '#/')];
  await keepView(one);
  await keepView(two);
  await keepView({ ...one, name: 'Late' });
  expect(await listViews()).toEqual([{ ...one, name: 'Late' }, two]);
});

it('loses none of two that are kept at once', async () => {
  const views = [view('a'), view('b'), view('c')];
  await Promise.all(views.map(keepView));
  expect(await listViews()).toEqual(views);
});

it('deletes one, and does not mind deleting it again', async () => {
  const [one, two] = [view('a'), view('b')];
  await keepView(one);
  await keepView(two);
  await dropView(one.viewId);
  await dropView(one.viewId);
  expect(await listViews()).toEqual([two]);
});

it('refuses more than it keeps, and then still renames', async () => {
  const views = Array.from({ length: mostViews }, (_, number) => view(`v${number}`));
  await fakeBrowser.storage.local.set({ [viewsKey]: { format: 1, views } });
  await expect(keepView(view('one more'))).rejects.toThrow('too-many-views');
  await keepView({ ...views[0]!, name: 'renamed' });
  expect((await listViews())[0]?.name).toBe('renamed');
});

it('leaves what it cannot read where it is', async () => {
  const strange = { viewId: nextUuid(), name: 'later', layout: 'map' };
  await fakeBrowser.storage.local.set({ [viewsKey]: { format: 1, views: [strange] } });
  expect(await listViews()).toEqual([]);
  await keepView(view('ours'));
  const stored = (await fakeBrowser.storage.local.get(viewsKey)) as Record<string, unknown>;
  expect(stored[viewsKey]).toMatchObject({ views: [{ name: 'ours' }, strange] });
});

it('touches nothing that a newer version has stored', async () => {
  const newer = { [viewsKey]: { format: 2, views: {} } };
  await fakeBrowser.storage.local.set(newer);
  await expect(listViews()).rejects.toThrow('made-by-newer');
  await expect(keepView(view('a'))).rejects.toThrow('made-by-newer');
  await expect(dropView(nextUuid())).rejects.toThrow('made-by-newer');
  expect(await fakeBrowser.storage.local.get(viewsKey)).toEqual(newer);
});

it.each([
  ['#/', true],
  ['#/?stage=pending&sort=companyName&columns=email.number', true],
  ['#/?text=lea', false],
  ['#/?stage=pending&text=lea', false],
  ['#/settings', false],
  ['https://evil.example/', false],
  ['', false],
])('takes %j for the address of a list: %s', (address, isOne) => {
  expect(savedViewSchema.safeParse(view('a', address)).success).toBe(isOne);
});

it.each([
  ['', false],
  ['x'.repeat(81), false],
  ['逾期', true],
])('takes %j for a name: %s', (name, isOne) => {
  expect(savedViewSchema.safeParse(view(name)).success).toBe(isOne);
});
