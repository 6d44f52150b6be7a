import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { expect, test, vi } from "vitest";
import { temporaryFiles } from "../../source/temporary-files.ts";

const launcher = resolve(import.meta.dirname, "../../../bin/heddle");
const service = (port: string): string => `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: ${port}, port: 8080 }] }
`;

test(
  "--watch checks again after a change of a file, and ends when it is interrupted",
  { timeout: 120_000 },
  async () => {
    const cwd = temporaryFiles({ "a.yaml": service("web") });
    const args = ["check", "--watch", "a.yaml", "--select", "HED4130"];
    const running = execa(launcher, args, {
      cwd,
      reject: false,
      stdin: "ignore",
      timeout: 110_000,
    });
    let said = "";
    running.stdout.on("data", (text: Buffer) => {
      said += text.toString();
    });
    const says = (pattern: RegExp) =>
      vi.waitFor(
        () => {
          expect(said).toMatch(pattern);
        },
        { timeout: 50_000, interval: 50 },
      );
    await says(/1 object in 1 file: 1 note/);
    writeFileSync(join(cwd, "a.yaml"), service("http"));
    await says(/no findings/);
    expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe(service("http"));
    running.kill("SIGINT");
    expect((await running).exitCode).toBe(0);
  },
);
