import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { execa } from "execa";
import { afterEach, describe, expect, it, vi } from "vitest";

import { requireBuildPrerequisites } from "../../tools/prerequisites.ts";
import { ensureSystemPackages } from "../../tools/system-packages.ts";
import { temporaryFolder } from "./temporary-folder.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const main = join(import.meta.dirname, "..", "..", "tools", "main.ts");

async function pathWith(programs: Record<string, string>): Promise<string> {
  const folder = join(await temporaryFolder(), "bin");
  await mkdir(folder);
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  }
  return folder;
}

describe("a missing prerequisite", () => {
  it("is named with all others and the commands that install them", async () => {
    const folder = await temporaryFolder();
    const { stderr, exitCode } = await execa(process.execPath, [main, "etcd", "envoy"], {
      env: { PATH: join(folder, "empty"), XDG_CACHE_HOME: folder },
      reject: false,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("HED5001");
    expect(stderr).toContain('Go 1.26 or newer is needed, got no working "go" on PATH');
    expect(stderr).toContain("https://go.dev/dl/");
    expect(stderr).toContain('Python 3 with pip is needed, got no "python3" on PATH');
    expect(stderr).toContain("apt-get install python3 python3-pip");
    expect(stderr).not.toContain("at "); // No stack trace.
  });

  it("is a Go that is too old", async () => {
    vi.stubEnv("PATH", await pathWith({ go: "echo go1.25.4" }));
    await expect(requireBuildPrerequisites(["go"])).rejects.toThrow("got go1.25.4");
    vi.stubEnv("PATH", await pathWith({ go: "echo go1.26.0" }));
    await expect(requireBuildPrerequisites(["go", "go"])).resolves.toBeUndefined();
  });
});

describe("system packages", () => {
  const names = {
    containerd: "",
    runc: "",
    iptables: "",
    conntrack: "",
    ip: "",
    openssl: "",
    nsenter: "",
  };

  it.runIf(process.getuid?.() === 0)("are installed with apt after an update", async () => {
    const { containerd, ...others } = names;
    const apt = [
      'here=$(CDPATH= cd "${0%/*}" && pwd)',
      'echo "$@" >> "$here/log"',
      'if [ "$1" = update ]; then : > "$here/updated"; exit 0; fi',
      '[ -f "$here/updated" ] || exit 100',
      `printf '#!/bin/sh\\n${containerd}' > "$here/containerd"; /bin/chmod 755 "$here/containerd"`,
    ].join("\n");
    vi.stubEnv("PATH", await pathWith({ ...others, "apt-get": apt }));
    expect(await ensureSystemPackages()).toContain("containerd");
    expect(await ensureSystemPackages()).not.toContain("containerd");
  });

  it("are named when apt is not there", async () => {
    const { containerd, ...others } = names;
    expect(containerd).toBe("");
    vi.stubEnv("PATH", await pathWith(others));
    await expect(ensureSystemPackages()).rejects.toThrow(
      /containerd is needed[\s\S]*apt-get install --no-install-recommends containerd/,
    );
  });
});

describe("the command", () => {
  it.each([
    [
      ["nonsense"],
      2,
      "unknown tool nonsense; allowed: bench, pulumi, istio, gateways, all, kube-apiserver",
    ],
    [["--nonsense"], 2, "unknown option"],
    [["--help"], 0, "--list"],
    [["--list", "etcd"], 0, "3.6.4"],
  ])("with %j exits with %i", async (args, code, text) => {
    const { all, exitCode } = await execa(process.execPath, [main, ...args], {
      all: true,
      reject: false,
    });
    expect(all).toContain(text);
    expect(exitCode).toBe(code);
  });
});
