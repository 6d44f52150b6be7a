import { createHash } from "node:crypto";
import { runScriptName } from "./run-script.ts";

/** How a proxy is run on a host. */
export interface UnitOptions {
  /** Name of the proxy, for people. */
  readonly name: string;
  /** Folder of its configuration, as `publishEdge` writes it. */
  readonly root: string;
  /** Envoy. Default `/usr/local/bin/envoy`. */
  readonly binary?: string;
  /**
   * A group of the host that may read the keys of certificates, beside the proxy's own. It has to be there when the unit
   * starts. Default: none, and everything that the proxy reads is for everybody.
   */
  readonly group?: string;
  /**
   * Memory that the system takes it down at, in bytes; above twice the proxy's own limit, because two run during a
   * reload. Default 2.5 GiB.
   */
  readonly memoryBytes?: number;
  /** Worker threads. Default: one a processor. */
  readonly concurrency?: number;
  /** For how long the proxy before serves on after a reload, in seconds. Connections are asked to go meanwhile. Default 60. */
  readonly drainSeconds?: number;
  /** A number that no other Envoy of the machine has, from 0 to 400,000,000. Default: made of the name. */
  readonly baseId?: number;
}

/** How much later it goes, in seconds. */
const afterDrain = 5;

/**
 * The systemd unit of an edge proxy: an unprivileged user that systemd makes up, no right but that to open ports below
 * 1024, and a file system that it can only read. A configuration that Envoy does not accept never starts. `systemctl
 * reload` brings another bootstrap: a second proxy takes the sockets over, and no request is lost.
 */
export function systemdUnit(options: UnitOptions): string {
  const { name, root, binary = "/usr/local/bin/envoy", memoryBytes = 2_684_354_560 } = options;
  const { drainSeconds = 60, baseId = idOf(name) } = options;
  const config = `${root}/bootstrap.json`;
  const workers =
    options.concurrency === undefined ? "" : ` --concurrency ${String(options.concurrency)}`;
  const groups = options.group === undefined ? "" : `SupplementaryGroups=${options.group}\n`;
  const times = ` --drain-time-s ${String(drainSeconds)} --parent-shutdown-time-s ${String(drainSeconds + afterDrain)}`;
  return `[Unit]
Description=Heddle edge proxy ${name}
After=network-online.target
Wants=network-online.target

[Service]
ExecStartPre=${binary} --mode validate -c ${config}
ExecStart=/bin/sh ${root}/${runScriptName} ${String(baseId)} ${binary} -c ${config}${times}${workers}
ExecReload=${binary} --mode validate -c ${config}
ExecReload=/bin/kill -HUP $MAINPID
Restart=always
RestartSec=1
DynamicUser=yes
${groups}AmbientCapabilities=CAP_NET_BIND_SERVICE
CapabilityBoundingSet=CAP_NET_BIND_SERVICE
LimitNOFILE=1048576
MemoryMax=${String(memoryBytes)}
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
RestrictRealtime=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
LockPersonality=yes
SystemCallArchitectures=native

[Install]
WantedBy=multi-user.target
`;
}

/** Envoy multiplies it by ten and keeps it in 32 bits. */
function idOf(name: string): number {
  return createHash("sha256").update(name).digest().readUInt32BE() % 400_000_000;
}
