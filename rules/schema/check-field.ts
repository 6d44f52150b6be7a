import { each, eachEntry, type Place } from "./place.ts";

// Checks of the fields of a message. Most fields are left out, and for those no place is made.

/** Checks a field where it is given. */
export function checkField<Message, Name extends keyof Message & string>(
  message: Message,
  name: Name,
  place: Place,
  check: (value: Exclude<Message[Name], undefined>, place: Place) => void,
): void {
  const value = message[name];
  if (value !== undefined) check(value as Exclude<Message[Name], undefined>, place.at(name));
}

/** Checks each item of a field that is a list. */
export function checkItems<Message, Name extends keyof Message & string>(
  message: Message,
  name: Name,
  place: Place,
  check: (value: ItemOf<Message[Name]>, place: Place, index: number) => void,
): void {
  const values = message[name] as readonly ItemOf<Message[Name]>[] | undefined;
  if (values !== undefined) each(values, place.at(name), check);
}

/** Checks each entry of a field that is a map. */
export function checkEntries<Message, Name extends keyof Message & string>(
  message: Message,
  name: Name,
  place: Place,
  check: (key: string, value: EntryOf<Message[Name]>, place: Place) => void,
): void {
  const values = message[name] as ReadonlyMap<string, EntryOf<Message[Name]>> | undefined;
  if (values !== undefined) eachEntry(values, place.at(name), check);
}

type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;
type EntryOf<Entries> = Entries extends ReadonlyMap<string, infer Value> ? Value : never;
