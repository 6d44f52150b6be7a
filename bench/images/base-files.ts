import { existsSync } from "node:fs";
import type { ImageFile } from "./image-file.ts";

/** Certificate bundles, as distributions name them. */
const certificateBundles = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
];

/** What nearly every program expects to find: users, groups, a folder for temporary files, public certificates. */
export function baseFiles(): readonly ImageFile[] {
  const bundle = certificateBundles.find((path) => existsSync(path));
  return [
    {
      path: "/etc/passwd",
      content:
        "root:x:0:0:root:/root:/sbin/nologin\n" +
        "app:x:1000:1000:app:/tmp:/sbin/nologin\n" +
        "istio-proxy:x:1337:1337:istio-proxy:/tmp:/sbin/nologin\n" +
        "nobody:x:65534:65534:nobody:/:/sbin/nologin\n",
    },
    {
      path: "/etc/group",
      content: "root:x:0:\napp:x:1000:\nistio-proxy:x:1337:\nnogroup:x:65534:\n",
    },
    { path: "/etc/nsswitch.conf", content: "hosts: files dns\n" },
    { path: "/tmp", directory: true, mode: 0o1777 },
    ...(bundle
      ? [{ path: "/etc/ssl/certs/ca-certificates.crt", source: bundle, mode: 0o644 }]
      : []),
  ];
}
