import { posix } from "node:path";
import type { Origination } from "../../model/index.ts";
import { configSource } from "./config-source.ts";
import type { Delivery } from "./delivery.ts";
import type { EdgeIdentity, ResolvedSite } from "./edge-site.ts";
import type { Fields, Resource } from "./fields.ts";

// Secrets are never in the configuration: it names the files, and the proxy reads them on its own machine.

/** Names of the proxy's own identity and of the mesh's roots, apart from the names of Kubernetes Secrets. */
const identityName = "identity:certificate";
const authoritiesName = "identity:authorities";

/** Name of the authorities of clients, apart from the certificate that the same Secret may hold. */
function clientsName(secret: string): string {
  return `clients:${secret}`;
}

/** Name of the authorities of a server outside. */
function serversName(secret: string): string {
  return `servers:${secret}`;
}

/** The file with the authorities of a Secret. */
export function authoritiesFile(
  { certificates: folder }: Pick<ResolvedSite, "certificates">,
  secret: string,
): string {
  return `${folder}/${secret}/ca.crt`;
}

/** The files of one certificate. */
interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

/** The files of a gateway's Secret, in the layout that Kubernetes mounts. */
export function secretFiles(
  { certificates: folder }: ResolvedSite,
  secret: string,
): CertificateFiles {
  return {
    certificate: `${folder}/${secret}/tls.crt`,
    key: `${folder}/${secret}/tls.key`,
  };
}

/** The certificates that a gateway shows: their files, or where to learn of them. */
export function serverCertificates(
  site: ResolvedSite,
  names: readonly string[],
  delivery: Delivery,
): Fields {
  const files = names.map((name) => ({ name, ...secretFiles(site, name) }));
  return certificates(files, delivery);
}

/** What the certificates of clients are checked against: a file, or where to learn of it. */
export function clientAuthorities(site: ResolvedSite, secret: string, delivery: Delivery): Fields {
  if (delivery.kind === "static") {
    return { validation_context: { trusted_ca: { filename: authoritiesFile(site, secret) } } };
  }
  const name = clientsName(secret);
  const sds_config = configSource(delivery, "secrets", name);
  return { validation_context_sds_secret_config: { name, sds_config } };
}

/** The proxy's own certificate and what it trusts. */
export function identityCertificate(
  identity: EdgeIdentity,
  uri: string,
  delivery: Delivery,
): Fields {
  const names = { match_typed_subject_alt_names: [{ san_type: "URI", matcher: { exact: uri } }] };
  const authorities = { name: authoritiesName, file: identity.authorities };
  return {
    ...certificates([{ name: identityName, ...identity }], delivery),
    ...trusted(names, authorities, delivery),
  };
}

/** What a server has to prove: to be one of these names, by the authorities of a Secret, or else by public ones. */
export function serverAuthorities(
  site: Pick<ResolvedSite, "certificates" | "publicAuthorities">,
  { secret, names }: { readonly secret: string | undefined; readonly names: Fields },
  delivery: Delivery,
): Fields {
  if (secret === undefined) return trusted(names, site.publicAuthorities, delivery);
  const authorities = { name: serversName(secret), file: authoritiesFile(site, secret) };
  return trusted(names, authorities, delivery);
}

/** What a server outside has to prove, and with mutual TLS what is shown to it. */
export function outsideCertificate(
  site: ResolvedSite,
  { mode, secret, names }: Origination & { readonly names: Fields },
  delivery: Delivery,
): Fields {
  const shows = mode === "mutual" && secret !== undefined;
  return {
    ...(shows ? serverCertificates(site, [secret], delivery) : {}),
    ...serverAuthorities(site, { secret, names }, delivery),
  };
}

/** Authorities that are read again when their folder changes, or a file that only the start reads. */
function trusted(
  names: Fields,
  authorities: string | { readonly name: string; readonly file: string },
  delivery: Delivery,
): Fields {
  if (typeof authorities === "string" || delivery.kind === "static") {
    const filename = typeof authorities === "string" ? authorities : authorities.file;
    return { validation_context: { ...names, trusted_ca: { filename } } };
  }
  const { name } = authorities;
  return {
    combined_validation_context: {
      default_validation_context: names,
      validation_context_sds_secret_config: {
        name,
        sds_config: configSource(delivery, "secrets", name),
      },
    },
  };
}

/** Names of the Secrets of a gateway by what is in them. */
export interface GatewaySecrets {
  readonly certificates: readonly string[];
  /** With the authorities of clients. */
  readonly clients: readonly string[];
  /** With the authorities of servers outside. */
  readonly servers: readonly string[];
}

/** Every secret of a site as a resource: read again when its folder changes, so certificates rotate without a restart. */
export function secrets(site: ResolvedSite, names: GatewaySecrets): readonly Resource[] {
  const { identity } = site;
  const served = [
    ...names.certificates.map((name) => certificateSecret(name, secretFiles(site, name))),
    ...names.clients.map((name) => {
      return authoritiesSecret(clientsName(name), authoritiesFile(site, name));
    }),
    ...names.servers.map((name) => {
      return authoritiesSecret(serversName(name), authoritiesFile(site, name));
    }),
  ];
  if (identity === "none") return served;
  const own = certificateSecret(identityName, identity);
  return [...served, own, authoritiesSecret(authoritiesName, identity.authorities)];
}

function authoritiesSecret(name: string, filename: string): Resource {
  const watched_directory = { path: posix.dirname(filename) };
  return { name, validation_context: { trusted_ca: { filename }, watched_directory } };
}

function certificateSecret(name: string, files: CertificateFiles): Resource {
  const watched = posix.dirname(files.certificate);
  return { name, tls_certificate: { ...pair(files), watched_directory: { path: watched } } };
}

function certificates(
  files: readonly (CertificateFiles & { readonly name: string })[],
  delivery: Delivery,
): Fields {
  if (delivery.kind === "static") return { tls_certificates: files.map(pair) };
  return {
    tls_certificate_sds_secret_configs: files.map(({ name }) => ({
      name,
      sds_config: configSource(delivery, "secrets", name),
    })),
  };
}

function pair({ certificate: chain, key }: CertificateFiles): Fields {
  return { certificate_chain: { filename: chain }, private_key: { filename: key } };
}
