import ts from 'typescript';
import { en } from '../../renderer/words/en';

/** Properties that are read out or shown. */
const PROPERTIES = [
  ...['label', 'title', 'placeholder', 'alt', 'hint', 'text', 'legend', 'message', 'detail', 'sublabel'],
  ...['buttonLabel', 'toolTip', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'],
];
const SHOWN = { properties: new Set(PROPERTIES), attributes: new Set([...PROPERTIES, 'action']) };
/** Calls that show their arguments. */
const SHOWING = new Set(['showErrorBox', 'alert', 'confirm']);

/** Whether a text is a key of the words. */
function isKey(text: string): boolean {
  const found = text
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], en);
  return typeof found === 'string';
}

/** The program's own name is the same everywhere. */
const isWords = (text: string): boolean => /\p{L}/u.test(text) && text.trim() !== 'Caravan' && !isKey(text);

const nameOf = (name: ts.Node): string =>
  ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isJsxNamespacedName(name)
    ? name.getText().replace(/['"]/g, '')
    : '';

/** What an expression may come to that is written in it: through conditions, fallbacks, templates and sums. */
function writtenIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isConditionalExpression(node)) return [...writtenIn(node.whenTrue), ...writtenIn(node.whenFalse)];
  if (ts.isJsxExpression(node)) return node.expression ? writtenIn(node.expression) : [];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return writtenIn(node.expression);
  if (!ts.isBinaryExpression(node)) return [];
  const { kind } = node.operatorToken;
  const isComparison = kind >= ts.SyntaxKind.LessThanToken && kind <= ts.SyntaxKind.ExclamationEqualsEqualsToken;
  return isComparison ? [] : [...writtenIn(node.left), ...writtenIn(node.right)];
}

function shownBy(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text];
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return writtenIn(node);
  if (ts.isJsxAttribute(node))
    return SHOWN.attributes.has(nameOf(node.name)) && node.initializer ? writtenIn(node.initializer) : [];
  if (ts.isPropertyAssignment(node)) return SHOWN.properties.has(nameOf(node.name)) ? writtenIn(node.initializer) : [];
  if (!ts.isCallExpression(node)) return [];
  const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  return SHOWING.has(nameOf(called)) ? node.arguments.flatMap(writtenIn) : [];
}

/** The texts that a file of the window or the shell shows and that stand in it, in place of a key of the words. */
export function writtenTexts(file: string, source: string): string[] {
  const tree = ts.createSourceFile(
    file,
    source,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    found.push(
      ...shownBy(node)
        .filter(isWords)
        .map((text) => text.trim()),
    );
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
