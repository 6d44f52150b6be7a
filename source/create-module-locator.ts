import { stripTypeScriptTypes } from "node:module";
import {
  parse,
  type Expression,
  type ObjectExpression,
  type Program,
  type SpreadElement,
} from "acorn";
import type { Path } from "../diagnostics/index.ts";
import type { Location } from "./locate.ts";

/**
 * Finds where a module writes a path of its mesh, or the nearest part of it that it does: through constants of the
 * module, arguments of functions such as `defineMesh`, and spreads. What other modules or functions make has the place
 * where this one names it. Types are taken out without moving anything.
 */
export function createModuleLocator(file: string, text: string): (path: Path) => Location {
  let found: Source | undefined;
  return (path) => {
    found ??= readSource(file, text);
    return locate(found, path);
  };
}

interface Source {
  readonly mesh: Expression | undefined;
  readonly constants: Constants;
}

type Constants = ReadonlyMap<string, Expression>;

const start: Location = { offset: 0, depth: 0 };

function locate({ mesh, constants }: Source, path: Path): Location {
  if (mesh === undefined) return start;
  let place: Location = { offset: mesh.start, depth: 0 };
  let node = valueOf(mesh, constants);
  for (const [index, key] of path.entries()) {
    const step = node && next(node, key, constants);
    if (step === undefined) break;
    node = valueOf(step.value, constants);
    const isLarge = node?.type === "ObjectExpression" || node?.type === "ArrayExpression";
    // As in YAML: a map or list has the place of its key, because its own can be lines away.
    place = { offset: isLarge ? step.at : step.value.start, depth: index + 1 };
  }
  return place;
}

interface Step {
  readonly value: Expression;
  /** Where its key is written; of an item, the item itself. */
  readonly at: number;
}

function next(node: Expression, key: string | number, constants: Constants): Step | undefined {
  if (node.type === "ArrayExpression") {
    const before = node.elements.slice(0, Number(key) + 1);
    const item = before[Number(key)];
    // Behind a spread nobody can count.
    if (!item || before.some((each) => each?.type === "SpreadElement")) return undefined;
    return item.type === "SpreadElement" ? undefined : { value: item, at: item.start };
  }
  if (node.type !== "ObjectExpression") return undefined;
  const { own, spreads } = membersOf(node);
  const found = own.get(String(key));
  // Of two that say a key, the last one counts.
  for (const { argument, start } of spreads) {
    if (found !== undefined && found.at > start) break;
    const value = valueOf(argument, constants);
    const inside = value && value !== argument ? next(value, key, constants) : undefined;
    if (inside !== undefined) return inside;
  }
  return found;
}

interface Members {
  readonly own: ReadonlyMap<string, Step>;
  /** The last one first. */
  readonly spreads: readonly SpreadElement[];
}

const known = new WeakMap<ObjectExpression, Members>();

/** Once an object: a mesh can have thousands of services. */
function membersOf(node: ObjectExpression): Members {
  const before = known.get(node);
  if (before !== undefined) return before;
  const own = new Map<string, Step>();
  const spreads: SpreadElement[] = [];
  for (const member of node.properties) {
    if (member.type === "SpreadElement") spreads.unshift(member);
    else if (!member.computed) {
      own.set(keyOf(member.key) ?? "", { value: member.value, at: member.key.start });
    }
  }
  const members = { own, spreads };
  known.set(node, members);
  return members;
}

function keyOf(key: Expression | { readonly type: "PrivateIdentifier" }): string | undefined {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}

/** What a constant stands for, and what a function is given; circles end. */
function valueOf(node: Expression, constants: Constants, steps = 0): Expression | undefined {
  if (steps > 50) return undefined;
  if (node.type === "Identifier") {
    const constant = constants.get(node.name);
    return constant && valueOf(constant, constants, steps + 1);
  }
  if (node.type !== "CallExpression") return node;
  const [first] = node.arguments;
  if (first === undefined || first.type === "SpreadElement") return undefined;
  return valueOf(first, constants, steps + 1);
}

function readSource(file: string, text: string): Source {
  const program = parseModule(file, text);
  const constants = new Map<string, Expression>();
  const exported = new Map<string, Expression>();
  for (const statement of program?.body ?? []) {
    const isExport = statement.type === "ExportNamedDeclaration";
    const declaration = isExport ? statement.declaration : statement;
    if (declaration?.type === "VariableDeclaration") {
      for (const { id, init } of declaration.declarations) {
        if (id.type !== "Identifier" || !init) continue;
        constants.set(id.name, init);
        if (isExport) exported.set(id.name, init);
      }
    }
    if (isExport) {
      for (const { local, exported: name } of statement.specifiers) {
        if (local.type === "Identifier") exported.set(keyOf(name) ?? "", local);
      }
    }
    if (statement.type === "ExportDefaultDeclaration") {
      const { declaration: value } = statement;
      if (value.type !== "FunctionDeclaration" && value.type !== "ClassDeclaration") {
        exported.set("default", value);
      }
    }
  }
  // In the order in which `readModule` takes them.
  const candidates = [exported.get("mesh"), exported.get("default"), ...exported.values()];
  return { mesh: candidates.find((each) => each && isMesh(each, constants)), constants };
}

function isMesh(node: Expression, constants: Constants): boolean {
  const value = valueOf(node, constants);
  return ["name", "services"].every((key) => value && next(value, key, constants) !== undefined);
}

/** Undefined where it cannot be read: whoever runs it has said why. */
function parseModule(file: string, text: string): Program | undefined {
  try {
    const code = /\.[cm]?ts$/.test(file) ? stripTypeScriptTypes(text) : text;
    return parse(code, { ecmaVersion: "latest", sourceType: "module" });
  } catch {
    return undefined;
  }
}
