import { expect, it } from 'vitest';
import { type StringKey, stringTables } from '@/lib/strings';

const en = stringTables.en as Record<string, string>;
const zh = stringTables['zh-TW'] as Record<string, string>;
const valuesIn = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();

it('has the same keys in every language', () => {
  const singular = (key: string) => key.endsWith('.one');
  expect(Object.keys(zh).filter((key) => !(key in en))).toEqual([]);
  expect(Object.keys(en).filter((key) => !(key in zh) && !singular(key))).toEqual([]);
});

it.each(Object.keys(zh))('names the same values in every language: %s', (key) => {
  expect([...new Set(valuesIn(zh[key]!))]).toEqual([...new Set(valuesIn(en[key as StringKey]!))]);
});

it('leaves no string empty', () => {
  for (const table of [en, zh])
    for (const [key, text] of Object.entries(table)) expect(text.trim(), key).not.toBe('');
});

// Two Chinese words for one thing read as two things: 代理商 distributes, 經銷商 resells.
it.each([
  ['既有合作夥伴', '現有合作夥伴'],
  ['證據', '佐證'],
  ['憑據', '佐證'],
  ['記錄者', '紀錄者'],
  ['記錄人', '紀錄者'],
  ['簽署人', '接受者'],
  ['接受合約者', '接受者'],
  ['位址', '網址'],
  ['服務單', '工單'],
  ['委派管理', '委派系統管理權限'],
  ['更正記錄', '更正紀錄'],
  ['哪一種情況', '哪一種情境'],
  ['根據經銷商', '根據代理商'],
  ['多家經銷商', '多家代理商'],
])('does not say %s where it says %s elsewhere', (word, chosen) => {
  const saying = (text: string) => Object.keys(zh).filter((key) => zh[key]!.includes(text));
  expect(saying(word)).toEqual([]);
  expect(saying(chosen.slice(0, 3))).not.toEqual([]);
});

it.each([
  'guide.step.judge-date',
  'guide.case.acceptance-too-old.summary',
  'record.problem.date-before-reacceptance',
  'catalogue.topic.old-acceptance.body',
])('says that old acceptances count no longer by the word of distributors: %s', (key) => {
  expect(en[key]).toMatch(/distributors/i);
  expect(zh[key]).toContain('代理商');
});

it('says of no role but the admin agent that every list names it', () => {
  const every = Object.keys(en).filter((key) => /^Named in every list of roles/.test(en[key]!));
  expect(every).toEqual(['settings.role.admin-agent.hint']);
});

it('never says that a record unblocks an order, nor asks anybody to accept for the customer', () => {
  for (const [key, text] of Object.entries(en)) {
    if (/unblock/i.test(text)) expect(text, key).toMatch(/not unblock/);
    if (/accept (?:for|on behalf of) (?:them|the customer)/i.test(text)) {
      expect(text, key).toMatch(/nobody|never|not accept|whoever|can accept for the customer/i);
    }
  }
});

it('spells email one way', () => {
  const other = Object.keys(en).filter((key) => /\be-mail/i.test(en[key]!));
  expect(other).toEqual([]);
});
