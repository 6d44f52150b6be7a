import { stripVTControlCharacters } from "node:util";
import type { SerializedError } from "vitest";
import type { Reporter, TestCase, TestModule, TestSuite } from "vitest/node";

const longest = 300;

/**
 * A reporter that ends a run with a line or two for each failure. The runner's own account of a failure may take a
 * hundred lines, and of a long log often only the end is kept.
 */
export const listFailures: Reporter = {
  onTestRunEnd(modules, unhandled) {
    const lines = modules.flatMap(failuresOf);
    for (const error of unhandled) lines.push(`failed: outside of a test\n  ${inShort(error)}`);
    if (lines.length > 0) console.log(`\n${lines.join("\n")}\n`);
  },
};

function failuresOf(module: TestModule): readonly string[] {
  const failed = [
    [module, module.errors()] as const,
    ...[...module.children.allSuites()].map((suite) => [suite, suite.errors()] as const),
    ...[...module.children.allTests("failed")].map(
      (test) => [test, test.result().errors ?? []] as const,
    ),
  ];
  return failed.flatMap(([what, errors]) =>
    errors.map((error) => `failed: ${nameOf(module, what)}\n  ${inShort(error)}`),
  );
}

function nameOf(module: TestModule, what: TestModule | TestSuite | TestCase): string {
  const file = module.relativeModuleId;
  return what.type === "module" ? file : `${file} > ${what.fullName}`;
}

/** The message on one line, and what it was caused by: of a property the seed, and then what did not hold. */
function inShort({ message, cause }: SerializedError): string {
  const own = stripVTControlCharacters(message)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" · ")
    .slice(0, longest);
  return cause === undefined ? own : `${own}\n  because: ${inShort(cause)}`;
}
