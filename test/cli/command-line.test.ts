import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { commands } from "../../cli/commands.ts";
import { terminalColor } from "../../cli/terminal-color.ts";
import { importsOf } from "../meta/read-imports.ts";
import { runHeddle } from "./run-heddle.ts";

describe("heddle", () => {
  test("--help lists every command and shows examples", async () => {
    const { exitCode, stdout } = await runHeddle(["--help"]);
    expect(exitCode).toBe(0);
    for (const { name } of commands) expect(stdout).toContain(`\n  ${name} `);
    expect(stdout).toContain("Examples:");
  });

  test("--version prints the package's", async () => {
    expect(await runHeddle(["--version"])).toMatchObject({ exitCode: 0, stdout: "0.1.0" });
  });

  test("without arguments prints the same help as an error", async () => {
    const { exitCode, stderr } = await runHeddle([]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Usage: heddle");
  });

  test.each([
    [["chek"], "Did you mean check?"],
    [["--nonsense"], "unknown option"],
    [["bench", "upp"], "up"],
    [["check", "--nonsense"], "unknown option"],
  ])("refuses %j with exit code 2 and a hint", async (args, hint) => {
    const { exitCode, stdout, stderr } = await runHeddle(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(hint);
    expect(stdout).toBe("");
  });

  test.each(commands.map(({ name }) => name))("%s explains itself", async (name) => {
    const asked = await runHeddle([name, "--help"]);
    expect(asked).toMatchObject({ exitCode: 0, stderr: "" });
    expect(asked.stdout).toContain(`Usage: heddle ${name}`);
    expect((await runHeddle(["help", name])).stdout).toBe(asked.stdout);
  });

  test("explain says why no rule checks what another tool does", async () => {
    const { exitCode, stdout } = await runHeddle(["explain", "ist0141"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^IST0141: no rule checks this\. .*kubectl auth can-i/);
  });

  test("writes no colours where there is no terminal", async () => {
    const { stdout, stderr } = await runHeddle(["check", "no-such-file.yaml"], {
      env: { CI: "true" },
    });
    expect(stdout + stderr).toContain("HED1001");
    expect(stdout + stderr).not.toContain("\u001b");
  });

  test("lives with a reader that goes away", async () => {
    const { stderr } = await execa({ shell: true })`${resolve("bin/heddle")} --help | head -1`;
    expect(stderr).toBe("");
  });
});

describe("bin/heddle", () => {
  test("works through a link, from another folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "heddle-link-"));
    symlinkSync(resolve("bin/heddle"), join(folder, "heddle"));
    const { stdout } = await execa(join(folder, "heddle"), ["--version"], { cwd: folder });
    rmSync(folder, { recursive: true });
    expect(stdout).toBe("0.1.0");
  });

  test("says what to do when the dependencies are missing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "heddle-bare-"));
    await execa("cp", ["-r", resolve("bin"), folder]);
    const { exitCode, stderr } = await execa(join(folder, "bin/heddle"), { reject: false });
    rmSync(folder, { recursive: true });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("npm ci");
  });
});

test("the overview loads no command", () => {
  const eager = ["cli/main.ts", "cli/run-command-line.ts", "cli/create-program.ts"].flatMap(
    importsOf,
  );
  const files = eager.filter(({ kind }) => kind === "file").map(({ to }) => to);
  expect(
    files.filter((file) => /\/(check|render|schema|bench|tools-command)\.ts$/.test(file)),
  ).toEqual([]);
});

test.each([
  ["a terminal", { isTTY: true }, {}, true],
  ["no terminal", {}, {}, false],
  ["NO_COLOR", { isTTY: true }, { NO_COLOR: "1" }, false],
  ["an empty NO_COLOR", { isTTY: true }, { NO_COLOR: "" }, true],
  ["a dumb terminal", { isTTY: true }, { TERM: "dumb" }, false],
])("colours with %s", (_, stream, environment, expected) => {
  expect(terminalColor(stream, environment)).toBe(expected);
});
