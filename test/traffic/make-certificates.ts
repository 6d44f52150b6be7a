import { execa } from "execa";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A root, and a server certificate for `edge.example` that it signed, all PEM. */
export interface Certificates {
  readonly root: string;
  readonly certificate: string;
  readonly key: string;
}

/** Makes certificates for one test with the openssl command, in a folder of its own. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const at = (name: string): string => join(folder, name);
  const fresh = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const openssl = (...words: string[]) => execa("openssl", words);
  await openssl(
    "req",
    "-x509",
    ...fresh,
    "-keyout",
    at("root.key"),
    "-out",
    at("root.crt"),
    "-subj",
    "/O=heddle/CN=test root",
    "-days",
    "2",
  );
  await openssl(
    "req",
    ...fresh,
    "-keyout",
    at("edge.key"),
    "-out",
    at("edge.csr"),
    "-subj",
    "/CN=edge",
  );
  await writeFile(at("edge.ext"), "subjectAltName=DNS:edge.example\n");
  await openssl(
    "x509",
    "-req",
    "-in",
    at("edge.csr"),
    "-CA",
    at("root.crt"),
    "-CAkey",
    at("root.key"),
    "-CAcreateserial",
    "-days",
    "2",
    "-extfile",
    at("edge.ext"),
    "-out",
    at("edge.crt"),
  );
  const read = (name: string): Promise<string> => readFile(at(name), "utf8");
  return {
    root: await read("root.crt"),
    certificate: await read("edge.crt"),
    key: await read("edge.key"),
  };
}
