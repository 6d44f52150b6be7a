import type { Gateway, SecretKey } from "../../model/index.ts";
import { configSource } from "./config-source.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { Fields, Resource } from "./fields.ts";

// The configuration names files; what is in them is read by the proxy on its own machine.

/** The secrets of every login of a gateway, each once. */
export function loginSecretKeys({ hosts }: Pick<Gateway, "hosts">): readonly SecretKey[] {
  const all = hosts.flatMap(({ login }) =>
    login === undefined ? [] : [login.clientSecret, login.cookieSecret],
  );
  return [...new Map(all.map((each) => [secretName(each), each])).values()];
}

/** Where a secret of a login is, and what is replaced with it. */
export interface SecretFile {
  readonly filename: string;
  readonly watched: string;
}

/** The file of a secret at a site, in the layout that Kubernetes mounts. */
export function loginSecretFile(
  { secret, key }: SecretKey,
  { certificates }: Pick<ResolvedSite, "certificates">,
): SecretFile {
  const watched = `${certificates}/${secret}`;
  return { filename: `${watched}/${key}`, watched };
}

/** A secret of a login as a resource: read again when its folder changes, so that it rotates without a restart. */
export function loginSecretResource(each: SecretKey, { filename, watched }: SecretFile): Resource {
  const secret = { filename, watched_directory: { path: watched } };
  return { name: secretName(each), generic_secret: { secret } };
}

/** Where a filter learns of it: from the bootstrap itself, or from a file of its own. */
export function loginSecret(each: SecretKey, delivery: Delivery): Fields {
  const name = secretName(each);
  if (delivery.kind === "static") return { name };
  return { name, sds_config: configSource(delivery, "secrets", name) };
}

function secretName({ secret, key }: SecretKey): string {
  return `login:${secret}/${key}`;
}
