/** How a proxy is run on a host. */
export interface UnitOptions {
  /** Name of the proxy, for people. */
  readonly name: string;
  /** Folder of its configuration, as `publishEdge` writes it. */
  readonly root: string;
  /** Envoy. Default `/usr/local/bin/envoy`. */
  readonly binary?: string;
  /** Memory that the system takes it down at, in bytes; above the proxy's own limit. Default 1.5 GiB. */
  readonly memoryBytes?: number;
  /** Worker threads. Default: one a processor. */
  readonly concurrency?: number;
}

/**
 * The systemd unit of an edge proxy: an unprivileged user that systemd makes up, no right but that to open ports below
 * 1024, and a file system that it can only read. A configuration that Envoy does not accept never starts.
 */
export function systemdUnit(options: UnitOptions): string {
  const { name, root, binary = "/usr/local/bin/envoy", memoryBytes = 1_610_612_736 } = options;
  const config = `${root}/bootstrap.json`;
  const workers =
    options.concurrency === undefined ? "" : ` --concurrency ${String(options.concurrency)}`;
  return `[Unit]
Description=Heddle edge proxy ${name}
After=network-online.target
Wants=network-online.target

[Service]
ExecStartPre=${binary} --mode validate -c ${config}
ExecStart=${binary} -c ${config} --disable-hot-restart${workers}
Restart=always
RestartSec=1
DynamicUser=yes
AmbientCapabilities=CAP_NET_BIND_SERVICE
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
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
LockPersonality=yes
SystemCallArchitectures=native

[Install]
WantedBy=multi-user.target
`;
}
