/** Something in a namespace that labels are on. */
export interface Labelled {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Items by namespace, and by each of their labels: what a selector matches is found without looking at the rest. */
export interface LabelIndex<Item> {
  readonly byNamespace: ReadonlyMap<string, readonly Item[]>;
  readonly byLabel: ReadonlyMap<string, readonly Item[]>;
}

/** Makes the index; the order of the items stays. */
export function indexByLabel<Item extends Labelled>(items: readonly Item[]): LabelIndex<Item> {
  const byLabel = new Map<string, Item[]>();
  for (const item of items) {
    for (const [key, value] of Object.entries(item.labels)) {
      const name = labelKey(item.namespace, key, value);
      const same = byLabel.get(name);
      if (same === undefined) byLabel.set(name, [item]);
      else same.push(item);
    }
  }
  return { byNamespace: Map.groupBy(items, ({ namespace }) => namespace), byLabel };
}

/** Those of a namespace that may match a selector: all that have its first label, or all where it is empty. */
export function candidates<Item>(
  { byNamespace, byLabel }: LabelIndex<Item>,
  namespace: string,
  selector: Readonly<Record<string, string>>,
): readonly Item[] {
  const [first] = Object.entries(selector);
  if (first === undefined) return byNamespace.get(namespace) ?? [];
  return byLabel.get(labelKey(namespace, first[0], first[1])) ?? [];
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace} ${key}=${value}`;
}
