import type {
  FullResult,
  Reporter,
  TestCase,
  TestResult,
  TestStep,
} from '@playwright/test/reporter';

/** Prints `ok` and a sentence for each step as it is seen to hold, and what went wrong where one is not. */
export default class StepReporter implements Reporter {
  private held = 0;
  private failed = 0;
  private said: string[] = [];

  onTestBegin(test: TestCase): void {
    console.log(`\n${test.title}`);
  }

  onStdOut(chunk: string | Buffer): void {
    this.said.push(String(chunk));
  }

  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    if (step.category !== 'test.step' || step.error) return;
    this.held++;
    console.log(`ok  ${step.title}`);
    this.repeatSaid();
  }

  onTestEnd(_test: TestCase, { status, errors, steps }: TestResult): void {
    this.repeatSaid();
    if (status === 'passed') return;
    this.failed++;
    const broken = steps.find(({ error }) => error);
    console.log(`NOT ${broken?.title ?? 'finished'}`);
    for (const { message } of errors) console.log(message);
  }

  /** What a step printed comes after its own line. */
  private repeatSaid(): void {
    process.stdout.write(this.said.join(''));
    this.said = [];
  }

  onError({ message }: { message?: string }): void {
    this.failed++;
    console.log(message);
  }

  onEnd({ status }: FullResult): void {
    console.log(`\n${this.held} steps held, ${this.failed} failed (${status})`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
