import { render } from 'preact';
import { expect, it } from 'vitest';
import { HistoryTable } from '@/components/dashboard/history/HistoryTable';
import { WordsProvider } from '@/lib/i18n';
import { wordsFor } from '@/lib/words';

it('has nothing chosen while it has no rows', () => {
  const nothing = () => {};
  const root = document.createElement('div');
  render(
    <WordsProvider value={wordsFor('en', [])}>
      <HistoryTable
        records={[]}
        columns={[]}
        order={{ sort: 'recordedAt', order: 'descending' }}
        words={[]}
        selection={{
          chosen: new Set(['of another page']),
          choose: nothing,
          choosePage: nothing,
          chooseAll: nothing,
          keep: nothing,
          clear: nothing,
        }}
        onSort={nothing}
      />
    </WordsProvider>,
    root,
  );
  const box = root.querySelector('input')!;
  expect([box.checked, box.indeterminate]).toEqual([false, false]);
  render(null, root);
});
