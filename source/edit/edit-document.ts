import { isDeepStrictEqual } from "node:util";
import { parseAllDocuments } from "yaml";
import type { Edit } from "../../diagnostics/index.ts";
import { editData } from "./edit-data.ts";
import { planEdit } from "./plan-edit.ts";
import { applyChanges, isRefusal, type Refusal, type TextChange } from "./text-change.ts";

/** One document of a text, and how the values of such a text are read. */
export interface EditableText {
  readonly text: string;
  /** Which document of the text is meant, from 0. */
  readonly index: number;
  readonly read: (text: string) => readonly unknown[];
}

/**
 * Writes edits into the text of a document. Only what they name changes: comments, order and layout stay. The new text
 * is read again, and must say exactly what the edits say; otherwise nothing is changed, and the reason told.
 */
export function editDocument(
  { text, index, read }: EditableText,
  edits: readonly Edit[],
): { readonly text: string } | Refusal {
  const root = contentsOf(text, index);
  if (root === undefined) return { reason: "its YAML is not plain enough to be changed" };
  const changes: TextChange[] = [];
  for (const edit of edits) {
    const planned = planEdit(text, root, edit);
    if (isRefusal(planned)) return planned;
    changes.push(...planned);
  }
  const written = applyChanges(text, changes);
  if (written === undefined) return { reason: "two changes meet in one place" };
  return says(read(text), edits, index, read(written))
    ? { text: written }
    : { reason: "the changed text would say something else as well" };
}

function contentsOf(text: string, index: number): unknown {
  const documents = parseAllDocuments(text, {
    stringKeys: true,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  const list = Array.isArray(documents) ? documents : [];
  if (list.some(({ errors }) => errors.length > 0)) return undefined;
  return list[index]?.contents ?? undefined;
}

function says(
  before: readonly unknown[],
  edits: readonly Edit[],
  index: number,
  after: readonly unknown[],
): boolean {
  let wanted = before[index];
  for (const edit of edits) {
    wanted = editData(wanted, edit);
    if (wanted === undefined) return false;
  }
  return isDeepStrictEqual(plain(before.with(index, wanted)), plain(after));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
