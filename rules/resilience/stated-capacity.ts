import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

const inText = /(?:^|[\s-])max[-_]?(?:connections|conns|clients|concurrency)[=\s]+(\d+)/i;
const inName = /(?:^|_)MAX_(?:CONNECTIONS|CONNS|CLIENTS|CONCURRENCY|CONCURRENT_REQUESTS)$/i;

/** How many connections or requests one instance takes at once, as its environment or its arguments say. */
export function statedCapacity({ containers }: VirtualPod): number | undefined {
  for (const { env = [], args = [], command = [] } of containers) {
    const said = env.find(({ name = "", value = "" }) => inName.test(name) && /^\d+$/.test(value));
    if (said !== undefined) return Number(said.value);
    const [, number] = inText.exec([...command, ...args].join(" ")) ?? [];
    if (number !== undefined) return Number(number);
  }
  return undefined;
}
