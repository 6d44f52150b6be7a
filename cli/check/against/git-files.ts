import { realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { execa } from "execa";
import type { Diagnostic } from "../../../diagnostics/index.ts";

/** Most that git may answer: what is checked has at most 128 MB a file. */
const maxBuffer = 1024 * 1024 * 1024;
const lineEnd = 10;

/** A commit of the repository that the current folder is in. */
export interface GitCommit {
  /** The uppermost folder of the repository. */
  readonly root: string;
  readonly hash: string;
}

/** A file as git has it; `path` counts from the root of the repository, with slashes. */
export interface GitFile {
  readonly path: string;
  readonly blob: string;
}

/** What git has under a name, or why it has nothing. */
export async function findCommit(ref: string): Promise<GitCommit | Diagnostic> {
  const top = await git(["rev-parse", "--show-toplevel"]);
  if (top.missing) {
    return problem("HED1060", `--against ${ref} needs git, which is not installed`, "install git");
  }
  if (top.text === undefined) {
    return problem(
      "HED1060",
      `--against ${ref}: there is no such file, and this folder is in no git repository`,
      "name a file or a folder, or run it inside the repository",
    );
  }
  const name = `${ref}^{commit}`;
  const found = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", name]);
  if (found.text === undefined) {
    return problem(
      "HED1061",
      `--against ${ref}: there is no such file, and git knows no such branch, tag or commit`,
      "correct the name, or fetch it first: git fetch --depth=1 origin main:refs/remotes/origin/main",
    );
  }
  return { root: realpathSync(top.text.trim()), hash: found.text.trim() };
}

/** The path of a file or folder as git names it; undefined outside the repository. */
export function pathInRepository({ root }: GitCommit, path: string): string | undefined {
  const inside = relative(root, real(resolve(path)));
  const outside = inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return outside ? undefined : inside.split(sep).join("/");
}

/** The real place also of what is not there any more: that of the nearest folder above it. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(real(parent), path.slice(parent.length));
  }
}

/** The files at or below a path; links are left out. */
export async function listCommit({ root, hash }: GitCommit, path: string): Promise<GitFile[]> {
  const list = ["ls-tree", "-r", "-z", "--full-tree", hash, "--", ...(path === "" ? [] : [path])];
  const { text = "" } = await git(["--literal-pathspecs", ...list], root);
  return text.split("\0").flatMap((line): GitFile[] => {
    const [, blob, file] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return blob === undefined || file === undefined ? [] : [{ path: file, blob }];
  });
}

/** The bytes of files, in their order. */
export async function readBlobs(
  { root }: GitCommit,
  files: readonly GitFile[],
): Promise<readonly Uint8Array[]> {
  const { stdout } = await execa("git", ["cat-file", "--batch"], {
    cwd: root,
    input: files.map(({ blob }) => `${blob}\n`).join(""),
    encoding: "buffer",
    stripFinalNewline: false,
    maxBuffer,
  });
  let at = 0;
  return files.map(() => {
    // `<hash> blob <size>`, the bytes, and a line end.
    const end = stdout.indexOf(lineEnd, at);
    const head = new TextDecoder().decode(stdout.subarray(at, end));
    const start = end + 1;
    at = start + Number(head.slice(head.lastIndexOf(" ") + 1)) + 1;
    return stdout.subarray(start, at - 1);
  });
}

async function git(args: readonly string[], cwd = process.cwd()) {
  const { exitCode, stdout, code } = await execa("git", args, {
    cwd,
    reject: false,
    stripFinalNewline: false,
    maxBuffer,
  });
  return { missing: code === "ENOENT", text: exitCode === 0 ? stdout : undefined };
}

function problem(code: Diagnostic["code"], message: string, fix: string): Diagnostic {
  return { code, severity: "error", path: [], message, fix };
}
