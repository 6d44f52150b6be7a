import { posix } from "node:path";
import { configSource } from "./config-source.ts";
import type { Delivery } from "./delivery.ts";
import type { EdgeIdentity, ResolvedSite } from "./edge-site.ts";
import type { Fields, Resource } from "./fields.ts";

// Secrets are never in the configuration: it names the files, and the proxy reads them on its own machine.

/** Names of the proxy's own identity and of the mesh's roots, apart from the names of Kubernetes Secrets. */
const identityName = "identity:certificate";
const authoritiesName = "identity:authorities";

/** The files of one certificate. */
interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

/** The files of a gateway's Secret, in the layout that Kubernetes mounts. */
export function secretFiles({ certificates }: ResolvedSite, secret: string): CertificateFiles {
  return {
    certificate: `${certificates}/${secret}/tls.crt`,
    key: `${certificates}/${secret}/tls.key`,
  };
}

/** The certificate that a gateway shows: its files, or where to learn of them. */
export function serverCertificate(site: ResolvedSite, secret: string, delivery: Delivery): Fields {
  return certificate(secret, secretFiles(site, secret), delivery);
}

/** The proxy's own certificate and what it trusts. */
export function identityCertificate(
  identity: EdgeIdentity,
  uri: string,
  delivery: Delivery,
): Fields {
  const names = { match_typed_subject_alt_names: [{ san_type: "URI", matcher: { exact: uri } }] };
  const validation: Fields =
    delivery.kind === "static"
      ? { validation_context: { ...names, trusted_ca: { filename: identity.authorities } } }
      : {
          combined_validation_context: {
            default_validation_context: names,
            validation_context_sds_secret_config: {
              name: authoritiesName,
              sds_config: configSource(delivery, "secrets", authoritiesName),
            },
          },
        };
  return { ...certificate(identityName, identity, delivery), ...validation };
}

/** Every secret of a site as a resource: read again when its folder changes, so certificates rotate without a restart. */
export function secrets(site: ResolvedSite, names: readonly string[]): readonly Resource[] {
  const { identity } = site;
  const served = names.map((name) => certificateSecret(name, secretFiles(site, name)));
  if (identity === "none") return served;
  const authorities: Resource = {
    name: authoritiesName,
    validation_context: {
      trusted_ca: { filename: identity.authorities },
      watched_directory: { path: posix.dirname(identity.authorities) },
    },
  };
  return [...served, certificateSecret(identityName, identity), authorities];
}

function certificateSecret(name: string, files: CertificateFiles): Resource {
  const watched = posix.dirname(files.certificate);
  return { name, tls_certificate: { ...pair(files), watched_directory: { path: watched } } };
}

function certificate(name: string, files: CertificateFiles, delivery: Delivery): Fields {
  if (delivery.kind === "static") return { tls_certificates: [pair(files)] };
  const sds_config = configSource(delivery, "secrets", name);
  return { tls_certificate_sds_secret_configs: [{ name, sds_config }] };
}

function pair({ certificate: chain, key }: CertificateFiles): Fields {
  return { certificate_chain: { filename: chain }, private_key: { filename: key } };
}
