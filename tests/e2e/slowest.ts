// Prints which tests took longest, so that it is seen when one becomes slow.
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const SHOWN = 10;

export default class Slowest implements Reporter {
  private readonly taken: { seconds: number; name: string }[] = [];

  onTestEnd(test: TestCase, { duration }: TestResult) {
    this.taken.push({ seconds: duration / 1000, name: test.titlePath().filter(Boolean).join(" › ") });
  }

  onEnd() {
    const sorted = this.taken.sort((one, other) => other.seconds - one.seconds).slice(0, SHOWN);
    console.log(`\nthe ${sorted.length} slowest of ${this.taken.length}:`);
    for (const { seconds, name } of sorted) console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }

  printsToStdio() {
    return false;
  }
}
