/** Names that a fix needs: as the document already imports them, or with an import that it adds. */
import type { Call, Import, Statement } from '@softlens/syntax';
import type { Edit, ParsedDocument } from '../../api.ts';

/** What to write for a name, and the edits that make it known. */
export interface Naming {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** `torch.nn.functional.logsigmoid` → `F.logsigmoid` where F is imported; where nothing on the way is, its import is added. */
export function nameFor(document: ParsedDocument, qualified: string): Naming {
  const bindings = document.module.body.filter(isImport).flatMap(bindingsOf);
  const best = bindings
    .filter(({ meaning }) => qualified === meaning || qualified.startsWith(`${meaning}.`))
    .sort((a, b) => b.meaning.length - a.meaning.length)[0];
  if (best) return { text: best.name + qualified.slice(best.meaning.length), edits: [] };
  const [module, name] = splitLast(qualified);
  return { text: name, edits: [importing(document, module, name)] };
}

/** A name of Keras, through `keras` or `tf.keras`, as the document speaks of it. */
export function kerasNameFor(document: ParsedDocument, name: string): Naming {
  const bindings = document.module.body.filter(isImport).flatMap(bindingsOf);
  const isTensorFlow = bindings.some(({ meaning }) => /^tensorflow(?:\.|$)/.test(meaning));
  return nameFor(document, `${isTensorFlow ? 'tensorflow.' : ''}keras.${name}`);
}

/** Calls something else from the same place: `nn.BCELoss` → `nn.BCEWithLogitsLoss`, `BCELoss` → `BCEWithLogitsLoss` with its import. */
export function renameCallee(document: ParsedDocument, { callee }: Call, qualified: string): readonly Edit[] | undefined {
  const { path } = document;
  if (callee.kind === 'attribute') {
    const { start, end } = callee.nameRange;
    return [{ path, start, end, text: splitLast(qualified)[1] }];
  }
  if (callee.kind !== 'name') return undefined;
  const naming = nameFor(document, qualified);
  return [{ path, start: callee.start, end: callee.end, text: naming.text }, ...naming.edits];
}

interface Binding {
  readonly name: string;
  /** The qualified name of what it stands for. */
  readonly meaning: string;
}

function bindingsOf({ module, level, names, alias, wholeModule }: Import): readonly Binding[] {
  if (level > 0) return [];
  if (!wholeModule)
    return names.flatMap(({ name, alias: as }) => (name === '*' ? [] : [{ name: as ?? name, meaning: `${module}.${name}` }]));
  if (alias !== undefined) return [{ name: alias, meaning: module }];
  const [root = module] = module.split('.');
  return [{ name: root, meaning: root }];
}

/** Beside the names that come from the same module, else below the last import, else on top. */
function importing({ path, module: { body }, text }: ParsedDocument, module: string, name: string): Edit {
  const imports = body.filter(isImport);
  const same = imports.find((one) => one.level === 0 && !one.wholeModule && one.module === module && one.names.length > 0);
  const beside = same?.names.at(-1);
  if (beside && beside.name !== '*') return { path, start: beside.end, end: beside.end, text: `, ${name}` };
  const last = imports.at(-1);
  const line = `from ${module} import ${name}`;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (last) return { path, start: last.end, end: last.end, text: newline + line };
  const first = body.find((statement) => !isDocumentation(statement))?.start ?? text.length;
  return { path, start: first, end: first, text: line + newline };
}

const isImport = (statement: Statement): statement is Import => statement.kind === 'import';
const isDocumentation = (statement: Statement): boolean => statement.kind === 'expression' && statement.value.kind === 'string';

function splitLast(qualified: string): readonly [module: string, name: string] {
  const at = qualified.lastIndexOf('.');
  return [qualified.slice(0, at), qualified.slice(at + 1)];
}
