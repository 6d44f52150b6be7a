const token =
  /\s+|\/\/[^\n]*|[rRbB]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|0x[0-9a-fA-F]+u?|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?u?|\.\d+(?:[eE][-+]?\d+)?|[A-Za-z_]\w*|&&|\|\||[<>=!]=|[-+*/%<>!?:.,()[\]{}]/gy;
const operand = /^(?:[rRbB]{0,2}["']|\.?\d|[A-Za-z_])/;
const binary = new Set([
  "&&",
  "||",
  "<",
  "<=",
  ">",
  ">=",
  "==",
  "!=",
  "+",
  "-",
  "*",
  "/",
  "%",
  "in",
]);
const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Whether an expression follows the syntax of CEL: operands and operators take turns, brackets close. */
export function celProblem(expression: string): string | undefined {
  const tokens = expression.match(token) ?? [];
  const problem = "the expression does not follow the syntax of CEL";
  if (tokens.join("") !== expression) return problem;
  const open: string[] = [];
  // Whether an operand comes next; after an opening bracket or a comma it may close at once.
  let wanted = true;
  let mayClose = false;
  for (const each of tokens.filter((part) => !/^(?:\s|\/\/)/.test(part))) {
    if (wanted) {
      if (each === "!" || each === "-") mayClose = false;
      else if (closing[each] !== undefined) {
        open.push(each);
        mayClose = each !== "(";
      } else if (mayClose && closing[open.at(-1) ?? ""] === each) {
        open.pop();
        [wanted, mayClose] = [false, false];
      } else if (operand.test(each) && each !== "in") [wanted, mayClose] = [false, false];
      else if (each !== ".") return problem;
    } else if (closing[each] !== undefined) {
      open.push(each);
      [wanted, mayClose] = [true, true];
    } else if (closing[open.at(-1) ?? ""] === each) open.pop();
    else if (each === "?") {
      // Open until its colon comes.
      open.push(each);
      [wanted, mayClose] = [true, false];
    } else if (each === ":") {
      if (open.at(-1) === "?") open.pop();
      else if (open.at(-1) !== "{") return problem;
      [wanted, mayClose] = [true, false];
    } else if (binary.has(each) || each === "." || each === ",") {
      if (each === "," && open.length === 0) return problem;
      [wanted, mayClose] = [true, each === "," && open.at(-1) !== "("];
    } else return problem;
  }
  if (wanted || open.length > 0) return problem;
  const tested = /\bhas\s*\(([^()]*)\)/.exec(expression)?.[1];
  return tested === undefined || /\.\s*[A-Za-z_]\w*\s*$/.test(tested)
    ? undefined
    : "`has` asks for a field, as in `has(request.headers.name)`";
}
