// Prints which tests took longest, so that it is seen when one becomes slow; and after it, a line for each that failed.
import { stripVTControlCharacters } from "node:util";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const SHOWN = 10;

export default class Slowest implements Reporter {
  private readonly taken: { seconds: number; name: string }[] = [];
  private readonly failed: string[] = [];

  onTestEnd(test: TestCase, { duration, status, error }: TestResult) {
    const name = test.titlePath().filter(Boolean).join(" › ");
    this.taken.push({ seconds: duration / 1000, name });
    if (status === test.expectedStatus) return;
    const said = stripVTControlCharacters(error?.message ?? status).split("\n").filter((line) => line.trim());
    this.failed.push(`failed: ${name}: ${said.slice(0, 4).join(" ").slice(0, 300)}`);
  }

  onEnd() {
    const sorted = this.taken.sort((one, other) => other.seconds - one.seconds).slice(0, SHOWN);
    console.log(`\nthe ${sorted.length} slowest of ${this.taken.length}:`);
    for (const { seconds, name } of sorted) console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
    for (const line of this.failed) console.log(line);
  }

  printsToStdio() {
    return false;
  }
}
