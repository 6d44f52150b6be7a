import { execa } from "execa";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A root and an authority below it, in a folder of their own, that sign certificates for one test. */
export interface TestAuthority {
  /** PEM. */
  readonly root: string;
  /**
   * Makes `<folder>/<name>/tls.crt` (leaf, then the authority), `tls.key` and `ca.crt`.
   *
   * @param names subject alternative names as openssl writes them: `DNS:shop.example`, `URI:spiffe://…`
   */
  issue(name: string, names: readonly string[], options?: IssueOptions): Promise<string>;
  /** Puts a new certificate and key into the place of the old ones, each file in one step. */
  renew(name: string, names: readonly string[]): Promise<void>;
}

/** What kind of key a certificate is for. */
export type KeyKind = keyof typeof keys;

export interface IssueOptions {
  /** Default 2. */
  readonly days?: number;
  /** Default `ecdsa`. */
  readonly kind?: KeyKind;
}

const keys = {
  ecdsa: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
  rsa: ["-newkey", "rsa:2048", "-nodes"],
} as const;

export async function makeAuthority(folder: string): Promise<TestAuthority> {
  const at = (name: string): string => join(folder, name);
  // openssl's own settings would add extensions of their own.
  await writeFile(at("openssl.cnf"), "[req]\ndistinguished_name = name\n[name]\n");
  const authority = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign"];
  await sign(folder, "root", { extensions: authority });
  await sign(folder, "authority", { issuer: "root", extensions: authority });
  const read = (name: string): Promise<string> => readFile(at(name), "utf8");
  const root = await read("root.crt");
  const write = async (
    name: string,
    names: readonly string[],
    options: IssueOptions = {},
  ): Promise<void> => {
    const extensions = ["basicConstraints=critical,CA:FALSE", `subjectAltName=${names.join(",")}`];
    await sign(folder, name, { ...options, issuer: "authority", extensions });
    const chain = (await read(`${name}.crt`)) + (await read("authority.crt"));
    const files = { "ca.crt": root, "tls.key": await read(`${name}.key`), "tls.crt": chain };
    for (const [file, text] of Object.entries(files)) {
      await writeFile(join(at(name), `${file}.new`), text);
      await rename(join(at(name), `${file}.new`), join(at(name), file));
    }
  };
  return {
    root,
    async issue(name, names, options) {
      await mkdir(at(name));
      await write(name, names, options);
      return at(name);
    },
    renew: (name, names) => write(name, names),
  };
}

interface Request extends IssueOptions {
  /** Who signs; itself where nobody is named. */
  readonly issuer?: string;
  readonly extensions: readonly string[];
}

async function sign(folder: string, name: string, request: Request): Promise<void> {
  const { issuer, days = 2, kind = "ecdsa", extensions } = request;
  const at = (file: string): string => join(folder, file);
  await execa("openssl", [
    ...["req", "-x509", "-config", at("openssl.cnf"), ...keys[kind]],
    ...["-subj", `/O=heddle/CN=${name}`, "-days", String(days)],
    ...["-keyout", at(`${name}.key`), "-out", at(`${name}.crt`)],
    ...(issuer === undefined ? [] : ["-CA", at(`${issuer}.crt`), "-CAkey", at(`${issuer}.key`)]),
    ...extensions.flatMap((each) => ["-addext", each]),
  ]);
}
