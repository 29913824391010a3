import AxeBuilder from '@axe-core/playwright';
import type { Frame, Page } from '@playwright/test';

const grave = (impact: string | null | undefined) => impact === 'serious' || impact === 'critical';

/** Serious and critical findings of axe on a page, as `rule: elements`. */
export async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => grave(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** axe in one frame: AxeBuilder starts at the page's top, which cannot see into a closed shadow root. */
export async function seriousInFrame(frame: Frame): Promise<string[]> {
  const { source } = await import('axe-core').then((module) => module.default);
  await frame.evaluate(source);
  return frame.evaluate(async () => {
    const axe = (
      globalThis as unknown as {
        axe: {
          run: () => Promise<{
            violations: { id: string; impact: string; nodes: { html: string }[] }[];
          }>;
        };
      }
    ).axe;
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}
